package org.iotconnector.onenet;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;

/** Every setting of the platform, declared once. Rules over several of them are in {@link OneNetRules}. */
final class OneNetSettings {
    private static final String DEVICE = "Device";
    private static final String LOGIN = "Login";
    private static final String CONNECTION = "Connection";

    static final Setting<String> PRODUCT_ID = Setting.text("productId")
            .description("Id of the product that the device belongs to; upper and lower case count.")
            .example("Demo0Prod1")
            .matching(Pattern.compile("[A-Za-z0-9]{1,32}"), "1 to 32 letters and digits")
            .group(DEVICE)
            .required()
            .build();

    static final Setting<String> DEVICE_NAME = Setting.text("deviceName")
            .description("Name of the device within its product.")
            .example("lamp-1")
            .matching(Pattern.compile("[A-Za-z0-9_-]{1,64}"), "1 to 64 characters of A-Z a-z 0-9 _ -")
            .group(DEVICE)
            .required()
            .build();

    static final Setting<Secret> DEVICE_KEY = Setting.secret("deviceKey")
            .description("Key of this one device, base64 as the console shows it. Exactly one of deviceKey, productKey"
                    + " and token is needed.")
            .check(OneNetKeys::problem)
            .group(DEVICE)
            .build();

    static final Setting<Secret> PRODUCT_KEY = Setting.secret("productKey")
            .description("Access key of the product, base64, with which every device of it can log in; instead of"
                    + " deviceKey.")
            .check(OneNetKeys::problem)
            .group(DEVICE)
            .build();

    static final Setting<Secret> TOKEN = Setting.secret("token")
            .description("A token made elsewhere, instead of a key. It is sent as it is until it expires, and cannot be"
                    + " renewed.")
            .check(OneNetTokenRules::problem)
            .group(DEVICE)
            .build();

    static final Setting<DataProtocol> DATA_PROTOCOL = Setting.oneOf("dataProtocol", DataProtocol.class)
            .description("The product's data protocol: onejson is the thing model, raw is pass-through (custom),"
                    + " datastream is data streams.")
            .defaultValue(DataProtocol.ONEJSON)
            .group(DEVICE)
            .build();

    static final Setting<Path> GATEWAY = Setting.file("gateway")
            .description(
                    "Settings file of the gateway over whose connection this sub-device talks. Everything about the"
                            + " connection is then the gateway's; a key is needed for bindToGateway only.")
            .example("hub.yaml")
            .defaultText("none: the device connects by itself")
            .group(DEVICE)
            .build();

    static final Setting<Boolean> BIND_TO_GATEWAY = Setting.flag("bindToGateway")
            .description(
                    "Whether to make the device a sub-device of its gateway at each login, which its own key permits;"
                            + " harmless when it is one already. Otherwise it must have been bound in the console.")
            .defaultValue(false)
            .group(DEVICE)
            .build();

    static final Setting<Path> THING_MODEL =
            SessionSettings.THING_MODEL.extend().example("lamp-onenet.json").build();

    static final Setting<SignMethod> SIGN_METHOD = Setting.of("signMethod", SignMethod::parse, "md5, sha1 or sha256")
            .description("How tokens are signed; not used with token.")
            .defaultValue(SignMethod.SHA256)
            .group(LOGIN)
            .build();

    static final Setting<Duration> TOKEN_LIFE = Setting.duration("tokenLife")
            .description("How long each token holds, from the time of its connect; not used with token. A clock that is"
                    + " behind by more makes tokens that have expired.")
            .defaultValue(Duration.ofHours(24))
            .range(Duration.ofSeconds(10), Duration.ofDays(3650))
            .group(LOGIN)
            .build();

    static final Setting<TokenResource> TOKEN_RESOURCE = Setting.oneOf("tokenResource", TokenResource.class)
            .description("What the token names: device, or product, which needs productKey. Try product when a login"
                    + " with productKey is refused.")
            .defaultValue(TokenResource.DEVICE)
            .group(LOGIN)
            .build();

