package org.iotconnector.easyiot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
import org.iotconnector.easyiot.internal.DataSettings;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of an {@link EasyIotConfig}; null takes an earlier value back. What is wrong is reported by
 * {@link #build()}, all at once. Confined to one thread.
 */
public final class EasyIotConfigBuilder {
    private final Settings.Builder settings =
            EasyIotRules.addTo(Settings.builder(EasyIotSettings.all()).forPlatform(EasyIotProvider.ID));

    private final Map<String, String> topics = new LinkedHashMap<>();
    private @Nullable ThingModel thingModel;
    private @Nullable SessionOptions session;

    EasyIotConfigBuilder() {}

    EasyIotConfigBuilder(Settings given, SessionOptions session, @Nullable ThingModel thingModel) {
        given.declared().forEach(setting -> copy(given, setting));
        topics.putAll(given.get(EasyIotSettings.TOPICS));
        this.session = session;
        thingModel(thingModel);
    }

    private <T> void copy(Settings given, Setting<T> setting) {
        if (given.isSet(setting)) {
            settings.put(setting, given.get(setting));
        }
    }

    /** Reads more settings, such as a file; what this builder's methods set wins over them. */
    public EasyIotConfigBuilder read(SettingSource... sources) {
        settings.read(sources);
        return this;
    }

    /** The account's Iot_id; required. */
    public EasyIotConfigBuilder iotId(@Nullable String id) {
        return put(EasyIotSettings.IOT_ID, id);
    }

    /** The account's Iot_pwd; required. */
    public EasyIotConfigBuilder iotPwd(@Nullable Secret password) {
        return put(EasyIotSettings.IOT_PWD, password);
    }

    /** Adds a topic under a name of one's own; at least one is required. */
    public EasyIotConfigBuilder topic(String name, String topic) {
        topics.put(name, topic);
        return put(EasyIotSettings.TOPICS, Collections.unmodifiableMap(new LinkedHashMap<>(topics)));
    }

    /** Name to topic, in place of all that were given before. */
    public EasyIotConfigBuilder topics(@Nullable Map<String, String> all) {
        topics.clear();
        topics.putAll(all == null ? Map.of() : all);
        return put(EasyIotSettings.TOPICS, all == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(all)));
    }

    /** The device's name for people; default {@code device}. */
    public EasyIotConfigBuilder name(@Nullable String name) {
        return put(DataSettings.NAME, name);
    }

    /** Default {@link Layout#TEXT}. */
    public EasyIotConfigBuilder layout(@Nullable Layout layout) {
        return put(DataSettings.LAYOUT, layout);
    }

    /** Property to the name it is said under, where they differ. */
    public EasyIotConfigBuilder properties(@Nullable Map<String, String> names) {
        return put(DataSettings.PROPERTIES, names);
    }

    /** Default {@link BooleanWords#ON_OFF}. */
    public EasyIotConfigBuilder booleanWords(@Nullable BooleanWords words) {
        return put(DataSettings.BOOLEAN_WORDS, words);
    }

    /** Whether own reports that come back are kept from the handlers; default true. */
    public EasyIotConfigBuilder suppressEcho(@Nullable Boolean suppress) {
        return put(DataSettings.SUPPRESS_ECHO, suppress);
    }

    /** The site of the account; default {@link EasyIotHost#CN}. */
    public EasyIotConfigBuilder host(@Nullable EasyIotHost host) {
        return put(EasyIotSettings.HOST, host);
    }

    /** Where to connect instead of the site's server; plain TCP. */
    public EasyIotConfigBuilder endpoint(@Nullable Endpoint endpoint) {
        return put(EasyIotSettings.ENDPOINT, endpoint);
    }

    /** Where to connect, as {@link Endpoint#parse} reads it: {@code mqtt://127.0.0.1:1883}. */
    public EasyIotConfigBuilder endpoint(String uri) {
        settings.putText(EasyIotSettings.ENDPOINT, uri, Endpoint::parse);
        return this;
    }

    /** The client identifier; default computed. */
    public EasyIotConfigBuilder clientId(@Nullable String id) {
        return put(DataSettings.CLIENT_ID, id);
    }

    /** Quality of service of reports: at least once (the default) or at most once. */
    public EasyIotConfigBuilder qos(@Nullable QualityOfService qos) {
        return put(EasyIotSettings.QOS, qos == null ? null : qos.level());
    }

    /** 5 s to 65535 s, default 60 s. */
    public EasyIotConfigBuilder keepAlive(@Nullable Duration interval) {
        return put(EasyIotSettings.KEEP_ALIVE, interval);
    }

    /** Values are checked against it, and text is read as its types. */
    public EasyIotConfigBuilder thingModel(@Nullable ThingModel model) {
        thingModel = model;
        return put(SessionSettings.THING_MODEL, null);
    }

    /** A file to read the thing model from. */
    public EasyIotConfigBuilder thingModel(Path file) {
        thingModel = null;
        return put(SessionSettings.THING_MODEL, file);
    }

    /** How the session behaves, in place of everything that settings say on it; default as settings say. */
    public EasyIotConfigBuilder session(@Nullable SessionOptions options) {
        session = options;
        return this;
    }

    /**
     * Builds the configuration.
     *
     * @throws InvalidConfigurationException with every problem there is
     */
    public EasyIotConfig build() {
        Settings checked = settings.build();
        EasyIotConfig config = EasyIotConfig.of(checked);
        return new EasyIotConfig(
                checked,
                session == null ? config.session() : session,
                thingModel == null ? config.thingModel().orElse(null) : thingModel);
    }

    private <T> EasyIotConfigBuilder put(Setting<T> setting, @Nullable T value) {
        settings.put(setting, value);
        return this;
    }
}
