package org.iotconnector.onenet.legacy;

import java.nio.ByteOrder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.Endpoint;
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
 * A device on OneNET's first generation, "multi-protocol MQTT", which the current platform has superseded. <b>There is
 * no TLS: the password travels in plain text</b>, so use it inside a network that you trust. It speaks MQTT 3.1.1
 * without a Will: its texts disagree on whether there is one. Immutable; equal when everything that takes effect is.
 *
 * <pre>{@code
 * LegacyConfig.builder().productId("86540").deviceId("5616839").authInfo(Secret.fromEnv("SENSOR_AUTH")).build();
 * }</pre>
 */
public final class LegacyConfig implements DeviceConfig<LegacyConfig> {
    private static final LegacyProvider PROVIDER = new LegacyProvider();

    private final Settings settings;
    private final SessionOptions session;
    private final @Nullable ThingModel thingModel;
    /** Everything that takes effect, so that a default and the same value given are equal. */
    private final List<Object> effective;

    LegacyConfig(Settings settings, SessionOptions session, @Nullable ThingModel thingModel) {
        this.settings = settings;
        this.session = session;
        this.thingModel = thingModel;
        this.effective = List.of(
                productId(),
                device(),
                password(),
                dataType(),
                rawStream(),
                commands(),
                timeZone(),
                binaryTimeZone(),
                floatOrder(),
                qos(),
                keepAlive(),
                endpoint(),
                cleanStart(),
                session,
                thingModel());
    }

    /** Every setting of the platform, in the order of the manual. */
    public static List<Setting<?>> settings() {
        return LegacySettings.all();
    }

    /**
     * The configuration that settings stand for.
     *
     * @param settings values of all that {@link #settings()} declares
     * @throws InvalidConfigurationException with every rule over several settings that they break, and every file they
     *     name that cannot be used
     */
    public static LegacyConfig of(Settings settings) {
        ProblemCollector problems = new ProblemCollector();
        Optional<ThingModel> model = LegacyRules.thingModel(settings, problems);
        LegacyRules.betweenSettings(settings, problems);
        problems.throwIfAny();
        return new LegacyConfig(settings, SessionSettings.read(settings), model.orElse(null));
    }

    public static LegacyConfigBuilder builder() {
        return new LegacyConfigBuilder();
    }

    /** A builder that begins with everything this configuration has. */
    public LegacyConfigBuilder newBuilder() {
        return new LegacyConfigBuilder(settings, session, thingModel);
    }

    @Override
    public Provider<LegacyConfig> provider() {
        return PROVIDER;
    }

    /** Product and device number, such as {@code 86540/5616839}. */
    @Override
    public String deviceId() {
        return productId() + "/" + device();
    }

    @Override
    public SessionOptions session() {
        return session;
    }

    @Override
    public Optional<ThingModel> thingModel() {
        return Optional.ofNullable(thingModel);
    }

    /** Digits; the user name. */
    public String productId() {
        return settings.get(LegacySettings.PRODUCT_ID);
    }

    /** The setting {@code deviceId}, digits; the client identifier. */
    public String device() {
        return settings.get(LegacySettings.DEVICE_ID);
    }

    /** The device's {@code authInfo}, or the {@code apiKey} that was given in its place. */
    public Secret password() {
        return settings.find(LegacySettings.AUTH_INFO).orElseGet(() -> settings.get(LegacySettings.API_KEY));
    }

    /** Layout of reports: 3 (the default, which becomes 4 with a time) or 1. */
    public int dataType() {
        return settings.get(LegacySettings.DATA_TYPE);
    }

    /** Stream of raw reports; default {@code raw}. */
    public String rawStream() {
        return settings.get(LegacySettings.RAW_STREAM);
    }

    /** How commands are understood; default {@link CommandForm#JSON}. */
    public CommandForm commands() {
        return settings.get(LegacySettings.COMMANDS);
    }

    /** Zone of times as text; default Beijing's. */
    public ZoneId timeZone() {
        return settings.get(LegacySettings.TIME_ZONE);
    }

    /** Zone of the six-byte times of layouts 6 and 7; default {@link #timeZone()}. */
    public ZoneId binaryTimeZone() {
        return settings.find(LegacySettings.BINARY_TIME_ZONE).orElseGet(this::timeZone);
    }

    /** Byte order of the floats of layout 7; default little-endian. */
    public ByteOrder floatOrder() {
        return settings.get(LegacySettings.FLOAT_ORDER);
    }

    /** Quality of service of reports and answers: at least once (the default) or at most once. */
    public QualityOfService qos() {
        return QualityOfService.ofLevel(settings.get(LegacySettings.QOS));
    }

    /** 120 s to 65535 s, default 300 s. */
    public Duration keepAlive() {
        return settings.get(LegacySettings.KEEP_ALIVE);
    }

    /** Where to connect, always plain TCP; default {@code mqtt://mqtt.heclouds.com:6002}. */
    public Endpoint endpoint() {
        return settings.get(LegacySettings.ENDPOINT);
    }

    /** Whether the platform forgets the subscriptions of an earlier connection; default true. */
    public boolean cleanStart() {
        return settings.get(LegacySettings.CLEAN_START);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LegacyConfig that && effective.equals(that.effective);
    }

    @Override
    public int hashCode() {
        return effective.hashCode();
    }

    /** The device and where it connects. */
    @Override
    public String toString() {
        return "LegacyConfig[" + deviceId() + " at " + endpoint() + "]";
    }
}
