package org.iotconnector.mqtt.homie;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.mqtt.BrokerPreset;
import org.iotconnector.mqtt.homie.internal.HomieLayout;
import org.iotconnector.mqtt.internal.BrokerSettings;
import org.iotconnector.mqtt.internal.BrokerWarnings;
import org.jspecify.annotations.Nullable;

/**
 * A Homie device: its id, the version of the convention it keeps, and the broker it is on. Immutable; equal when everything
 * that takes effect is, whether it was given or a default.
 *
 * <pre>{@code
 * HomieConfig.builder().endpoint("mqtt://192.168.1.10:1883").device("lamp-1").thingModel(model).build();
 * }</pre>
 */
public final class HomieConfig implements DeviceConfig<HomieConfig> {
    private static final HomieProvider PROVIDER = new HomieProvider();

    private final Settings settings;
    private final SessionOptions session;
    private final ThingModel thingModel;
    private final HomieLayout layout;
    /** Everything that takes effect, so that a default and the same value given are equal. */
    private final List<Object> effective;

    private HomieConfig(Settings settings, SessionOptions session, ThingModel thingModel, HomieLayout layout) {
        this.settings = settings;
        this.session = session;
        this.thingModel = thingModel;
        this.layout = layout;
        this.effective = List.of(
                List.of(device(), homieVersion(), domain(), qos(), stateAtClose(), thingModel, session),
                List.of(endpoint(), clientId(), username(), password(), mqttVersion(), keepAlive(), cleanStart()),
                List.of(publishRate(), maxPayload(), name(), layout.all(), descriptionVersion(), target()),
                List.of(layout.nodes().keySet().stream().map(this::nodeName).toList()),
                List.of(layout.nodes().keySet().stream().map(this::nodeType).toList()),
                List.of(implementation(), localIp(), mac(), firmwareName(), firmwareVersion(), statsInterval()));
    }

    /** Every setting of the platform, in the order of the manual. */
    public static List<Setting<?>> settings() {
        return HomieSettings.all();
    }

    /**
     * The configuration that settings stand for. What is to be thought of on a public broker is logged as a warning.
     *
     * @param settings values of all that {@link #settings()} declares
     * @throws InvalidConfigurationException with every rule over several settings that they break, and every file they
     *     name that cannot be used
     */
    public static HomieConfig of(Settings settings) {
        return of(settings, null, null);
    }

    static HomieConfig of(Settings settings, @Nullable SessionOptions options, @Nullable ThingModel given) {
        ProblemCollector problems = new ProblemCollector();
        HomieRules.check(settings, Optional.ofNullable(given), problems);
        problems.throwIfAny();
        ThingModel model =
                given == null ? HomieRules.thingModel(settings, problems).orElseThrow() : given;
        HomieLayout layout =
                HomieRules.layout(settings, Optional.of(model), problems).orElseThrow();
        HomieConfig config =
                new HomieConfig(settings, options == null ? SessionSettings.read(settings) : options, model, layout);
        BrokerWarnings.log(config.deviceId(), config.warnings());
        return config;
    }

    public static HomieConfigBuilder builder() {
        return new HomieConfigBuilder();
    }

    /** A builder that begins with everything this configuration has. */
    public HomieConfigBuilder newBuilder() {
        return new HomieConfigBuilder(settings, session, thingModel);
    }

    @Override
    public Provider<HomieConfig> provider() {
        return PROVIDER;
    }

    /** The device's id. */
    @Override
    public String deviceId() {
        return device();
    }

    @Override
    public SessionOptions session() {
        return session;
    }

    /** Always there. */
    @Override
    public Optional<ThingModel> thingModel() {
        return Optional.of(thingModel);
    }

    HomieLayout layout() {
        return layout;
    }

    /** What to think of on this broker, as sentences; empty for one's own. */
    public List<String> warnings() {
        return BrokerWarnings.of(endpoint(), session.tls(), domain() + "/" + device(), clientId());
    }

    /** The setting {@code deviceId}. */
    public String device() {
        return settings.get(HomieSettings.DEVICE_ID);
    }

    /** Default 5. */
    public HomieVersion homieVersion() {
        return settings.get(HomieSettings.HOMIE_VERSION);
    }

    /** The first level of all topics; default {@code homie}. */
    public String domain() {
        return settings.get(HomieSettings.DOMAIN);
    }

