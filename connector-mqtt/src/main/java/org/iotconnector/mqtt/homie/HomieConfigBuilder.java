package org.iotconnector.mqtt.homie;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Endpoint.Transport;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.mqtt.BrokerPreset;
import org.iotconnector.mqtt.internal.BrokerSettings;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of an {@link HomieConfig}; null takes an earlier value back. What is wrong is reported by
 * {@link #build()}, all at once. Confined to one thread.
 */
public final class HomieConfigBuilder {
    private final Settings.Builder settings =
            HomieRules.addTo(Settings.builder(HomieSettings.all()).forPlatform(HomieProvider.ID), this::givenModel);

    private @Nullable ThingModel thingModel;
    private @Nullable SessionOptions session;

    HomieConfigBuilder() {}

    HomieConfigBuilder(Settings given, SessionOptions session, @Nullable ThingModel thingModel) {
        given.declared().forEach(setting -> copy(given, setting));
        this.session = session;
        thingModel(thingModel);
    }

    private <T> void copy(Settings given, Setting<T> setting) {
        if (given.isSet(setting)) {
            settings.put(setting, given.get(setting));
        }
    }

    /** Reads more settings, such as a file; what this builder's methods set wins over them. */
    public HomieConfigBuilder read(SettingSource... sources) {
        settings.read(sources);
        return this;
    }

    /** The broker; this or {@link #preset} is needed. */
    public HomieConfigBuilder endpoint(@Nullable Endpoint endpoint) {
        return put(BrokerSettings.ENDPOINT, endpoint);
    }

    /** The broker, as {@link Endpoint#parse} reads it: {@code mqtts://broker.example.com:8883}. */
    public HomieConfigBuilder endpoint(String uri) {
        settings.putText(BrokerSettings.ENDPOINT, uri, Endpoint::parse);
        return this;
    }

    /** The device's id in topics; required. */
    public HomieConfigBuilder device(@Nullable String id) {
        return put(HomieSettings.DEVICE_ID, id);
    }

    /** Default 5. */
    public HomieConfigBuilder homieVersion(@Nullable HomieVersion version) {
        return put(HomieSettings.HOMIE_VERSION, version);
    }

    /** First level of all topics; default {@code homie}, in version 3 always. */
    public HomieConfigBuilder domain(@Nullable String level) {
        return put(HomieSettings.DOMAIN, level);
    }

    /** Disconnected, the default, or sleeping. */
    public HomieConfigBuilder stateAtClose(@Nullable HomieState state) {
        return put(HomieSettings.STATE_AT_CLOSE, state);
    }

    /** A known broker in place of an endpoint. */
    public HomieConfigBuilder preset(@Nullable BrokerPreset broker) {
        return put(BrokerSettings.PRESET, broker);
    }

    /** With a preset: how to reach it; default TLS where it has it. */
    public HomieConfigBuilder transport(@Nullable Transport how) {
        return put(BrokerSettings.TRANSPORT, how);
    }

    /** Client identifier; default the device's id. */
    public HomieConfigBuilder clientId(@Nullable String id) {
        return put(BrokerSettings.CLIENT_ID, id);
    }

    /** User name; default none. */
    public HomieConfigBuilder username(@Nullable String name) {
        return put(BrokerSettings.USERNAME, name);
    }

    /** Password; default none. */
    public HomieConfigBuilder password(@Nullable Secret secret) {
        return put(BrokerSettings.PASSWORD, secret);
    }

    /** Default 3.1.1. */
    public HomieConfigBuilder mqttVersion(@Nullable MqttVersion version) {
        return put(SessionSettings.MQTT_VERSION, version);
    }

    /** 0 s (never ping) to 65535 s, default 60 s. */
    public HomieConfigBuilder keepAlive(@Nullable Duration interval) {
        return put(BrokerSettings.KEEP_ALIVE, interval);
    }

    /** Whether the broker forgets what it kept of an earlier connection; default true. */
    public HomieConfigBuilder cleanStart(@Nullable Boolean clean) {
        return put(SessionSettings.CLEAN_START, clean);
    }

    /** Messages a second; 0 for no limit, the default without a preset. */
    public HomieConfigBuilder publishRate(@Nullable Integer perSecond) {
        return put(BrokerSettings.PUBLISH_RATE, perSecond);
    }

    /** The largest payload in bytes that the broker takes; default all that MQTT allows. */
    public HomieConfigBuilder maxPayload(@Nullable Long bytes) {
        return put(BrokerSettings.MAX_PAYLOAD, bytes);
    }

    /** What people call the device; default its id. */
    public HomieConfigBuilder name(@Nullable String text) {
        return put(HomieSettings.NAME, text);
    }

    /** Node of the properties; default {@code main}. */
    public HomieConfigBuilder node(@Nullable String id) {
        return put(HomieSettings.NODE, id);
    }

    /** Node of the events; default {@code events}. */
    public HomieConfigBuilder eventNode(@Nullable String id) {
        return put(HomieSettings.EVENT_NODE, id);
    }

    /** Node of the services; default {@code services}. */
    public HomieConfigBuilder serviceNode(@Nullable String id) {
        return put(HomieSettings.SERVICE_NODE, id);
    }

    /** What people call nodes; default their ids. */
    public HomieConfigBuilder nodeNames(@Nullable Map<String, String> byNode) {
        return put(HomieSettings.NODE_NAMES, byNode);
    }

    /** Types of nodes; default their ids. */
    public HomieConfigBuilder nodeTypes(@Nullable Map<String, String> byNode) {
        return put(HomieSettings.NODE_TYPES, byNode);
    }

    /** Ids in place of those made of identifiers: {@code id} or {@code node/id}. */
    public HomieConfigBuilder ids(@Nullable Map<String, String> byIdentifier) {
        return put(HomieSettings.IDS, byIdentifier);
    }

    /** Data types of texts that are more than that, such as {@code color:rgb}. */
    public HomieConfigBuilder datatypes(@Nullable Map<String, String> byIdentifier) {
        return put(HomieSettings.DATATYPES, byIdentifier);
    }

    /** Properties whose values the broker does not keep. */
    public HomieConfigBuilder nonRetained(@Nullable List<String> identifiers) {
        return put(HomieSettings.NON_RETAINED, identifiers);
    }

    /** Version 5: the description's number; default one that follows from its content. */
    public HomieConfigBuilder descriptionVersion(@Nullable Long number) {
        return put(HomieSettings.DESCRIPTION_VERSION, number);
    }

    /** Version 5: whether commands are repeated on {@code $target}; default true. */
    public HomieConfigBuilder target(@Nullable Boolean used) {
        return put(HomieSettings.TARGET, used);
    }

    /** Versions 3 and 4: what made the device. */
    public HomieConfigBuilder implementation(@Nullable String text) {
        return put(HomieSettings.IMPLEMENTATION, text);
    }

    /** Versions 3 and 4: the device's address. */
    public HomieConfigBuilder localIp(@Nullable String address) {
        return put(HomieSettings.LOCAL_IP, address);
    }

    /** Versions 3 and 4: the network card's address. */
    public HomieConfigBuilder mac(@Nullable String address) {
        return put(HomieSettings.MAC, address);
    }

    /** Versions 3 and 4: the firmware's name; default none. */
    public HomieConfigBuilder firmwareName(@Nullable String text) {
        return put(HomieSettings.FIRMWARE_NAME, text);
    }

    /** Versions 3 and 4: the firmware's version; default none. */
    public HomieConfigBuilder firmwareVersion(@Nullable String text) {
        return put(HomieSettings.FIRMWARE_VERSION, text);
    }

    /** Versions 3 and 4: how often statistics are sent; default never. */
    public HomieConfigBuilder statsInterval(@Nullable Duration interval) {
        return put(HomieSettings.STATS_INTERVAL, interval);
    }

    /** Of what the broker keeps; default at least once, in version 5 exactly once. */
    public HomieConfigBuilder qos(@Nullable QualityOfService qos) {
        return put(HomieSettings.QOS, qos == null ? null : qos.level());
    }

    /** What the device describes itself by; required, this or a file. */
    public HomieConfigBuilder thingModel(@Nullable ThingModel model) {
        thingModel = model;
        return put(HomieSettings.THING_MODEL, null);
    }

    /** A file to read the thing model from. */
    public HomieConfigBuilder thingModel(Path file) {
        thingModel = null;
        return put(HomieSettings.THING_MODEL, file);
    }

    /** How the session behaves, in place of everything that settings say on it; default as settings say. */
    public HomieConfigBuilder session(@Nullable SessionOptions options) {
        session = options;
        return this;
    }

    /**
     * Builds the configuration. What is to be thought of on a public broker is logged as a warning.
     *
     * @throws InvalidConfigurationException with every problem there is
     */
    public HomieConfig build() {
        return HomieConfig.of(settings.build(), session, thingModel);
    }

    private Optional<ThingModel> givenModel() {
        return Optional.ofNullable(thingModel);
    }

    private <T> HomieConfigBuilder put(Setting<T> setting, @Nullable T value) {
        settings.put(setting, value);
        return this;
    }
}
