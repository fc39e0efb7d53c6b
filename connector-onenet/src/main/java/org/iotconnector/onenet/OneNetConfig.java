package org.iotconnector.onenet;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
import org.iotconnector.core.tls.TlsOptions;
import org.jspecify.annotations.Nullable;

/**
 * A device on OneNET: who it is, how it logs in and where. Immutable; equal when everything that takes effect is,
 * whether it was given or a default.
 *
 * <pre>{@code
 * OneNetConfig.builder()
 *         .productId("Demo0Prod1").deviceName("lamp-1").deviceKey(Secret.fromEnv("LAMP_KEY"))
 *         .build();
 * }</pre>
 */
public final class OneNetConfig implements DeviceConfig<OneNetConfig> {
    private static final OneNetProvider PROVIDER = new OneNetProvider();

    private final Settings settings;
    private final SessionOptions session;
    private final @Nullable ThingModel thingModel;
    private final @Nullable OneNetConfig gateway;
    /** Everything that takes effect, so that a default and the same value given are equal. */
    private final List<Object> effective;

    OneNetConfig(
            Settings settings,
            SessionOptions session,
            @Nullable ThingModel thingModel,
            @Nullable OneNetConfig gateway) {
        this.settings = settings;
        this.session = session;
        this.thingModel = thingModel;
        this.gateway = gateway;
        this.effective = List.of(
                productId(),
                deviceName(),
                deviceKey(),
                productKey(),
                token(),
                gateway(),
                bindToGateway(),
                dataProtocol(),
                signMethod(),
                tokenLife(),
                resource(),
                renewToken(),
                endpoint(),
                apiEndpoint(),
                timeReference(),
                publishRate(),
                qos(),
                keepAlive(),
                session,
                thingModel());
    }

    /** Every setting of the platform, in the order of the manual. */
    public static List<Setting<?>> settings() {
        return OneNetSettings.all();
    }

    /**
     * The configuration that settings stand for.
     *
     * @param settings values of all that {@link #settings()} declares
     * @throws InvalidConfigurationException with every rule over several settings that they break, and every file they
     *     name that cannot be used
     */
    public static OneNetConfig of(Settings settings) {
        return of(settings, null);
    }

    static OneNetConfig of(Settings settings, @Nullable OneNetConfig gateway) {
        ProblemCollector problems = new ProblemCollector();
        Optional<ThingModel> model = OneNetRules.thingModel(settings, problems);
        OneNetConfig named =
                gateway == null ? OneNetRules.gateway(settings, problems).orElse(null) : gateway;
        OneNetRules.betweenSettings(settings, gateway != null, problems);
        problems.throwIfAny();
        return new OneNetConfig(settings, SessionSettings.read(settings), model.orElse(null), named);
    }

    public static OneNetConfigBuilder builder() {
        return new OneNetConfigBuilder();
    }

    /** A builder that begins with everything this configuration has. */
    public OneNetConfigBuilder newBuilder() {
        return new OneNetConfigBuilder(settings, session, thingModel, gateway);
    }

    @Override
    public Provider<OneNetConfig> provider() {
        return PROVIDER;
    }

    /** Product id and device name, such as {@code Demo0Prod1/lamp-1}. */
    @Override
    public String deviceId() {
        return productId() + "/" + deviceName();
    }

    @Override
    public SessionOptions session() {
        return session;
    }

    @Override
    public Optional<ThingModel> thingModel() {
        return Optional.ofNullable(thingModel);
    }

    /** The gateway over whose connection this sub-device talks; empty for a device that connects by itself. */
    @Override
    public Optional<OneNetConfig> gateway() {
        return Optional.ofNullable(gateway);
    }

    /** Whether the device is made a sub-device of its gateway at each login; default false. */
    public boolean bindToGateway() {
        return settings.get(OneNetSettings.BIND_TO_GATEWAY);
    }

    /** Who has the connection: the gateway if there is one, else this device. */
    OneNetConfig connecting() {
        return gateway().orElse(this);
    }

    public String productId() {
        return settings.get(OneNetSettings.PRODUCT_ID);
    }

    public String deviceName() {
        return settings.get(OneNetSettings.DEVICE_NAME);
    }

    /** This device's key in base64; empty when the product's key or a token logs it in. */
    public Optional<Secret> deviceKey() {
        return settings.find(OneNetSettings.DEVICE_KEY);
    }

    /** The product's access key in base64; empty when the device's key or a token logs it in. */
    public Optional<Secret> productKey() {
        return settings.find(OneNetSettings.PRODUCT_KEY);
    }

