package org.iotconnector.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MessageProperties;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.session.Will;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Values;
import org.iotconnector.mqtt.internal.BrokerSettings;
import org.iotconnector.mqtt.internal.BrokerWarnings;
import org.jspecify.annotations.Nullable;

/**
 * A device on an MQTT broker: where it connects, and which topics and payloads it has. Immutable; equal when everything
 * that takes effect is, whether it was given or a default.
 *
 * <pre>{@code
 * MqttConfig.builder().endpoint("mqtt://192.168.1.10:1883").deviceName("lamp-1").build();
 * }</pre>
 */
public final class MqttConfig implements DeviceConfig<MqttConfig> {
    private static final MqttProvider PROVIDER = new MqttProvider();

    private final Settings settings;
    private final SessionOptions session;
    private final @Nullable ThingModel thingModel;
    private final Values jsonTemplate;

    MqttConfig(Settings settings, SessionOptions session, @Nullable ThingModel thingModel) {
        this.settings = settings;
        this.session = session;
        this.thingModel = thingModel;
        this.jsonTemplate =
                Json.readObject(settings.get(MqttSettings.JSON_TEMPLATE).getBytes(StandardCharsets.UTF_8));
    }

    /** Every setting of the platform, in the order of the manual. */
    public static List<Setting<?>> settings() {
        return MqttSettings.all();
    }

    /**
     * The configuration that settings stand for. What is to be thought of on a public broker is logged as a warning.
     *
     * @param settings values of all that {@link #settings()} declares
     * @throws InvalidConfigurationException with every rule over several settings that they break, and every file they
     *     name that cannot be used
     */
    public static MqttConfig of(Settings settings) {
        MqttConfig config = read(settings, false);
        BrokerWarnings.log(config.deviceId(), config.warnings());
        return config;
    }

    /** Reads them; {@code modelled} says that a thing model was given beside the settings. */
    static MqttConfig read(Settings settings, boolean modelled) {
        ProblemCollector problems = new ProblemCollector();
        Optional<ThingModel> model = MqttRules.thingModel(settings, problems);
        MqttRules.betweenSettings(settings, modelled, problems);
        problems.throwIfAny();
        return new MqttConfig(settings, SessionSettings.read(settings), model.orElse(null));
    }

    public static MqttConfigBuilder builder() {
        return new MqttConfigBuilder();
    }

    /** A builder that begins with everything this configuration has. */
    public MqttConfigBuilder newBuilder() {
        return new MqttConfigBuilder(settings, session, thingModel);
    }

    @Override
    public Provider<MqttConfig> provider() {
        return PROVIDER;
    }

    /** The device's name. */
    @Override
    public String deviceId() {
        return deviceName();
    }

    @Override
    public SessionOptions session() {
        return session;
    }

    @Override
    public Optional<ThingModel> thingModel() {
        return Optional.ofNullable(thingModel);
    }

    /** What to think of on this broker, as sentences: that it is public, that topics can be guessed. Empty for one's own. */
    public List<String> warnings() {
        return BrokerWarnings.of(
                endpoint(),
                session.tls(),
                topicPrefix() + propertyTopic().orElse("").replace("{deviceName}", deviceName()),
                clientId());
    }

    public String deviceName() {
        return settings.get(MqttSettings.DEVICE_NAME);
    }

