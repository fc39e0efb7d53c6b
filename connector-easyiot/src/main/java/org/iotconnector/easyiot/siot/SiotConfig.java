package org.iotconnector.easyiot.siot;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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
import org.iotconnector.easyiot.BooleanWords;
import org.iotconnector.easyiot.Layout;
import org.iotconnector.easyiot.internal.ClientIds;
import org.iotconnector.easyiot.internal.DataSettings;
import org.iotconnector.easyiot.internal.MessageForm;
import org.iotconnector.easyiot.internal.SiotPrefix;
import org.iotconnector.easyiot.internal.TopicPlan;
import org.jspecify.annotations.Nullable;

/**
 * A device on a SIoT server. V1 has <b>no TLS</b>; V2 has it on a port of its own. Everybody on a server shares one
 * login and can read and send everything. It speaks MQTT 3.1.1. Immutable; equal when everything that takes effect is.
 *
 * <pre>{@code
 * SiotConfig.builder().host("192.168.1.20").topic("light", "lamp").build();
 * }</pre>
 */
public final class SiotConfig implements DeviceConfig<SiotConfig> {
    private static final SiotProvider PROVIDER = new SiotProvider();
    private static final int MQTT_PORT = 1883;
    private static final int HTTP_PORT = 8080;

    private final Settings settings;
    private final SessionOptions session;
    private final @Nullable ThingModel thingModel;
    private final Map<String, String> topics;
    /** Everything that takes effect, so that a default and the same value given are equal. */
    private final List<Object> effective;

    SiotConfig(Settings settings, SessionOptions session, @Nullable ThingModel thingModel) {
        this.settings = settings;
        this.session = session;
        this.thingModel = thingModel;
        this.topics = Collections.unmodifiableMap(SiotRules.wholeTopics(settings));
        this.effective = List.of(
                topics,
                username(),
                password(),
                name(),
                layout(),
                properties(),
                booleanWords(),
                version(),
                messages(),
                endpoint(),
                apiEndpoint(),
                clientId(),
                keepAlive(),
                session,
                thingModel());
    }

    /** Every setting of the platform, in the order of the manual. */
    public static List<Setting<?>> settings() {
        return SiotSettings.all();
    }

    /**
     * The configuration that settings stand for.
     *
     * @param settings values of all that {@link #settings()} declares
     * @throws InvalidConfigurationException with every rule over several settings that they break, and every file they
     *     name that cannot be used
     */
    public static SiotConfig of(Settings settings) {
        ProblemCollector problems = new ProblemCollector();
        Optional<ThingModel> model = SiotRules.thingModel(settings, problems);
        SiotRules.betweenSettings(settings, problems);
        problems.throwIfAny();
        SiotRules.warn(settings);
        return new SiotConfig(settings, SessionSettings.read(settings), model.orElse(null));
    }

    public static SiotConfigBuilder builder() {
        return new SiotConfigBuilder();
    }

    /** A builder that begins with everything this configuration has. */
    public SiotConfigBuilder newBuilder() {
        return new SiotConfigBuilder(settings, session, thingModel);
    }

    @Override
    public Provider<SiotConfig> provider() {
        return PROVIDER;
    }

    /** The server's host and the device's name, such as {@code 192.168.1.20/lamp}. */
    @Override
    public String deviceId() {
        return endpoint().host() + "/" + name();
    }

    @Override
    public SessionOptions session() {
        return session;
    }

    @Override
    public Optional<ThingModel> thingModel() {
        return Optional.ofNullable(thingModel);
    }

    @Override
    public List<String> knownProperties() {
        return List.copyOf(
                properties().isEmpty() ? topics().keySet() : properties().keySet());
    }

    /** Name to whole topic, such as {@code siot/lamp}; unmodifiable, in order. */
    public Map<String, String> topics() {
        return topics;
    }

    /** Default {@code siot}. */
    public String username() {
        return settings.get(SiotSettings.USERNAME);
    }

    /** Default the one that every server ships with. */
    public Secret password() {
        return settings.get(SiotSettings.PASSWORD);
    }

    /** The device's name for people; default {@code device}. */
    public String name() {
        return settings.get(DataSettings.NAME);
    }

    /** Default {@link Layout#TEXT}. */
    public Layout layout() {
        return settings.get(DataSettings.LAYOUT);
    }

    /** Property to the name it is said under, where they differ; unmodifiable. */
    public Map<String, String> properties() {
        return settings.get(DataSettings.PROPERTIES);
    }

    /** How layout text writes booleans; default {@link BooleanWords#ON_OFF}. */
    public BooleanWords booleanWords() {
        return settings.get(DataSettings.BOOLEAN_WORDS);
    }

    /** Default {@link SiotVersion#V2}. */
    public SiotVersion version() {
        return settings.get(SiotSettings.VERSION);
    }

    /** Whether reports are stored; default {@link SiotStore#YES}. */
    public SiotStore store() {
        return settings.get(SiotSettings.STORE);
    }

    /** Where to connect; default {@code mqtt://}, the host and port 1883. */
    public Endpoint endpoint() {
        return settings.find(SiotSettings.ENDPOINT)
                .orElseGet(() -> Endpoint.of(Endpoint.Transport.TCP, settings.get(SiotSettings.HOST), MQTT_PORT));
    }

    /** Where the HTTP interface is; default {@code http://}, the host and port 8080. */
    public URI apiEndpoint() {
        return settings.find(SiotSettings.API_ENDPOINT)
                .orElseGet(() -> URI.create("http://" + bracketed(settings.get(SiotSettings.HOST)) + ":" + HTTP_PORT));
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    /**
     * The client identifier; default {@code iotc-} and 12 hexadecimal digits computed from the server, name and topics:
     * the same for this device always, and another for every other.
     */
    public String clientId() {
        return settings.find(DataSettings.CLIENT_ID)
                .orElseGet(() -> ClientIds.of(List.of(
                        SiotProvider.ID,
                        endpoint().toString(),
                        name(),
                        String.join(",", new TreeSet<>(topics.values())))));
    }

    /** Quality of service of reports: on V2 as {@link #store()} says, on V1 the setting {@code qos}, default 0. */
    public QualityOfService qos() {
        if (version() == SiotVersion.V2) {
            return store() == SiotStore.YES ? QualityOfService.AT_LEAST_ONCE : QualityOfService.AT_MOST_ONCE;
        }
        return QualityOfService.ofLevel(settings.find(SiotSettings.QOS).orElse(0));
    }

    /** Whether own reports that come back are kept from the handlers; default true. */
    public boolean suppressEcho() {
        return settings.get(DataSettings.SUPPRESS_ECHO);
    }

    /** 5 s to 65535 s, default 60 s. */
    public Duration keepAlive() {
        return settings.get(SiotSettings.KEEP_ALIVE);
    }

    TopicPlan plan() {
        return new TopicPlan(layout(), topics, properties());
    }

    MessageForm messages() {
        if (version() == SiotVersion.V2) {
            return MessageForm.plain(qos(), suppressEcho());
        }
        boolean unstored = store() == SiotStore.NO;
        return new MessageForm(
                qos(),
                qos(),
                unstored ? SiotPrefix.UNSTORED : "",
                true,
                !unstored || settings.get(SiotSettings.PREFIX_RETURNS),
                suppressEcho());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SiotConfig that && effective.equals(that.effective);
    }

    @Override
    public int hashCode() {
        return effective.hashCode();
    }

    /** The device and where it connects. */
    @Override
    public String toString() {
        return "SiotConfig[" + deviceId() + " at " + endpoint() + "]";
    }
}