    static final Setting<Boolean> RENEW_TOKEN = Setting.flag("renewToken")
            .description("Whether to connect anew with a new token shortly before the token expires. What the platform"
                    + " does with a connection whose token expires is not documented.")
            .defaultValue(true)
            .group(LOGIN)
            .build();

    static final Setting<Generation> GENERATION = Setting.oneOf("generation", Generation.class)
            .description("Which generation of the platform the product belongs to: current, or studio for OneNET"
                    + " Studio. It chooses the servers.")
            .defaultValue(Generation.CURRENT)
            .group(CONNECTION)
            .build();

    static final Setting<Integer> PUBLISH_RATE = Setting.integer("publishRate")
            .description(
                    "How many messages a second may be sent; 0 is no limit. The documents disagree, from 1 a second"
                            + " to 300 in 5 seconds.")
            .defaultValue(1)
            .range(0, 1000)
            .group(CONNECTION)
            .build();

    static final Setting<Integer> QOS = Setting.integer("qos")
            .description("Quality of service of reports: 1 is acknowledged by the platform, 0 is not. The platform"
                    + " closes the connection on QoS 2.")
            .defaultValue(1)
            .check(level -> level == 0 || level == 1
                    ? Optional.empty()
                    : Optional.of("must be 0 or 1: the platform takes no other"))
            .group(CONNECTION)
            .build();

    /** Two minutes: carriers forget idle connections after about five, and a dead one is noticed after three. */
    static final Setting<Duration> KEEP_ALIVE =
            SessionSettings.keepAlive(Duration.ofSeconds(10), Duration.ofSeconds(1800), Duration.ofSeconds(120));

    static final Setting<Endpoint> ENDPOINT = SessionSettings.ENDPOINT
            .extend()
            .description("Server to connect to instead of the platform's own: mqtt:// is plain TCP, mqtts:// TLS. The"
                    + " platform has no WebSocket.")
            .defaultText("the generation's TLS host, port 8883")
            .build();

    static final Setting<URI> API_ENDPOINT = Setting.of("apiEndpoint", OneNetServerRules::parseApi, "URI")
            .description(
                    "Address of the application API, which also serves files and firmware to devices, and tells the"
                            + " time when a login is refused.")
            .example("https://iot-api.heclouds.com")
            .defaultText("the generation's API host")
            .check(OneNetServerRules::apiProblem)
            .group(CONNECTION)
            .build();

    static final Setting<Boolean> CLEAN_START = SessionSettings.CLEAN_START
            .extend()
            .description("Always true: the platform keeps no sessions.")
            .check(clean -> clean
                    ? Optional.empty()
                    : Optional.of("must be true: OneNET keeps no sessions and closes the connection of a client that"
                            + " asks for one"))
            .build();

    static final Setting<MqttVersion> MQTT_VERSION = SessionSettings.MQTT_VERSION
            .extend()
            .description("Always 3.1.1: the platform speaks no other.")
            .check(version -> version == MqttVersion.V3_1_1
                    ? Optional.empty()
                    : Optional.of("must be 3.1.1: OneNET speaks no MQTT 5 and closes the connection"))
            .build();

    private OneNetSettings() {}

    static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(
                PRODUCT_ID,
                DEVICE_NAME,
                DEVICE_KEY,
                PRODUCT_KEY,
                TOKEN,
                GATEWAY,
                BIND_TO_GATEWAY,
                DATA_PROTOCOL,
                THING_MODEL,
                SIGN_METHOD,
                TOKEN_LIFE,
                TOKEN_RESOURCE,
                RENEW_TOKEN,
                GENERATION,
                PUBLISH_RATE,
                QOS,
                KEEP_ALIVE,
                ENDPOINT,
                API_ENDPOINT,
                CLEAN_START,
                MQTT_VERSION));
        all.addAll(SessionSettings.all());
        return List.copyOf(all);
    }
}
