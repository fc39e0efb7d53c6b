package org.iotconnector.aliyun;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;

/** Every setting of the platform, declared once. Rules over several of them are in {@link AliyunRules}. */
final class AliyunSettings {
    /** Where the platform was offered when its documents were read; it may open more. */
    static final List<String> REGIONS = List.of(
            "cn-shanghai",
            "cn-beijing",
            "cn-shenzhen",
            "ap-southeast-1",
            "ap-northeast-1",
            "us-west-1",
            "us-east-1",
            "eu-central-1");

    static final String NONE = "none";
    static final int CLIENT_ID_LENGTH = 64;

    private static final String DEVICE = "Device";
    private static final String LOGIN = "Login";
    private static final String CONNECTION = "Connection";

    // Before the settings, whose defaults are checked as they are declared.
    private static final Pattern REGION_ID = Pattern.compile("[a-z]{2}-[a-z]+(-[a-z0-9]+)*");
    private static final Pattern EXTENSION_KEY = Pattern.compile("[^|,=\\p{Cntrl}\\p{Cs}]+");
    private static final Pattern EXTENSION_VALUE = Pattern.compile("[^|,\\p{Cntrl}\\p{Cs}]*");

    static final Setting<String> PRODUCT_KEY = Setting.text("productKey")
            .description("Key of the product that the device belongs to.")
            .example("a1Demo0Prod")
            // It becomes a label of the legacy host name, hence 63.
            .matching(Pattern.compile("[A-Za-z0-9]{1,63}"), "1 to 63 letters and digits")
            .group(DEVICE)
            .required()
            .build();

    static final Setting<String> DEVICE_NAME = Setting.text("deviceName")
            .description("Name of the device within its product.")
            .example("lamp-1")
            .matching(Pattern.compile("[A-Za-z0-9_@.:-]{4,32}"), "4 to 32 characters of A-Z a-z 0-9 _ - @ . :")
            .group(DEVICE)
            .required()
            .build();

    static final Setting<Secret> DEVICE_SECRET = Setting.secret("deviceSecret")
            .description("Secret of this one device; the product secret does not log in.")
            .group(DEVICE)
            .required()
            .build();

    static final Setting<String> CLIENT_ID = Setting.text("clientId")
            .description("Free text that names the client in the cloud's logs; it is signed.")
            .example("lamp-1.mac-02AB")
            .defaultText("productKey.deviceName")
            .matching(
                    Pattern.compile("[^|\\p{Cntrl}\\p{Cs}]{1," + CLIENT_ID_LENGTH + "}"),
                    "1 to " + CLIENT_ID_LENGTH + " characters, without | and control characters")
            .group(LOGIN)
            .build();

    static final Setting<SignMethod> SIGN_METHOD = Setting.of(
                    "signMethod", SignMethod::parse, "hmacmd5, hmacsha1 or hmacsha256")
            .description("How the password is computed.")
            .defaultValue(SignMethod.HMAC_SHA256)
            .group(LOGIN)
            .build();

    static final Setting<Integer> SECURE_MODE = Setting.integer("secureMode")
            .description("What the login tells the platform about the transport: 2 is TLS, 3 plain TCP. Without an"
                    + " endpoint it also chooses the transport.")
            .example("2")
            .defaultText("2 with TLS, else 3")
            .check(AliyunSettings::secureModeProblem)
            .group(LOGIN)
            .build();

    static final Setting<String> TIMESTAMP = Setting.text("timestamp")
            .description("Timestamp to sign along: none sends none, now takes the time of each connect, digits"
                    + " (milliseconds) are sent as they are. The platform does not check it.")
            .defaultValue(NONE)
            .matching(Pattern.compile("none|now|[0-9]{1,20}"), "none, now or 1 to 20 digits")
            .group(LOGIN)
            .build();

    static final Setting<Map<String, String>> EXTENSIONS = Setting.map("extensions")
            .description("More parameters for the client identifier, in this order, such as lan, _v, _ss or ext; they"
                    + " are not signed. Bit 0 of ext asks for synchronous services on /ext/rrpc topics.")
            .example("lan=Java,ext=1")
            .defaultText("none")
            .check(AliyunSettings::extensionsProblem)
            .group(LOGIN)
            .build();

