package org.iotconnector.mqtt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.iotconnector.mqtt.internal.BrokerSettings;
import org.iotconnector.mqtt.internal.BrokerWarnings;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of an {@link MqttConfig}; null takes an earlier value back. What is wrong is reported by
 * {@link #build()}, all at once. Topics may hold <code>{deviceName}</code>, <code>{clientId}</code>,
 * <code>{username}</code> and the name of what they are for. Confined to one thread.
 */
public final class MqttConfigBuilder {
    private final Settings.Builder settings =
            MqttRules.addTo(Settings.builder(MqttSettings.all()).forPlatform(MqttProvider.ID), this::hasModel);

    private @Nullable ThingModel thingModel;
    private @Nullable SessionOptions session;

    MqttConfigBuilder() {}

    MqttConfigBuilder(Settings given, SessionOptions session, @Nullable ThingModel thingModel) {
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
    public MqttConfigBuilder read(SettingSource... sources) {
        settings.read(sources);
        return this;
    }

    /** The broker; this or {@link #preset} is needed. */
    public MqttConfigBuilder endpoint(@Nullable Endpoint endpoint) {
        return put(BrokerSettings.ENDPOINT, endpoint);
    }

    /** The broker, as {@link Endpoint#parse} reads it: {@code mqtts://broker.example.com:8883}. */
    public MqttConfigBuilder endpoint(String uri) {
        settings.putText(BrokerSettings.ENDPOINT, uri, Endpoint::parse);
        return this;
    }

    /** The device's name, 1 to 64 characters without {@code / + #}; required. */
    public MqttConfigBuilder deviceName(@Nullable String name) {
        return put(MqttSettings.DEVICE_NAME, name);
    }

    /** Put in front of every topic as it is; default nothing. */
    public MqttConfigBuilder topicPrefix(@Nullable String prefix) {
        return put(MqttSettings.TOPIC_PREFIX, prefix);
    }

    /** A known broker in place of an endpoint. */
    public MqttConfigBuilder preset(@Nullable BrokerPreset broker) {
        return put(BrokerSettings.PRESET, broker);
    }

    /** With a preset: how to reach it; default TLS where it has it. */
    public MqttConfigBuilder transport(@Nullable Transport how) {
        return put(BrokerSettings.TRANSPORT, how);
    }

    /** Client identifier; default the device's name. */
    public MqttConfigBuilder clientId(@Nullable String id) {
        return put(BrokerSettings.CLIENT_ID, id);
    }

    /** User name; default none. */
    public MqttConfigBuilder username(@Nullable String name) {
        return put(BrokerSettings.USERNAME, name);
    }

    /** Password; default none. */
    public MqttConfigBuilder password(@Nullable Secret secret) {
        return put(BrokerSettings.PASSWORD, secret);
    }

    /** Default 3.1.1. */
    public MqttConfigBuilder mqttVersion(@Nullable MqttVersion version) {
        return put(SessionSettings.MQTT_VERSION, version);
    }

    /** 0 s (never ping) to 65535 s, default 60 s. */
    public MqttConfigBuilder keepAlive(@Nullable Duration interval) {
        return put(BrokerSettings.KEEP_ALIVE, interval);
    }

    /** Whether the broker forgets what it kept of an earlier connection; default true. */
    public MqttConfigBuilder cleanStart(@Nullable Boolean clean) {
        return put(SessionSettings.CLEAN_START, clean);
    }

    /** Messages a second; 0 for no limit, the default without a preset. */
    public MqttConfigBuilder publishRate(@Nullable Integer perSecond) {
        return put(BrokerSettings.PUBLISH_RATE, perSecond);
    }

    /** The largest payload in bytes that the broker takes; default all that MQTT allows. */
    public MqttConfigBuilder maxPayload(@Nullable Long bytes) {
        return put(BrokerSettings.MAX_PAYLOAD, bytes);
    }

    /** How properties are reported; default text. */
    public MqttConfigBuilder payload(@Nullable PayloadForm form) {
        return put(MqttSettings.PAYLOAD, form);
    }

    /** Topic of reports; default <code>{deviceName}/{property}</code>. */
    public MqttConfigBuilder propertyTopic(@Nullable String template) {
        return put(MqttSettings.PROPERTY_TOPIC, template);
    }

    /** Topics of single properties. */
    public MqttConfigBuilder propertyTopics(@Nullable Map<String, String> byProperty) {
        return put(MqttSettings.PROPERTY_TOPICS, byProperty);
    }

    /** With JSON: the pointer of a property's value. */
    public MqttConfigBuilder pointer(@Nullable String template) {
        return put(MqttSettings.POINTER, template);
    }

    /** With JSON: the pointers of single properties. */
    public MqttConfigBuilder pointers(@Nullable Map<String, String> byProperty) {
        return put(MqttSettings.POINTERS, byProperty);
    }

    /** With JSON: where the time of a report stands; default nowhere. */
    public MqttConfigBuilder timePointer(@Nullable String pointer) {
        return put(MqttSettings.TIME_POINTER, pointer);
    }

    /** With JSON: the object that reports begin with; default an empty one. */
    public MqttConfigBuilder jsonTemplate(@Nullable String object) {
        return put(MqttSettings.JSON_TEMPLATE, object);
    }

    /** The words for true and false, such as {@code ON/OFF}; default {@code true/false}. */
    public MqttConfigBuilder booleanWords(@Nullable String words) {
        return put(MqttSettings.BOOLEAN_WORDS, words);
    }

    /** How enumerations are written; default by number. */
    public MqttConfigBuilder enumerations(@Nullable EnumerationForm form) {
        return put(MqttSettings.ENUMERATIONS, form);
    }

    /** Of reports, events and answers; default at least once. */
    public MqttConfigBuilder qos(@Nullable QualityOfService qos) {
        return put(MqttSettings.QOS, qos == null ? null : qos.level());
    }

    /** Whether the broker keeps the last report of every property; default false. */
    public MqttConfigBuilder retain(@Nullable Boolean all) {
        return put(MqttSettings.RETAIN, all);
    }

    /** Properties whose last report is kept in any case. */
    public MqttConfigBuilder retainedProperties(@Nullable List<String> names) {
        return put(MqttSettings.RETAINED_PROPERTIES, names);
    }

    /** Topic of commands; default <code>{deviceName}/{property}/set</code>, empty for none. */
    public MqttConfigBuilder commandTopic(@Nullable String template) {
        return put(MqttSettings.COMMAND_TOPIC, template);
    }

    /** Command topics of single properties. */
    public MqttConfigBuilder commandTopics(@Nullable Map<String, String> byProperty) {
        return put(MqttSettings.COMMAND_TOPICS, byProperty);
    }

    /** How commands hold values; default as reports do. */
    public MqttConfigBuilder commandPayload(@Nullable PayloadForm form) {
        return put(MqttSettings.COMMAND_PAYLOAD, form);
    }

    /** With JSON: pointers in commands where they differ. */
    public MqttConfigBuilder commandPointers(@Nullable Map<String, String> byProperty) {
        return put(MqttSettings.COMMAND_POINTERS, byProperty);
    }

    /** Whether commands that the broker kept are obeyed; default true. */
    public MqttConfigBuilder retainedCommands(@Nullable Boolean obeyed) {
        return put(MqttSettings.RETAINED_COMMANDS, obeyed);
    }

    /** Topic of answers to commands; default none. */
    public MqttConfigBuilder commandReplyTopic(@Nullable String template) {
        return put(MqttSettings.COMMAND_REPLY_TOPIC, template);
    }

    /** Of subscriptions to commands and calls; default at least once. */
    public MqttConfigBuilder commandQos(@Nullable QualityOfService qos) {
        return put(MqttSettings.COMMAND_QOS, qos == null ? null : qos.level());
    }

    /** The group with which this client shares commands and calls; default none. */
    public MqttConfigBuilder shareGroup(@Nullable String group) {
        return put(MqttSettings.SHARE_GROUP, group);
    }

    /** Topic of events; default <code>{deviceName}/event/{event}</code>, empty for none. */
    public MqttConfigBuilder eventTopic(@Nullable String template) {
        return put(MqttSettings.EVENT_TOPIC, template);
    }

    /** Topics of single events. */
    public MqttConfigBuilder eventTopics(@Nullable Map<String, String> byEvent) {
        return put(MqttSettings.EVENT_TOPICS, byEvent);
    }

    /** Topic of calls; default <code>{deviceName}/service/{service}</code>, empty for none. */
    public MqttConfigBuilder serviceTopic(@Nullable String template) {
        return put(MqttSettings.SERVICE_TOPIC, template);
    }

    /** Topics of single services. */
    public MqttConfigBuilder serviceTopics(@Nullable Map<String, String> byService) {
        return put(MqttSettings.SERVICE_TOPICS, byService);
    }

    /** Topic of answers to calls; default the call's with {@code /reply}, empty for none. */
    public MqttConfigBuilder serviceReplyTopic(@Nullable String template) {
        return put(MqttSettings.SERVICE_REPLY_TOPIC, template);
    }

    /** Member of a call that its answer repeats; default none. */
    public MqttConfigBuilder requestIdMember(@Nullable String member) {
        return put(MqttSettings.REQUEST_ID_MEMBER, member);
    }

    /** Topic of raw reports; default none. */
    public MqttConfigBuilder rawTopic(@Nullable String topic) {
        return put(MqttSettings.RAW_TOPIC, topic);
    }

    /** Topic of raw commands; default none. */
    public MqttConfigBuilder rawCommandTopic(@Nullable String topic) {
        return put(MqttSettings.RAW_COMMAND_TOPIC, topic);
    }

    /** Topic that says whether the device is connected; default none. */
    public MqttConfigBuilder availabilityTopic(@Nullable String topic) {
        return put(PresenceSettings.AVAILABILITY_TOPIC, topic);
    }

    /** Default {@code online}. */
    public MqttConfigBuilder onlinePayload(@Nullable String text) {
        return put(PresenceSettings.ONLINE_PAYLOAD, text);
    }

    /** Default {@code offline}. */
    public MqttConfigBuilder offlinePayload(@Nullable String text) {
        return put(PresenceSettings.OFFLINE_PAYLOAD, text);
    }

    /** A Will of one's own, in place of an availability topic; null for none. */
    public MqttConfigBuilder will(@Nullable String topic, String payload, QualityOfService qos, boolean retained) {
        put(PresenceSettings.WILL_TOPIC, topic);
        put(PresenceSettings.WILL_PAYLOAD, payload);
        put(PresenceSettings.WILL_QOS, qos.level());
        return put(PresenceSettings.WILL_RETAIN, retained);
    }

    /** With MQTT 5: how long the broker keeps the session; default what clean start says. */
    public MqttConfigBuilder sessionExpiry(@Nullable Duration interval) {
        return put(Mqtt5Settings.SESSION_EXPIRY, interval);
    }

    /** With MQTT 5: how long reports and events are worth delivering, 1 s or more; default for ever. */
    public MqttConfigBuilder messageExpiry(@Nullable Duration expiry) {
        return put(Mqtt5Settings.MESSAGE_EXPIRY, expiry);
    }

    /** With MQTT 5: what the payload of reports and events is said to be; default nothing. */
    public MqttConfigBuilder contentType(@Nullable String type) {
        return put(Mqtt5Settings.CONTENT_TYPE, type);
    }

    /** With MQTT 5: pairs that every report and event carries; default none. */
    public MqttConfigBuilder userProperties(@Nullable Map<String, String> pairs) {
        return put(Mqtt5Settings.USER_PROPERTIES, pairs);
    }

    /** Values are checked against it, and texts read by it. */
    public MqttConfigBuilder thingModel(@Nullable ThingModel model) {
        thingModel = model;
        return put(SessionSettings.THING_MODEL, null);
    }

    /** A file to read the thing model from. */
    public MqttConfigBuilder thingModel(Path file) {
        thingModel = null;
        return put(SessionSettings.THING_MODEL, file);
    }

    /** How the session behaves, in place of everything that settings say on it; default as settings say. */
    public MqttConfigBuilder session(@Nullable SessionOptions options) {
        session = options;
        return this;
    }

    /**
     * Builds the configuration. What is to be thought of on a public broker is logged as a warning.
     *
     * @throws InvalidConfigurationException with every problem there is
     */
    public MqttConfig build() {
        Settings checked = settings.build();
        MqttConfig read = MqttConfig.read(checked, hasModel());
        MqttConfig config = new MqttConfig(
                checked,
                session == null ? read.session() : session,
                thingModel == null ? read.thingModel().orElse(null) : thingModel);
        BrokerWarnings.log(config.deviceId(), config.warnings());
        return config;
    }

    private boolean hasModel() {
        return thingModel != null;
    }

    private <T> MqttConfigBuilder put(Setting<T> setting, @Nullable T value) {
        settings.put(setting, value);
        return this;
    }
}
