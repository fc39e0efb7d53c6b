package org.iotconnector.aliyun;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;

/**
 * A device on Aliyun IoT: who it is, how it logs in and where. Immutable; equal when everything that takes effect is,
 * whether it was given or a default.
 *
 * <pre>{@code
 * AliyunConfig.builder()
 *         .productKey("a1Demo0Prod").deviceName("lamp-1").deviceSecret(Secret.fromEnv("LAMP_SECRET"))
 *         .build();
 * }</pre>
 */
public final class AliyunConfig implements DeviceConfig<AliyunConfig> {
    private static final AliyunProvider PROVIDER = new AliyunProvider();
    private static final int PORT = 1883;

    private final Settings settings;
    private final SessionOptions session;
    private final @Nullable ThingModel thingModel;
    /** Everything that takes effect, so that a default and the same value given are equal. */
    private final List<Object> effective;

    AliyunConfig(Settings settings, SessionOptions session, @Nullable ThingModel thingModel) {
        this.settings = settings;
        this.session = session;
        this.thingModel = thingModel;
        this.effective = List.of(
                productKey(),
                deviceName(),
                deviceSecret(),
                clientId(),
                signMethod(),
                secureMode(),
                settings.get(AliyunSettings.TIMESTAMP),
                List.copyOf(extensions().entrySet()),
                endpoint(),
                region(),
                instanceId(),
                qos(),
                keepAlive(),
                cleanStart(),
                mqttVersion(),
                session,
                thingModel());
    }

    /** Every setting of the platform, in the order of the manual. */
    public static List<Setting<?>> settings() {
        return AliyunSettings.all();
    }

    /**
     * The configuration that settings stand for.
     *
     * @param settings values of all that {@link #settings()} declares
     * @throws InvalidConfigurationException with every rule over several settings that they break, and every file they
     *     name that cannot be used
     */
    public static AliyunConfig of(Settings settings) {
        ProblemCollector problems = new ProblemCollector();
        Optional<ThingModel> model = AliyunRules.thingModel(settings, problems);
        AliyunRules.betweenSettings(settings, problems);
        problems.throwIfAny();
        return new AliyunConfig(settings, SessionSettings.read(settings), model.orElse(null));
    }

    public static AliyunConfigBuilder builder() {
        return new AliyunConfigBuilder();
    }

    /** A builder that begins with everything this configuration has. */
    public AliyunConfigBuilder newBuilder() {
        return new AliyunConfigBuilder(settings, session, thingModel);
    }

    @Override
    public Provider<AliyunConfig> provider() {
        return PROVIDER;
    }

    /** Product key and device name, such as {@code a1Demo0Prod/lamp-1}. */
    @Override
    public String deviceId() {
        return productKey() + "/" + deviceName();
    }

    @Override
    public SessionOptions session() {
        return session;
    }

    @Override
    public Optional<ThingModel> thingModel() {
        return Optional.ofNullable(thingModel);
    }

    public String productKey() {
        return settings.get(AliyunSettings.PRODUCT_KEY);
    }

    public String deviceName() {
        return settings.get(AliyunSettings.DEVICE_NAME);
    }

    public Secret deviceSecret() {
        return settings.get(AliyunSettings.DEVICE_SECRET);
    }

    /** The signed part of the client identifier; default {@code {productKey}.{deviceName}}. */
    public String clientId() {
        return settings.find(AliyunSettings.CLIENT_ID).orElseGet(() -> AliyunRules.defaultClientId(settings));
    }

    /** How the password is computed; default hmacsha256. */
    public SignMethod signMethod() {
        return settings.get(AliyunSettings.SIGN_METHOD);
    }

    /** 2 for TLS or 3 for plain TCP; default by the endpoint. */
    public int secureMode() {
        return settings.find(AliyunSettings.SECURE_MODE)
                .orElseGet(() -> endpoint().tls() ? 2 : 3);
    }

    /** Digits to sign as they are, or {@code now} for the time of each connect; empty (the default) signs none. */
    public Optional<String> timestamp() {
        return Optional.of(settings.get(AliyunSettings.TIMESTAMP)).filter(text -> !text.equals(AliyunSettings.NONE));
    }

    /** More parameters of the client identifier, in their order; default none. */
    public Map<String, String> extensions() {
        return settings.find(AliyunSettings.EXTENSIONS).orElse(Map.of());
    }

    /** Region of the legacy public instance; default {@code cn-shanghai}. */
    public String region() {
        return settings.get(AliyunSettings.REGION);
    }

    /** The instance that holds the product; empty for the legacy public instance. */
    public Optional<String> instanceId() {
        return settings.find(AliyunSettings.INSTANCE_ID);
    }

    /**
     * Where to connect: the endpoint given, else port 1883 of the instance's or region's own host, with TLS unless the
     * secure mode was set to 3. The platform serves TLS and plain TCP on that one port.
     */
    public Endpoint endpoint() {
        return settings.find(AliyunSettings.ENDPOINT).orElseGet(this::ownEndpoint);
    }

    private Endpoint ownEndpoint() {
        boolean plain = settings.find(AliyunSettings.SECURE_MODE)
                .filter(mode -> mode == 3)
                .isPresent();
        String host = instanceId()
                .map(id -> id + ".mqtt.iothub.aliyuncs.com")
                .orElseGet(() -> productKey() + ".iot-as-mqtt." + region() + ".aliyuncs.com");
        return Endpoint.of(plain ? Endpoint.Transport.TCP : Endpoint.Transport.TLS, host, PORT);
    }

    /** Quality of service of reports: at least once (the default) or at most once. */
    public QualityOfService qos() {
        return QualityOfService.ofLevel(settings.get(AliyunSettings.QOS));
    }

    /** 30 s to 1200 s, default 300 s. */
    public Duration keepAlive() {
        return settings.get(AliyunSettings.KEEP_ALIVE);
    }

    /** Whether the platform forgets waiting messages of an earlier connection; default true. */
    public boolean cleanStart() {
        return settings.get(SessionSettings.CLEAN_START);
    }

    /** Default 3.1.1. */
    public MqttVersion mqttVersion() {
        return settings.get(SessionSettings.MQTT_VERSION);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AliyunConfig that && effective.equals(that.effective);
    }

    @Override
    public int hashCode() {
        return effective.hashCode();
    }

    /** The device and where it connects. */
    @Override
    public String toString() {
        return "AliyunConfig[" + deviceId() + " at " + endpoint() + "]";
    }
}
