package org.iotconnector.aliyun;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttVersion;
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
 * Collects the settings of an {@link AliyunConfig}; null takes an earlier value back. What is wrong is reported by
 * {@link #build()}, all at once. Confined to one thread.
 */
public final class AliyunConfigBuilder {
    private final Settings.Builder settings =
            AliyunRules.addTo(Settings.builder(AliyunSettings.all()).forPlatform(AliyunProvider.ID));
    private final Map<String, String> extensions = new LinkedHashMap<>();

    private @Nullable ThingModel thingModel;
    private @Nullable SessionOptions session;

    AliyunConfigBuilder() {}

    AliyunConfigBuilder(Settings given, SessionOptions session, @Nullable ThingModel thingModel) {
        given.declared().forEach(setting -> copy(given, setting));
        extensions.putAll(given.find(AliyunSettings.EXTENSIONS).orElse(Map.of()));
        this.session = session;
        thingModel(thingModel);
    }

    private <T> void copy(Settings given, Setting<T> setting) {
        if (given.isSet(setting)) {
            settings.put(setting, given.get(setting));
        }
    }

    /** Reads more settings, such as a file; what this builder's methods set wins over them. */
    public AliyunConfigBuilder read(SettingSource... sources) {
        settings.read(sources);
        return this;
    }

    /** The product's key, letters and digits; required. */
    public AliyunConfigBuilder productKey(@Nullable String key) {
        return put(AliyunSettings.PRODUCT_KEY, key);
    }

    /** The device's name, 4 to 32 characters of {@code A-Z a-z 0-9 _ - @ . :}; required. */
    public AliyunConfigBuilder deviceName(@Nullable String name) {
        return put(AliyunSettings.DEVICE_NAME, name);
    }

    /** The device's own secret; required. */
    public AliyunConfigBuilder deviceSecret(@Nullable Secret secret) {
        return put(AliyunSettings.DEVICE_SECRET, secret);
    }

    /** 1 to 64 characters without {@code |}; default {@code {productKey}.{deviceName}}. */
    public AliyunConfigBuilder clientId(@Nullable String text) {
        return put(AliyunSettings.CLIENT_ID, text);
    }

    /** Default hmacsha256. */
    public AliyunConfigBuilder signMethod(@Nullable SignMethod method) {
        return put(AliyunSettings.SIGN_METHOD, method);
    }

    /** 2 for TLS or 3 for plain TCP; default by the endpoint. */
    public AliyunConfigBuilder secureMode(@Nullable Integer mode) {
        return put(AliyunSettings.SECURE_MODE, mode);
    }

    /** {@code none} (the default), {@code now} for the time of each connect, or digits. */
    public AliyunConfigBuilder timestamp(@Nullable String text) {
        return put(AliyunSettings.TIMESTAMP, text);
    }

    /** One more parameter of the client identifier, after those there are. */
    public AliyunConfigBuilder extension(String key, String value) {
        extensions.put(key, value);
        return putExtensions();
    }

    /** All further parameters of the client identifier, in the map's order; replaces earlier ones. */
    public AliyunConfigBuilder extensions(Map<String, String> all) {
        extensions.clear();
        extensions.putAll(all);
        return putExtensions();
    }

    private AliyunConfigBuilder putExtensions() {
        return put(AliyunSettings.EXTENSIONS, Collections.unmodifiableMap(new LinkedHashMap<>(extensions)));
    }

    /** Region of the legacy public instance; default {@code cn-shanghai}. */
    public AliyunConfigBuilder region(@Nullable String id) {
        return put(AliyunSettings.REGION, id);
    }

    /** The purchased or new public instance that holds the product. */
    public AliyunConfigBuilder instanceId(@Nullable String id) {
        return put(AliyunSettings.INSTANCE_ID, id);
    }

    /** Where to connect instead of the platform's own host. */
    public AliyunConfigBuilder endpoint(@Nullable Endpoint endpoint) {
        return put(AliyunSettings.ENDPOINT, endpoint);
    }

    /** Where to connect, as {@link Endpoint#parse} reads it: {@code mqtt://127.0.0.1:1883}. */
    public AliyunConfigBuilder endpoint(String uri) {
        settings.putText(AliyunSettings.ENDPOINT, uri, Endpoint::parse);
        return this;
    }

    /** Quality of service of reports: at least once (the default) or at most once. */
    public AliyunConfigBuilder qos(@Nullable QualityOfService qos) {
        return put(AliyunSettings.QOS, qos == null ? null : qos.level());
    }

    /** 30 s to 1200 s, default 300 s. */
    public AliyunConfigBuilder keepAlive(@Nullable Duration interval) {
        return put(AliyunSettings.KEEP_ALIVE, interval);
    }

    /** Whether the platform forgets waiting messages of an earlier connection; default true. */
    public AliyunConfigBuilder cleanStart(@Nullable Boolean clean) {
        return put(SessionSettings.CLEAN_START, clean);
    }

    /** Default 3.1.1; version 5 only with an instance id or an endpoint. */
    public AliyunConfigBuilder mqttVersion(@Nullable MqttVersion version) {
        return put(SessionSettings.MQTT_VERSION, version);
    }

    /** Values are checked against it. */
    public AliyunConfigBuilder thingModel(@Nullable ThingModel model) {
        thingModel = model;
        return put(SessionSettings.THING_MODEL, null);
    }

    /** A TSL file to read the thing model from. */
    public AliyunConfigBuilder thingModel(Path tsl) {
        thingModel = null;
        return put(SessionSettings.THING_MODEL, tsl);
    }

    /** How the session behaves, in place of everything that settings say on it; default as settings say. */
    public AliyunConfigBuilder session(@Nullable SessionOptions options) {
        session = options;
        return this;
    }

    /**
     * Builds the configuration.
     *
     * @throws InvalidConfigurationException with every problem there is
     */
    public AliyunConfig build() {
        Settings checked = settings.build();
        AliyunConfig config = AliyunConfig.of(checked);
        return new AliyunConfig(
                checked,
                session == null ? config.session() : session,
                thingModel == null ? config.thingModel().orElse(null) : thingModel);
    }

    private <T> AliyunConfigBuilder put(Setting<T> setting, @Nullable T value) {
        settings.put(setting, value);
        return this;
    }
}
