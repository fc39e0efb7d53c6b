package org.iotconnector.easyiot;

import java.time.Duration;
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
import org.iotconnector.easyiot.internal.ClientIds;
import org.iotconnector.easyiot.internal.DataSettings;
import org.iotconnector.easyiot.internal.TopicPlan;
import org.jspecify.annotations.Nullable;

/**
 * A device on Easy IoT. <b>There is no TLS: the password, which is that of the whole account, travels in plain text.</b>
 * It speaks MQTT 3.1.1. Immutable; equal when everything that takes effect is.
 *
 * <pre>{@code
 * EasyIotConfig.builder().iotId("rJ4xYq2Wb").iotPwd(Secret.fromEnv("IOT_PWD")).topic("light", "Bkgk2zXb4").build();
 * }</pre>
 */
public final class EasyIotConfig implements DeviceConfig<EasyIotConfig> {
    private static final EasyIotProvider PROVIDER = new EasyIotProvider();

    private final Settings settings;
    private final SessionOptions session;
    private final @Nullable ThingModel thingModel;
    /** Everything that takes effect, so that a default and the same value given are equal. */
    private final List<Object> effective;

    EasyIotConfig(Settings settings, SessionOptions session, @Nullable ThingModel thingModel) {
        this.settings = settings;
        this.session = session;
        this.thingModel = thingModel;
        this.effective = List.of(
                iotId(),
                iotPwd(),
                topics(),
                name(),
                layout(),
                properties(),
                booleanWords(),
                suppressEcho(),
                endpoint(),
                clientId(),
                qos(),
                keepAlive(),
                session,
                thingModel());
    }

    /** Every setting of the platform, in the order of the manual. */
    public static List<Setting<?>> settings() {
        return EasyIotSettings.all();
    }

    /**
     * The configuration that settings stand for.
     *
     * @param settings values of all that {@link #settings()} declares
     * @throws InvalidConfigurationException with every rule over several settings that they break, and every file they
     *     name that cannot be used
     */
    public static EasyIotConfig of(Settings settings) {
        ProblemCollector problems = new ProblemCollector();
        Optional<ThingModel> model = EasyIotRules.thingModel(settings, problems);
        EasyIotRules.betweenSettings(settings, problems);
        problems.throwIfAny();
        return new EasyIotConfig(settings, SessionSettings.read(settings), model.orElse(null));
    }

    public static EasyIotConfigBuilder builder() {
        return new EasyIotConfigBuilder();
    }

    /** A builder that begins with everything this configuration has. */
    public EasyIotConfigBuilder newBuilder() {
        return new EasyIotConfigBuilder(settings, session, thingModel);
    }

    @Override
    public Provider<EasyIotConfig> provider() {
        return PROVIDER;
    }

    /** Account and name, such as {@code rJ4xYq2Wb/lamp}. */
    @Override
    public String deviceId() {
        return iotId() + "/" + name();
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

    /** The account's Iot_id, the user name. */
    public String iotId() {
        return settings.get(EasyIotSettings.IOT_ID);
    }

    /** The account's Iot_pwd. */
    public Secret iotPwd() {
        return settings.get(EasyIotSettings.IOT_PWD);
    }

    /** Name to topic; unmodifiable, in order. */
    public Map<String, String> topics() {
        return settings.get(EasyIotSettings.TOPICS);
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

    /** Whether own reports that come back are kept from the handlers; default true. */
    public boolean suppressEcho() {
        return settings.get(DataSettings.SUPPRESS_ECHO);
    }

    /** Where to connect, always plain TCP; default that of the host, {@code mqtt://iot.dfrobot.com.cn:1883}. */
    public Endpoint endpoint() {
        return settings.find(EasyIotSettings.ENDPOINT)
                .orElseGet(() -> settings.get(EasyIotSettings.HOST).endpoint());
    }

    /**
     * The client identifier; default {@code iotc-} and 12 hexadecimal digits computed from account, name and topics: the
     * same for this device always, and another for every other.
     */
    public String clientId() {
        return settings.find(DataSettings.CLIENT_ID)
                .orElseGet(() -> ClientIds.of(List.of(
                        EasyIotProvider.ID, iotId(), name(), String.join(",", new TreeSet<>(topics().values())))));
    }

    /** Quality of service of reports: at least once (the default) or at most once. */
    public QualityOfService qos() {
        return QualityOfService.ofLevel(settings.get(EasyIotSettings.QOS));
    }

    /** 5 s to 65535 s, default 60 s. */
    public Duration keepAlive() {
        return settings.get(EasyIotSettings.KEEP_ALIVE);
    }

    TopicPlan plan() {
        return new TopicPlan(layout(), topics(), properties());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EasyIotConfig that && effective.equals(that.effective);
    }

    @Override
    public int hashCode() {
        return effective.hashCode();
    }

    /** The device and where it connects. */
    @Override
    public String toString() {
        return "EasyIotConfig[" + deviceId() + " at " + endpoint() + "]";
    }
}