    /** Of what the broker keeps; default at least once, in version 5 exactly once. */
    public QualityOfService qos() {
        return settings.find(HomieSettings.QOS)
                .map(QualityOfService::ofLevel)
                .orElse(
                        homieVersion() == HomieVersion.V5
                                ? QualityOfService.EXACTLY_ONCE
                                : QualityOfService.AT_LEAST_ONCE);
    }

    /** What is said last: disconnected, the default, or sleeping. */
    public HomieState stateAtClose() {
        return settings.get(HomieSettings.STATE_AT_CLOSE);
    }

    /** Where to connect: the endpoint given, else the preset's. */
    public Endpoint endpoint() {
        return BrokerSettings.endpoint(settings)
                .orElseThrow(
                        () -> new IllegalStateException("Neither endpoint nor preset; this is a bug in the rules."));
    }

    /** The known broker that this is, be it chosen by name or by address. */
    public Optional<BrokerPreset> preset() {
        return settings.find(BrokerSettings.PRESET)
                .or(() -> BrokerPreset.ofHost(endpoint().host()));
    }

    /** Default the device's id. */
    public String clientId() {
        return settings.find(BrokerSettings.CLIENT_ID).orElseGet(this::device);
    }

    public Optional<String> username() {
        return settings.find(BrokerSettings.USERNAME);
    }

    public Optional<Secret> password() {
        return settings.find(BrokerSettings.PASSWORD);
    }

    /** Default 3.1.1. */
    public MqttVersion mqttVersion() {
        return settings.get(SessionSettings.MQTT_VERSION);
    }

    /** 0 s (never ping) to 65535 s, default 60 s. */
    public Duration keepAlive() {
        return settings.get(BrokerSettings.KEEP_ALIVE);
    }

    /** Whether the broker forgets what it kept; default true. */
    public boolean cleanStart() {
        return settings.get(SessionSettings.CLEAN_START);
    }

    /** Messages a second; 0 for no limit. Default what the preset says, else 0. */
    public int publishRate() {
        return settings.find(BrokerSettings.PUBLISH_RATE)
                .orElseGet(() -> preset().map(BrokerPreset::publishRate).orElse(0));
    }

    /** The largest payload in bytes; default what the preset says, else all that MQTT allows. */
    public int maxPayload() {
        return settings.find(BrokerSettings.MAX_PAYLOAD)
                .map(Math::toIntExact)
                .or(() -> preset().map(BrokerPreset::maxPayload).filter(bytes -> bytes > 0))
                .orElse(268_435_455);
    }

    /** Default the device's id. */
    public String name() {
        return settings.find(HomieSettings.NAME).orElseGet(this::device);
    }

    /** What people call a node; default its id. */
    public String nodeName(String node) {
        return settings.get(HomieSettings.NODE_NAMES).getOrDefault(node, node);
    }

    /** The type of a node; default its id. */
    public String nodeType(String node) {
        return settings.get(HomieSettings.NODE_TYPES).getOrDefault(node, node);
    }

    /** Version 5: the description's number; empty if it follows from the content. */
    public OptionalLong descriptionVersion() {
        return settings.find(HomieSettings.DESCRIPTION_VERSION)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Version 5: whether commands are repeated on {@code $target}; default true. */
    public boolean target() {
        return settings.get(HomieSettings.TARGET);
    }

    /** Default {@code iot-connector}. */
    public String implementation() {
        return settings.get(HomieSettings.IMPLEMENTATION);
    }

    /** Default {@code 127.0.0.1}. */
    public String localIp() {
        return settings.get(HomieSettings.LOCAL_IP);
    }

    /** Default zeros. */
    public String mac() {
        return settings.get(HomieSettings.MAC);
    }

    public Optional<String> firmwareName() {
        return settings.find(HomieSettings.FIRMWARE_NAME);
    }

    public Optional<String> firmwareVersion() {
        return settings.find(HomieSettings.FIRMWARE_VERSION);
    }

    public Optional<Duration> statsInterval() {
        return settings.find(HomieSettings.STATS_INTERVAL);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HomieConfig that && effective.equals(that.effective);
    }

    @Override
    public int hashCode() {
        return effective.hashCode();
    }

    /** The device and where it connects. */
    @Override
    public String toString() {
        return "HomieConfig[" + deviceId() + " at " + endpoint() + "]";
    }
}