    /** A token made elsewhere; empty when a key logs the device in. */
    public Optional<Secret> token() {
        return settings.find(OneNetSettings.TOKEN);
    }

    /** The product's data protocol; default onejson. */
    public DataProtocol dataProtocol() {
        return settings.get(OneNetSettings.DATA_PROTOCOL);
    }

    /** How tokens are signed; default sha256. */
    public SignMethod signMethod() {
        return settings.get(OneNetSettings.SIGN_METHOD);
    }

    /** How long each token holds: 10 s to 3650 days, default 24 hours. */
    public Duration tokenLife() {
        return settings.get(OneNetSettings.TOKEN_LIFE);
    }

    /** What tokens give access to: this device, {@code products/{productId}/devices/{deviceName}}, or its product. */
    public String resource() {
        return token().map(OneNetToken::parse).map(OneNetToken::resource).orElseGet(this::ownResource);
    }

    private String ownResource() {
        String product = "products/" + productId();
        return settings.get(OneNetSettings.TOKEN_RESOURCE) == TokenResource.PRODUCT
                ? product
                : product + "/devices/" + deviceName();
    }

    /**
     * The token to show at {@code now}: one that holds from then for {@link #tokenLife}, counted in whole seconds, or
     * the one that was given, whether it still holds or not.
     */
    public OneNetToken tokenAt(Instant now) {
        return token().map(OneNetToken::parse).orElseGet(() -> sign(now));
    }

    private OneNetToken sign(Instant now) {
        Secret key = deviceKey()
                .or(this::productKey)
                .orElseThrow(() -> new IllegalStateException(
                        "The sub-device " + deviceId() + " has no key to sign with; give deviceKey."));
        return OneNetToken.sign(key, OneNetToken.DEVICE_VERSION, ownResource(), now.plus(tokenLife()), signMethod());
    }

    /** Whether the session connects anew with a new token before one expires; never with a token made elsewhere. */
    public boolean renewToken() {
        return token().isEmpty() && settings.get(OneNetSettings.RENEW_TOKEN);
    }

    /** Default current. */
    public Generation generation() {
        return settings.get(OneNetSettings.GENERATION);
    }

    /** Where to connect: the endpoint given, else the generation's server with TLS; behind a gateway, the gateway's. */
    public Endpoint endpoint() {
        if (gateway != null) {
            return gateway.endpoint();
        }
        return settings.find(OneNetSettings.ENDPOINT)
                .orElseGet(() -> generation().tlsServer());
    }

    /** Where the application API answers, which also serves firmware and files to devices; default the generation's. */
    public URI apiEndpoint() {
        return settings.find(OneNetSettings.API_ENDPOINT)
                .orElseGet(() -> generation().api());
    }

    /** What tells the platform's time: the API, unless the device is on another server and none was given for it. */
    Optional<URI> timeReference() {
        boolean ofPlatform = OneNetServers.find(endpoint().host()).isPresent();
        return ofPlatform ? Optional.of(apiEndpoint()) : settings.find(OneNetSettings.API_ENDPOINT);
    }

    /**
     * How to trust the server. The platform's own certificate names no host, so on its own servers exactly that
     * certificate is trusted and no host name is compared, unless the user gave certificates to trust; on any other
     * server the session's options count as they are.
     */
    public TlsOptions tls() {
        boolean ofPlatform = OneNetServers.find(endpoint().host()).isPresent();
        return endpoint().tls() && ofPlatform && session.tls().trustsJavaRoots()
                ? session.tls()
                        .extend()
                        .trustPem(OneNetServerCertificate.pem())
                        .dangerouslySkipHostNameCheck()
                        .build()
                : session.tls();
    }

    /** How many messages a second may be sent; 0 is no limit; default 1. */
    public int publishRate() {
        return settings.get(OneNetSettings.PUBLISH_RATE);
    }

    /** Quality of service of reports: at least once (the default) or at most once. */
    public QualityOfService qos() {
        return QualityOfService.ofLevel(settings.get(OneNetSettings.QOS));
    }

    /** 10 s to 1800 s, default 120 s. */
    public Duration keepAlive() {
        return settings.get(OneNetSettings.KEEP_ALIVE);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OneNetConfig that && effective.equals(that.effective);
    }

    @Override
    public int hashCode() {
        return effective.hashCode();
    }

    /** The device and where it connects. */
    @Override
    public String toString() {
        return "OneNetConfig[" + deviceId() + " at " + endpoint() + "]";
    }
}
