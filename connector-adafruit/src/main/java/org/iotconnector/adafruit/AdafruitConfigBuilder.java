package org.iotconnector.adafruit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 * Collects the settings of an {@link AdafruitConfig}; null takes an earlier value back. What is wrong is reported by
 * {@link #build()}, all at once. Confined to one thread.
 */
public final class AdafruitConfigBuilder {
    private final Settings.Builder settings =
            AdafruitRules.addTo(Settings.builder(AdafruitSettings.all()).forPlatform(AdafruitProvider.ID));

    private @Nullable ThingModel thingModel;
    private @Nullable SessionOptions session;

    AdafruitConfigBuilder() {}

    AdafruitConfigBuilder(Settings given, SessionOptions session, @Nullable ThingModel thingModel) {
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
    public AdafruitConfigBuilder read(SettingSource... sources) {
        settings.read(sources);
        return this;
    }

    /** The account's name, as in {@code io.adafruit.com/{username}}; required. */
    public AdafruitConfigBuilder username(@Nullable String name) {
        return put(AdafruitSettings.USERNAME, name);
    }

    /** The account's AIO key; required. */
    public AdafruitConfigBuilder key(@Nullable Secret key) {
        return put(AdafruitSettings.KEY, key);
    }

    /** Default free. */
    public AdafruitConfigBuilder plan(@Nullable AdafruitPlan plan) {
        return put(AdafruitSettings.PLAN, plan);
    }

    /** The device's name in logs, which tells devices of one account apart; default {@code device}. */
    public AdafruitConfigBuilder name(@Nullable String name) {
        return put(AdafruitSettings.NAME, name);
    }

    /** Key of the group that the device's feeds are in: a report is then one message. Default none. */
    public AdafruitConfigBuilder group(@Nullable String key) {
        return put(AdafruitSettings.GROUP, key);
    }

    /**
     * Property to the key of its feed; a property that is not named here has the feed of its own name, in lower case and
     * with {@code -} for {@code _} and spaces.
     */
    public AdafruitConfigBuilder feeds(@Nullable Map<String, String> feeds) {
        return put(AdafruitSettings.FEEDS, feeds);
    }

    /**
     * Properties that can be set from the platform; default the thing model's writable ones, else those of
     * {@link #feeds}, else whatever feed there is.
     */
    public AdafruitConfigBuilder settable(@Nullable List<String> properties) {
        return put(AdafruitSettings.SETTABLE, properties);
    }

    /** Whether to ask for the last value of each settable property on every connection; default true. */
    public AdafruitConfigBuilder recall(@Nullable Boolean recall) {
        return put(AdafruitSettings.RECALL, recall);
    }

    /** How reports are written; default plain. */
    public AdafruitConfigBuilder feedFormat(@Nullable FeedFormat format) {
        return put(AdafruitSettings.FORMAT, format);
    }

    /** Default short. */
    public AdafruitConfigBuilder topicForm(@Nullable TopicForm form) {
        return put(AdafruitSettings.TOPIC_FORM, form);
    }

    /** How booleans are written; default digits. */
    public AdafruitConfigBuilder booleanWords(@Nullable BooleanWords words) {
        return put(AdafruitSettings.BOOLEAN_WORDS, words);
    }

    /** Digits after the point, 0 to 15; default as many as a number has. */
    public AdafruitConfigBuilder precision(@Nullable Integer digits) {
        return put(AdafruitSettings.PRECISION, digits);
    }

    /** Whether the feeds keep history: messages of 1024 bytes at most, else of 102400; default true. */
    public AdafruitConfigBuilder history(@Nullable Boolean kept) {
        return put(AdafruitSettings.HISTORY, kept);
    }

    /** Whether times of values are sent along, which is documented for REST only; default false. */
    public AdafruitConfigBuilder createdAt(@Nullable Boolean sent) {
        return put(AdafruitSettings.CREATED_AT, sent);
    }

    /** How many values a minute the account may send here, 0 to 10000; 0 is no limit; default the plan's. */
    public AdafruitConfigBuilder publishRate(@Nullable Integer perMinute) {
        return put(AdafruitSettings.PUBLISH_RATE, perMinute);
    }

    /** Quality of service of reports: at least once (the default) or at most once. */
    public AdafruitConfigBuilder qos(@Nullable QualityOfService qos) {
        return put(AdafruitSettings.QOS, qos == null ? null : qos.level());
    }

    /** A client identifier of one's own; default empty, which lets the platform choose. */
    public AdafruitConfigBuilder clientIdentifier(@Nullable String identifier) {
        return put(AdafruitSettings.CLIENT_IDENTIFIER, identifier);
    }

    /** 10 s to 1 h, default 60 s. */
    public AdafruitConfigBuilder keepAlive(@Nullable Duration interval) {
        return put(AdafruitSettings.KEEP_ALIVE, interval);
    }

    /** Where to connect instead of the platform's own host. */
    public AdafruitConfigBuilder endpoint(@Nullable Endpoint endpoint) {
        return put(AdafruitSettings.ENDPOINT, endpoint);
    }

    /** Where to connect, as {@link Endpoint#parse} reads it: {@code mqtt://127.0.0.1:1885}. */
    public AdafruitConfigBuilder endpoint(String uri) {
        settings.putText(AdafruitSettings.ENDPOINT, uri, Endpoint::parse);
        return this;
    }

    /** Where the REST API answers, http or https; default the platform's. */
    public AdafruitConfigBuilder apiEndpoint(@Nullable URI address) {
        return put(AdafruitSettings.API_ENDPOINT, address);
    }

    /** Always true: the platform documents no kept sessions. Here so that false is refused with the reason. */
    public AdafruitConfigBuilder cleanStart(@Nullable Boolean clean) {
        return put(AdafruitSettings.CLEAN_START, clean);
    }

    /** Always 3.1.1. Here so that version 5 is refused with the reason. */
    public AdafruitConfigBuilder mqttVersion(@Nullable MqttVersion version) {
        return put(AdafruitSettings.MQTT_VERSION, version);
    }

    /** Values are checked against it, and texts that arrive become values of its types. */
    public AdafruitConfigBuilder thingModel(@Nullable ThingModel model) {
        thingModel = model;
        return put(SessionSettings.THING_MODEL, null);
    }

    /** A file to read the thing model from. */
    public AdafruitConfigBuilder thingModel(Path file) {
        thingModel = null;
        return put(SessionSettings.THING_MODEL, file);
    }

    /** How the session behaves, in place of everything that settings say on it; default as settings say. */
    public AdafruitConfigBuilder session(@Nullable SessionOptions options) {
        session = options;
        return this;
    }

    /**
     * Builds the configuration.
     *
     * @throws InvalidConfigurationException with every problem there is
     */
    public AdafruitConfig build() {
        return AdafruitConfig.of(settings.build(), thingModel, session);
    }

    private <T> AdafruitConfigBuilder put(Setting<T> setting, @Nullable T value) {
        settings.put(setting, value);
        return this;
    }
}
