package org.iotconnector.adafruit;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.ClientIdentifier;
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
 * A device on Adafruit IO: whose account it is on, which feeds its properties are, and where it connects. Immutable;
 * equal when everything that takes effect is, whether it was given or a default.
 *
 * <pre>{@code
 * AdafruitConfig.builder()
 *         .username("demo").key(Secret.fromEnv("AIO_KEY")).group("greenhouse")
 *         .build();
 * }</pre>
 */
public final class AdafruitConfig implements DeviceConfig<AdafruitConfig> {
    private static final AdafruitProvider PROVIDER = new AdafruitProvider();
    private static final Endpoint TLS = Endpoint.of(Endpoint.Transport.TLS, AdafruitRules.HOST, 8883);
    private static final String WEB_SOCKET_PATH = "mqtt";

    private final Settings settings;
    private final SessionOptions session;
    private final @Nullable ThingModel thingModel;
    /** Everything that takes effect, so that a default and the same value given are equal. */
    private final List<Object> effective;

    AdafruitConfig(Settings settings, SessionOptions session, @Nullable ThingModel thingModel) {
        this.settings = settings;
        this.session = session;
        this.thingModel = thingModel;
        this.effective = List.of(
                username(),
                key(),
                deviceId(),
                group(),
                feeds(),
                settable(),
                recall(),
                feedFormat(),
                topicForm(),
                booleanWords(),
                precision(),
                history(),
                createdAt(),
                publishRate(),
                qos(),
                clientIdentifier(),
                keepAlive(),
                endpoint(),
                apiEndpoint(),
                session,
                thingModel());
    }

    /** Every setting of the platform, in the order of the manual. */
    public static List<Setting<?>> settings() {
        return AdafruitSettings.all();
    }

    /**
     * The configuration that settings stand for.
     *
     * @param settings values of all that {@link #settings()} declares
     * @throws InvalidConfigurationException with every rule over several settings that they break, and every file they
     *     name that cannot be used
     */
    public static AdafruitConfig of(Settings settings) {
        return of(settings, null, null);
    }

    /** As {@link #of(Settings)}, where the model and the options given in code win over those of the settings. */
    static AdafruitConfig of(Settings settings, @Nullable ThingModel given, @Nullable SessionOptions options) {
        ProblemCollector problems = new ProblemCollector();
        Optional<ThingModel> model = given == null ? AdafruitRules.thingModel(settings, problems) : Optional.of(given);
        AdafruitRules.betweenSettings(settings, problems);
        model.ifPresent(known -> AdafruitRules.model(settings, known, problems));
        problems.throwIfAny();
        return new AdafruitConfig(
                settings, options == null ? SessionSettings.read(settings) : options, model.orElse(null));
    }

    public static AdafruitConfigBuilder builder() {
        return new AdafruitConfigBuilder();
    }

    /** A builder that begins with everything this configuration has. */
    public AdafruitConfigBuilder newBuilder() {
        return new AdafruitConfigBuilder(settings, session, thingModel);
    }

    @Override
    public Provider<AdafruitConfig> provider() {
        return PROVIDER;
    }

    /** Account and group, such as {@code demo/greenhouse}; without a group, account and {@code name}. */
    @Override
    public String deviceId() {
        return username() + "/" + group().orElseGet(() -> settings.get(AdafruitSettings.NAME));
    }

    @Override
    public SessionOptions session() {
        return session;
    }

    @Override
    public Optional<ThingModel> thingModel() {
        return Optional.ofNullable(thingModel);
    }

    /** The account's name. */
    public String username() {
        return settings.get(AdafruitSettings.USERNAME);
    }

    /** The account's AIO key. */
    public Secret key() {
        return settings.get(AdafruitSettings.KEY);
    }

    /** Default free. */
    public AdafruitPlan plan() {
        return settings.get(AdafruitSettings.PLAN);
    }

    /** Key of the group that the device's feeds are in; empty for the account's default group. */
    public Optional<String> group() {
        return settings.find(AdafruitSettings.GROUP);
    }

    /** Properties whose feed was named, and the feed's key; in their order. */
    public Map<String, String> feeds() {
        return settings.get(AdafruitSettings.FEEDS);
    }

    /** Properties that were named as settable; empty leaves it to the thing model and {@link #feeds}. */
    public List<String> settable() {
        return settings.get(AdafruitSettings.SETTABLE);
    }

    /** Whether last values are asked for on every connection; default true. */
    public boolean recall() {
        return settings.get(AdafruitSettings.RECALL);
    }

    /** How reports are written; default plain. */
    public FeedFormat feedFormat() {
        return settings.get(AdafruitSettings.FORMAT);
    }

    /** Default short. */
    public TopicForm topicForm() {
        return settings.get(AdafruitSettings.TOPIC_FORM);
    }

    /** How booleans are written; default digits. */
    public BooleanWords booleanWords() {
        return settings.get(AdafruitSettings.BOOLEAN_WORDS);
    }

    /** Digits after the point, 0 to 15; empty, the default, for as many as a number has. */
    public OptionalInt precision() {
        return settings.find(AdafruitSettings.PRECISION).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** Whether the feeds keep history, which makes their messages small; default true. */
    public boolean history() {
        return settings.get(AdafruitSettings.HISTORY);
    }

    /** Whether times of values are sent along; default false. */
    public boolean createdAt() {
        return settings.get(AdafruitSettings.CREATED_AT);
    }

    /** How many values a minute the account may send; 0 is no limit; default the plan's. */
    public int publishRate() {
        return settings.find(AdafruitSettings.PUBLISH_RATE).orElseGet(() -> plan().valuesPerMinute());
    }

    /** Quality of service of reports: at least once (the default) or at most once. */
    public QualityOfService qos() {
        return QualityOfService.ofLevel(settings.get(AdafruitSettings.QOS));
    }

    /** Default empty, which lets the platform choose. */
    public ClientIdentifier clientIdentifier() {
        return ClientIdentifier.of(settings.get(AdafruitSettings.CLIENT_IDENTIFIER));
    }

    /** 10 s to 1 h, default 60 s. */
    public Duration keepAlive() {
        return settings.get(AdafruitSettings.KEEP_ALIVE);
    }

    /** Where to connect; default the platform with TLS. A WebSocket without a path gets the platform's, {@code /mqtt}. */
    public Endpoint endpoint() {
        Endpoint given = settings.find(AdafruitSettings.ENDPOINT).orElse(TLS);
        return given.transport().webSocket() && given.path().isEmpty()
                ? new Endpoint(given.transport(), given.host(), given.port(), WEB_SOCKET_PATH)
                : given;
    }

    /** Where the REST API answers, without a slash at its end; default {@code https://io.adafruit.com/api/v2}. */
    public URI apiEndpoint() {
        return AdafruitRules.parseApi(
                settings.get(AdafruitSettings.API_ENDPOINT).toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AdafruitConfig that && effective.equals(that.effective);
    }

    @Override
    public int hashCode() {
        return effective.hashCode();
    }

    /** The device and where it connects. */
    @Override
    public String toString() {
        return "AdafruitConfig[" + deviceId() + " at " + endpoint() + "]";
    }
}
