package org.iotconnector.onenet.legacy;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.ThingModel;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a {@link LegacyConfig}; null takes an earlier value back. What is wrong is reported by
 * {@link #build()}, all at once. Confined to one thread.
 */
public final class LegacyConfigBuilder {
    private final Settings.Builder settings =
            LegacyRules.addTo(Settings.builder(LegacySettings.all()).forPlatform(LegacyProvider.ID));

    private @Nullable ThingModel thingModel;
    private @Nullable SessionOptions session;

    LegacyConfigBuilder() {}

    LegacyConfigBuilder(Settings given, SessionOptions session, @Nullable ThingModel thingModel) {
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
    public LegacyConfigBuilder read(SettingSource... sources) {
        settings.read(sources);
        return this;
    }

    /** The product's number; required. */
    public LegacyConfigBuilder productId(@Nullable String digits) {
        return put(LegacySettings.PRODUCT_ID, digits);
    }

    /** The device's number; required. */
    public LegacyConfigBuilder deviceId(@Nullable String digits) {
        return put(LegacySettings.DEVICE_ID, digits);
    }

    /** The device's authentication text; this or {@link #apiKey} is required. */
    public LegacyConfigBuilder authInfo(@Nullable Secret text) {
        return put(LegacySettings.AUTH_INFO, text);
    }

    /** A key of the product or the device in place of {@link #authInfo}. */
    public LegacyConfigBuilder apiKey(@Nullable Secret key) {
        return put(LegacySettings.API_KEY, key);
    }

    /** Layout of reports: 3 (the default, which becomes 4 with a time) or 1. */
    public LegacyConfigBuilder dataType(@Nullable Integer layout) {
        return put(LegacySettings.DATA_TYPE, layout);
    }

    /** Stream of raw reports; default {@code raw}. */
    public LegacyConfigBuilder rawStream(@Nullable String stream) {
        return put(LegacySettings.RAW_STREAM, stream);
    }

    /** Default {@link CommandForm#JSON}. */
    public LegacyConfigBuilder commands(@Nullable CommandForm form) {
        return put(LegacySettings.COMMANDS, form);
    }

    /** Zone of times as text; default Beijing's. */
    public LegacyConfigBuilder timeZone(@Nullable ZoneId zone) {
        return put(LegacySettings.TIME_ZONE, zone);
    }

    /** Zone of six-byte times; default that of times as text. */
    public LegacyConfigBuilder binaryTimeZone(@Nullable ZoneId zone) {
        return put(LegacySettings.BINARY_TIME_ZONE, zone);
    }

    /** Default little-endian. */
    public LegacyConfigBuilder floatOrder(@Nullable ByteOrder order) {
        return put(LegacySettings.FLOAT_ORDER, order);
    }

    /** Quality of service of reports and answers: at least once (the default) or at most once. */
    public LegacyConfigBuilder qos(@Nullable QualityOfService qos) {
        return put(LegacySettings.QOS, qos == null ? null : qos.level());
    }

    /** 120 s to 65535 s, default 300 s. */
    public LegacyConfigBuilder keepAlive(@Nullable Duration interval) {
        return put(LegacySettings.KEEP_ALIVE, interval);
    }

    /** Where to connect instead of the platform's own host; plain TCP. */
    public LegacyConfigBuilder endpoint(@Nullable Endpoint endpoint) {
        return put(LegacySettings.ENDPOINT, endpoint);
    }

    /** Where to connect, as {@link Endpoint#parse} reads it: {@code mqtt://127.0.0.1:6002}. */
    public LegacyConfigBuilder endpoint(String uri) {
        settings.putText(LegacySettings.ENDPOINT, uri, Endpoint::parse);
        return this;
    }

    /** Whether the platform forgets the subscriptions of an earlier connection; default true. */
    public LegacyConfigBuilder cleanStart(@Nullable Boolean clean) {
        return put(LegacySettings.CLEAN_START, clean);
    }

    /** Values are checked against it. */
    public LegacyConfigBuilder thingModel(@Nullable ThingModel model) {
        thingModel = model;
        return put(SessionSettings.THING_MODEL, null);
    }

    /** A TSL file to read the thing model from. */
    public LegacyConfigBuilder thingModel(Path tsl) {
        thingModel = null;
        return put(SessionSettings.THING_MODEL, tsl);
    }

    /** How the session behaves, in place of everything that settings say on it; default as settings say. */
    public LegacyConfigBuilder session(@Nullable SessionOptions options) {
        session = options;
        return this;
    }

    /**
     * Builds the configuration.
     *
     * @throws InvalidConfigurationException with every problem there is
     */
    public LegacyConfig build() {
        Settings checked = settings.build();
        LegacyConfig config = LegacyConfig.of(checked);
        return new LegacyConfig(
                checked,
                session == null ? config.session() : session,
                thingModel == null ? config.thingModel().orElse(null) : thingModel);
    }

    private <T> LegacyConfigBuilder put(Setting<T> setting, @Nullable T value) {
        settings.put(setting, value);
        return this;
    }
}