    static final Setting<String> REGION = Setting.text("region")
            .description("Region of a product on the legacy public instance; not used with instanceId or endpoint.")
            .defaultValue("cn-shanghai")
            .check(AliyunSettings::regionProblem)
            .group(CONNECTION)
            .build();

    static final Setting<String> INSTANCE_ID = Setting.text("instanceId")
            .description("Id of the purchased or new public instance that holds the product, from the console.")
            .example("iot-06z00abcdef")
            .defaultText("the legacy public instance")
            .matching(
                    Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?"), "1 to 63 letters, digits, - and _")
            .group(CONNECTION)
            .build();

    static final Setting<Integer> QOS = Setting.integer("qos")
            .description("Quality of service of reports: 1 is acknowledged by the platform, 0 is not. The platform"
                    + " takes no QoS 2.")
            .defaultValue(1)
            .check(level -> level == 0 || level == 1
                    ? Optional.empty()
                    : Optional.of("must be 0 or 1: the platform takes no other"))
            .group(CONNECTION)
            .build();

    static final Setting<Duration> KEEP_ALIVE =
            SessionSettings.keepAlive(Duration.ofSeconds(30), Duration.ofSeconds(1200), Duration.ofSeconds(300));

    static final Setting<Endpoint> ENDPOINT = SessionSettings.ENDPOINT
            .extend()
            .defaultText("the region's or the instance's host, port 1883, TLS unless secureMode is 3")
            .build();

    private AliyunSettings() {}

    static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(
                PRODUCT_KEY,
                DEVICE_NAME,
                DEVICE_SECRET,
                CLIENT_ID,
                SIGN_METHOD,
                SECURE_MODE,
                TIMESTAMP,
                EXTENSIONS,
                REGION,
                INSTANCE_ID,
                QOS,
                KEEP_ALIVE,
                ENDPOINT,
                SessionSettings.CLEAN_START,
                SessionSettings.MQTT_VERSION,
                SessionSettings.THING_MODEL));
        all.addAll(SessionSettings.all());
        return List.copyOf(all);
    }

    private static Optional<String> secureModeProblem(int mode) {
        return switch (mode) {
            case 2, 3 -> Optional.empty();
            case -2 -> notOffered("login of a device that was not registered before");
            case -1 -> notOffered("login with a token fetched over HTTPS");
            case 8 -> notOffered("iTLS with an ID² chip");
            default -> Optional.of("must be 2 (TLS) or 3 (plain TCP)");
        };
    }

    private static Optional<String> notOffered(String mode) {
        return Optional.of("stands for " + mode + ", which is not offered yet; use 2 (TLS) or 3 (plain TCP)");
    }

    /** Regions open from time to time: what looks like one is taken, and a wrong one shows as an unknown host. */
    private static Optional<String> regionProblem(String region) {
        return REGION_ID.matcher(region).matches()
                ? Optional.empty()
                : Optional.of("must be the id of a region, such as " + String.join(", ", REGIONS));
    }

    private static Optional<String> extensionsProblem(Map<String, String> extensions) {
        return extensions.entrySet().stream()
                .flatMap(each -> extensionProblem(each.getKey(), each.getValue()).stream())
                .findFirst();
    }

    private static Optional<String> extensionProblem(String key, String value) {
        if (!EXTENSION_KEY.matcher(key).matches()) {
            return Optional.of("has a bad key [" + key + "]: it must have a character, and none of | , = and control"
                    + " characters");
        }
        if (!EXTENSION_VALUE.matcher(value).matches()) {
            return Optional.of("has a bad value for " + key + ": it must hold neither | nor , nor control characters");
        }
        return switch (key.toLowerCase(Locale.ROOT)) {
            case "securemode" -> Optional.of("must not hold " + key + ": use the setting secureMode");
            case "signmethod" -> Optional.of("must not hold " + key + ": use the setting signMethod");
            case "timestamp" -> Optional.of("must not hold " + key + ": use the setting timestamp");
            case "authtype" -> Optional.of("must not hold " + key + ": other kinds of login are not offered yet");
            default -> Optional.empty();
        };
    }
}
