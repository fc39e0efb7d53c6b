package org.iotconnector.onenet;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.ThingModel;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of an {@link OneNetConfig}; null takes an earlier value back. What is wrong is reported by
 * {@link #build()}, all at once. Confined to one thread.
 */
public final class OneNetConfigBuilder {
    private final Settings.Builder settings = OneNetRules.addTo(
            Settings.builder(OneNetSettings.all())
                    .forPlatform(OneNetProvider.ID)
                    .check(this::checkGateway),
            this::hasGateway);

    private @Nullable ThingModel thingModel;
    private @Nullable OneNetConfig gateway;
    private @Nullable SessionOptions session;

    OneNetConfigBuilder() {}

    OneNetConfigBuilder(
            Settings given, SessionOptions session, @Nullable ThingModel thingModel, @Nullable OneNetConfig gateway) {
        given.declared().forEach(setting -> copy(given, setting));
        this.session = session;
        thingModel(thingModel);
        gateway(gateway);
    }

    private <T> void copy(Settings given, Setting<T> setting) {
        if (given.isSet(setting)) {
            settings.put(setting, given.get(setting));
        }
    }

    /** Reads more settings, such as a file; what this builder's methods set wins over them. */
    public OneNetConfigBuilder read(SettingSource... sources) {
        settings.read(sources);
        return this;
    }

    /** The product's id, letters and digits; required. */
    public OneNetConfigBuilder productId(@Nullable String id) {
        return put(OneNetSettings.PRODUCT_ID, id);
    }

    /** The device's name, 1 to 64 characters of {@code A-Z a-z 0-9 _ -}; required. */
    public OneNetConfigBuilder deviceName(@Nullable String name) {
        return put(OneNetSettings.DEVICE_NAME, name);
    }

    /** The device's own key in base64; exactly one of this, {@link #productKey} and {@link #token} is needed. */
    public OneNetConfigBuilder deviceKey(@Nullable Secret key) {
        return put(OneNetSettings.DEVICE_KEY, key);
    }

    /** The product's access key in base64, instead of the device's own. */
    public OneNetConfigBuilder productKey(@Nullable Secret key) {
        return put(OneNetSettings.PRODUCT_KEY, key);
    }

    /** A token made elsewhere, instead of a key; it cannot be renewed. */
    public OneNetConfigBuilder token(@Nullable Secret token) {
        return put(OneNetSettings.TOKEN, token);
    }

    /** The gateway over whose connection this sub-device talks; null for a device that connects by itself, the default. */
    public OneNetConfigBuilder gateway(@Nullable OneNetConfig hub) {
        gateway = hub;
        return put(OneNetSettings.GATEWAY, null);
    }

    /** Whether to make the device a sub-device of its gateway at each login, which its own key permits; default false. */
    public OneNetConfigBuilder bindToGateway(@Nullable Boolean bind) {
        return put(OneNetSettings.BIND_TO_GATEWAY, bind);
    }

    /** The product's data protocol; default onejson. */
    public OneNetConfigBuilder dataProtocol(@Nullable DataProtocol protocol) {
        return put(OneNetSettings.DATA_PROTOCOL, protocol);
    }

    /** Default sha256. */
    public OneNetConfigBuilder signMethod(@Nullable SignMethod method) {
        return put(OneNetSettings.SIGN_METHOD, method);
    }

    /** How long each token holds: 10 s to 3650 days, default 24 hours. */
    public OneNetConfigBuilder tokenLife(@Nullable Duration life) {
        return put(OneNetSettings.TOKEN_LIFE, life);
    }

    /** What a token names; the product needs {@link #productKey}. Default the device. */
    public OneNetConfigBuilder tokenResource(@Nullable TokenResource resource) {
        return put(OneNetSettings.TOKEN_RESOURCE, resource);
    }

    /** Whether to connect anew with a new token before one expires; default true. */
    public OneNetConfigBuilder renewToken(@Nullable Boolean renew) {
        return put(OneNetSettings.RENEW_TOKEN, renew);
    }

    /** Default current. */
    public OneNetConfigBuilder generation(@Nullable Generation generation) {
        return put(OneNetSettings.GENERATION, generation);
    }

    /** How many messages a second may be sent, 0 to 1000; 0 is no limit; default 1. */
    public OneNetConfigBuilder publishRate(@Nullable Integer perSecond) {
        return put(OneNetSettings.PUBLISH_RATE, perSecond);
    }

    /** Where the application API answers, http or https; default the generation's. */
    public OneNetConfigBuilder apiEndpoint(@Nullable URI address) {
        return put(OneNetSettings.API_ENDPOINT, address);
    }

    /** Where to connect instead of the platform's own host. */
    public OneNetConfigBuilder endpoint(@Nullable Endpoint endpoint) {
        return put(OneNetSettings.ENDPOINT, endpoint);
    }

    /** Where to connect, as {@link Endpoint#parse} reads it: {@code mqtt://127.0.0.1:1883}. */
    public OneNetConfigBuilder endpoint(String uri) {
        settings.putText(OneNetSettings.ENDPOINT, uri, Endpoint::parse);
        return this;
    }

    /** Quality of service of reports: at least once (the default) or at most once. */
    public OneNetConfigBuilder qos(@Nullable QualityOfService qos) {
        return put(OneNetSettings.QOS, qos == null ? null : qos.level());
    }

    /** 10 s to 1800 s, default 120 s. */
    public OneNetConfigBuilder keepAlive(@Nullable Duration interval) {
        return put(OneNetSettings.KEEP_ALIVE, interval);
    }

    /** Always true: the platform keeps no sessions. Here so that false is refused with the reason. */
    public OneNetConfigBuilder cleanStart(@Nullable Boolean clean) {
        return put(OneNetSettings.CLEAN_START, clean);
    }

    /** Always 3.1.1. Here so that version 5 is refused with the reason. */
    public OneNetConfigBuilder mqttVersion(@Nullable MqttVersion version) {
        return put(OneNetSettings.MQTT_VERSION, version);
    }

    /** Values are checked against it. */
    public OneNetConfigBuilder thingModel(@Nullable ThingModel model) {
        thingModel = model;
        return put(OneNetSettings.THING_MODEL, null);
    }

    /** A file to read the thing model from. */
    public OneNetConfigBuilder thingModel(Path file) {
        thingModel = null;
        return put(OneNetSettings.THING_MODEL, file);
    }

    /** How the session behaves, in place of everything that settings say on it; default as settings say. */
    public OneNetConfigBuilder session(@Nullable SessionOptions options) {
        session = options;
        return this;
    }

    /**
     * Builds the configuration.
     *
     * @throws InvalidConfigurationException with every problem there is
     */
    public OneNetConfig build() {
        Settings checked = settings.build();
        OneNetConfig config = OneNetConfig.of(checked, gateway);
        return new OneNetConfig(
                checked,
                session == null ? config.session() : session,
                thingModel == null ? config.thingModel().orElse(null) : thingModel,
                config.gateway().orElse(null));
    }

    private boolean hasGateway() {
        return gateway != null;
    }

    private void checkGateway(Settings ignored, ProblemCollector problems) {
        if (gateway != null) {
            OneNetRules.gatewayProblem(gateway).ifPresent(problem -> problems.add(OneNetSettings.GATEWAY, problem));
        }
    }

    private <T> OneNetConfigBuilder put(Setting<T> setting, @Nullable T value) {
        settings.put(setting, value);
        return this;
    }
}