    /** Put in front of every topic; default empty. */
    public String topicPrefix() {
        return settings.get(MqttSettings.TOPIC_PREFIX);
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

    /** Default the device's name. */
    public String clientId() {
        return settings.find(BrokerSettings.CLIENT_ID).orElseGet(this::deviceName);
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

    /** Default text. */
    public PayloadForm payload() {
        return settings.get(MqttSettings.PAYLOAD);
    }

    /** A template without the prefix; default <code>{deviceName}/{property}</code>. */
    public Optional<String> propertyTopic() {
        return topic(MqttSettings.PROPERTY_TOPIC);
    }

    public Map<String, String> propertyTopics() {
        return settings.get(MqttSettings.PROPERTY_TOPICS);
    }

    /** The JSON pointer of all properties; empty for the default, which depends on the topics. */
    public Optional<String> pointer() {
        return settings.find(MqttSettings.POINTER);
    }

    public Map<String, String> pointers() {
        return settings.get(MqttSettings.POINTERS);
    }

    public Optional<String> timePointer() {
        return settings.find(MqttSettings.TIME_POINTER);
    }

    /** What every JSON report begins with; default an empty object. */
    public Values jsonTemplate() {
        return jsonTemplate;
    }

    /** The words for true and false with a slash between them; default {@code true/false}. */
    public String booleanWords() {
        return settings.get(MqttSettings.BOOLEAN_WORDS);
    }

    /** Default number. */
    public EnumerationForm enumerations() {
        return settings.get(MqttSettings.ENUMERATIONS);
    }

    /** Of reports, events and answers; default at least once. */
    public QualityOfService qos() {
        return QualityOfService.ofLevel(settings.get(MqttSettings.QOS));
    }

    /** Default false. */
    public boolean retain() {
        return settings.get(MqttSettings.RETAIN);
    }

    public List<String> retainedProperties() {
        return settings.get(MqttSettings.RETAINED_PROPERTIES);
    }

    /** A template without the prefix; default <code>{deviceName}/{property}/set</code>. */
    public Optional<String> commandTopic() {
        return topic(MqttSettings.COMMAND_TOPIC);
    }

    public Map<String, String> commandTopics() {
        return settings.get(MqttSettings.COMMAND_TOPICS);
    }

    /** Default that of reports. */
    public PayloadForm commandPayload() {
        return MqttRules.commandPayload(settings);
    }

    public Map<String, String> commandPointers() {
        return settings.get(MqttSettings.COMMAND_POINTERS);
    }

    /** Default true. */
    public boolean retainedCommands() {
        return settings.get(MqttSettings.RETAINED_COMMANDS);
    }

    public Optional<String> commandReplyTopic() {
        return topic(MqttSettings.COMMAND_REPLY_TOPIC);
    }

    /** Of subscriptions; default at least once. */
    public QualityOfService commandQos() {
        return QualityOfService.ofLevel(settings.get(MqttSettings.COMMAND_QOS));
    }

    public Optional<String> shareGroup() {
        return settings.find(MqttSettings.SHARE_GROUP);
    }

    /** A template without the prefix; default <code>{deviceName}/event/{event}</code>. */
    public Optional<String> eventTopic() {
        return topic(MqttSettings.EVENT_TOPIC);
    }

    public Map<String, String> eventTopics() {
        return settings.get(MqttSettings.EVENT_TOPICS);
    }

    /** A template without the prefix; default <code>{deviceName}/service/{service}</code>. */
    public Optional<String> serviceTopic() {
        return topic(MqttSettings.SERVICE_TOPIC);
    }

    public Map<String, String> serviceTopics() {
        return settings.get(MqttSettings.SERVICE_TOPICS);
    }

    public Optional<String> serviceReplyTopic() {
        return topic(MqttSettings.SERVICE_REPLY_TOPIC);
    }

    public Optional<String> requestIdMember() {
        return settings.find(MqttSettings.REQUEST_ID_MEMBER);
    }

    public Optional<String> rawTopic() {
        return topic(MqttSettings.RAW_TOPIC);
    }

    public Optional<String> rawCommandTopic() {
        return topic(MqttSettings.RAW_COMMAND_TOPIC);
    }

    public Optional<String> availabilityTopic() {
        return topic(PresenceSettings.AVAILABILITY_TOPIC);
    }

    /** Default {@code online}. */
    public String onlinePayload() {
        return settings.get(PresenceSettings.ONLINE_PAYLOAD);
    }

    /** Default {@code offline}. */
    public String offlinePayload() {
        return settings.get(PresenceSettings.OFFLINE_PAYLOAD);
    }

    /** What the broker publishes if the device is lost: the availability topic's, or a Will of one's own. */
    public Optional<Will> will() {
        return PresenceSettings.will(this, settings);
    }

    /** How long the broker keeps the session after a connection has ended, with MQTT 5; empty for the default. */
    public Optional<Duration> sessionExpiry() {
        return settings.find(Mqtt5Settings.SESSION_EXPIRY);
    }

    /** What reports and events carry beside their payload, with MQTT 5. */
    public MessageProperties reportProperties() {
        return Mqtt5Settings.ofReports(settings);
    }

    private Optional<String> topic(Setting<String> setting) {
        return settings.find(setting).filter(text -> !text.isEmpty());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MqttConfig that && EffectiveSettings.of(this).equals(EffectiveSettings.of(that));
    }

    @Override
    public int hashCode() {
        return EffectiveSettings.of(this).hashCode();
    }

    /** The device and where it connects. */
    @Override
    public String toString() {
        return "MqttConfig[" + deviceId() + " at " + endpoint() + "]";
    }
}
