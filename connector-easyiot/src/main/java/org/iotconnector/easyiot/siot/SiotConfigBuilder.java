package org.iotconnector.easyiot.siot;

import java.net.URI;
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
import org.iotconnector.easyiot.BooleanWords;
import org.iotconnector.easyiot.Layout;
import org.iotconnector.easyiot.internal.DataSettings;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a {@link SiotConfig}; null takes an earlier value back. What is wrong is reported by
 * {@link #build()}, all at once. Confined to one thread.
 */
public final class SiotConfigBuilder {
    private final Settings.Builder settings =
            SiotRules.addTo(Settings.builder(SiotSettings.all()).forPlatform(SiotProvider.ID));

    private final Map<String, String> topics = new LinkedHashMap<>();
    private @Nullable ThingModel thingModel;
    private @Nullable SessionOptions session;

    SiotConfigBuilder() {}

    SiotConfigBuilder(Settings given, SessionOptions session, @Nullable ThingModel thingModel) {
        given.declared().forEach(setting -> copy(given, setting));
        topics.putAll(given.get(SiotSettings.TOPICS));
        this.session = session;
        thingModel(thingModel);
    }

    private <T> void copy(Settings given, Setting<T> setting) {
        if (given.isSet(setting)) {
            settings.put(setting, given.get(setting));
        }
    }

    /** Reads more settings, such as a file; what this builder's methods set wins over them. */
    public SiotConfigBuilder read(SettingSource... sources) {
        settings.read(sources);
        return this;
    }

    /** Name or address of the server; default {@code 127.0.0.1}. */
    public SiotConfigBuilder host(@Nullable String host) {
        return put(SiotSettings.HOST, host);
    }

    /** Default {@link SiotVersion#V2}. */
    public SiotConfigBuilder version(@Nullable SiotVersion version) {
        return put(SiotSettings.VERSION, version);
    }

    /** Default {@code siot}. */
    public SiotConfigBuilder username(@Nullable String username) {
        return put(SiotSettings.USERNAME, username);
    }

    /** Default the one that every server ships with. */
    public SiotConfigBuilder password(@Nullable Secret password) {
        return put(SiotSettings.PASSWORD, password);
    }

    /** Project of topics that are given without one; default {@code siot}. */
    public SiotConfigBuilder project(@Nullable String project) {
        return put(SiotSettings.PROJECT, project);
    }

    /** Whether reports are stored; default {@link SiotStore#YES}. */
    public SiotConfigBuilder store(@Nullable SiotStore store) {
        return put(SiotSettings.STORE, store);
    }

    /** V1 without storing: whether the server delivers the {@code ->} too; default true. */
    public SiotConfigBuilder prefixReturns(@Nullable Boolean returns) {
        return put(SiotSettings.PREFIX_RETURNS, returns);
    }

    /** Adds a device of the server, or a topic of project and device, under a name; at least one is required. */
    public SiotConfigBuilder topic(String name, String topic) {
        topics.put(name, topic);
        return put(SiotSettings.TOPICS, Collections.unmodifiableMap(new LinkedHashMap<>(topics)));
    }

    /** Name to topic, in place of all that were given before. */
    public SiotConfigBuilder topics(@Nullable Map<String, String> all) {
        topics.clear();
        topics.putAll(all == null ? Map.of() : all);
        return put(SiotSettings.TOPICS, all == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(all)));
    }

    /** The device's name for people; default {@code device}. */
    public SiotConfigBuilder name(@Nullable String name) {
        return put(DataSettings.NAME, name);
    }

    /** Default {@link Layout#TEXT}. */
    public SiotConfigBuilder layout(@Nullable Layout layout) {
        return put(DataSettings.LAYOUT, layout);
    }

    /** Property to the name it is said under, where they differ. */
    public SiotConfigBuilder properties(@Nullable Map<String, String> names) {
        return put(DataSettings.PROPERTIES, names);
    }

    /** Default {@link BooleanWords#ON_OFF}. */
    public SiotConfigBuilder booleanWords(@Nullable BooleanWords words) {
        return put(DataSettings.BOOLEAN_WORDS, words);
    }

    /** Whether own reports that come back are kept from the handlers; default true. */
    public SiotConfigBuilder suppressEcho(@Nullable Boolean suppress) {
        return put(DataSettings.SUPPRESS_ECHO, suppress);
    }

    /** Where to connect instead of the host's port 1883. */
    public SiotConfigBuilder endpoint(@Nullable Endpoint endpoint) {
        return put(SiotSettings.ENDPOINT, endpoint);
    }

    /** Where to connect, as {@link Endpoint#parse} reads it: {@code mqtt://127.0.0.1:1883}. */
    public SiotConfigBuilder endpoint(String uri) {
        settings.putText(SiotSettings.ENDPOINT, uri, Endpoint::parse);
        return this;
    }

    /** Where the HTTP interface is; default {@code http://}, the host and port 8080. */
    public SiotConfigBuilder apiEndpoint(@Nullable URI address) {
        return put(SiotSettings.API_ENDPOINT, address);
    }

    /** The client identifier; default computed. */
    public SiotConfigBuilder clientId(@Nullable String id) {
        return put(DataSettings.CLIENT_ID, id);
    }

    /** V1 only, default at most once: the manual speaks of no other. */
    public SiotConfigBuilder qos(@Nullable QualityOfService qos) {
        return put(SiotSettings.QOS, qos == null ? null : qos.level());
    }

    /** 5 s to 65535 s, default 60 s. */
    public SiotConfigBuilder keepAlive(@Nullable Duration interval) {
        return put(SiotSettings.KEEP_ALIVE, interval);
    }

    /** Values are checked against it, and text is read as its types. */
    public SiotConfigBuilder thingModel(@Nullable ThingModel model) {
        thingModel = model;
        return put(SessionSettings.THING_MODEL, null);
    }

    /** A file to read the thing model from. */
    public SiotConfigBuilder thingModel(Path file) {
        thingModel = null;
        return put(SessionSettings.THING_MODEL, file);
    }

    /** How the session behaves, in place of everything that settings say on it; default as settings say. */
    public SiotConfigBuilder session(@Nullable SessionOptions options) {
        session = options;
        return this;
    }

    /**
     * Builds the configuration.
     *
     * @throws InvalidConfigurationException with every problem there is
     */
    public SiotConfig build() {
        Settings checked = settings.build();
        SiotConfig config = SiotConfig.of(checked);
        return new SiotConfig(
                checked,
                session == null ? config.session() : session,
                thingModel == null ? config.thingModel().orElse(null) : thingModel);
    }

    private <T> SiotConfigBuilder put(Setting<T> setting, @Nullable T value) {
        settings.put(setting, value);
        return this;
    }
}
