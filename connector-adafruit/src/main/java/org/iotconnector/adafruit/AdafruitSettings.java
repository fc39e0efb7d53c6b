package org.iotconnector.adafruit;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iotconnector.core.outbox.OverflowPolicy;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;

/** Every setting of the platform, declared once. Rules over several of them are in {@link AdafruitRules}. */
final class AdafruitSettings {
    private static final String ACCOUNT = "Account";
    private static final String FEEDS_GROUP = "Feeds";
    private static final String VALUES = "Values";
    private static final String CONNECTION = "Connection";

    static final Setting<String> USERNAME = Setting.text("username")
            .description("Name of the account, as in io.adafruit.com/{username}; not the e-mail address.")
            .example("demo")
            .matching(
                    Pattern.compile("[^/+#@\\s\\p{Cntrl}]{1,128}"),
                    "the account's name: 1 to 128 characters without spaces and without / + # @")
            .group(ACCOUNT)
            .required()
            .build();

    static final Setting<Secret> KEY = Setting.secret("key")
            .description("The account's AIO key, which the key page shows; whoever has it can do everything.")
            .matching(Pattern.compile("\\S+"), "the AIO key alone, without spaces or line breaks")
            .group(ACCOUNT)
            .required()
            .build();

    static final Setting<AdafruitPlan> PLAN = Setting.oneOf("plan", AdafruitPlan.class)
            .description("What the account pays for: free (30 values a minute) or plus (60).")
            .defaultValue(AdafruitPlan.FREE)
            .group(ACCOUNT)
            .build();

    static final Setting<String> NAME = Setting.text("name")
            .description("Name of this device in logs, and in what tells devices of one account apart.")
            .defaultValue("device")
            .matching(Pattern.compile("[^/\\s\\p{Cntrl}]{1,64}"), "1 to 64 characters without spaces and /")
            .group(FEEDS_GROUP)
            .build();

    static final Setting<String> GROUP = Setting.text("group")
            .description("Key of the group that the device's feeds are in. A report is then one message.")
            .example("greenhouse")
            .defaultText("none: the account's default group")
            .check(AdafruitRules::ownKeyProblem)
            .group(FEEDS_GROUP)
            .build();

    static final Setting<Map<String, String>> FEEDS = Setting.map("feeds")
            .description("Which feed a property is, by the feed's key.")
            .example("AirTemperature=temp")
            .defaultValue(Map.of())
            .defaultText("the property's name in lower case, with - for _ and spaces")
            .group(FEEDS_GROUP)
            .build();

    static final Setting<List<String>> SETTABLE = Setting.list("settable")
            .description("Properties that can be set from the platform: their feeds are listened to.")
            .example("dimmer")
            .defaultValue(List.of())
            .defaultText("the thing model's writable properties, else those of feeds, else every feed there is")
            .group(FEEDS_GROUP)
            .build();

    static final Setting<Boolean> RECALL = Setting.flag("recall")
            .description(
                    "Whether to ask on every connection for the last value of each feed that is listened to, since the"
                            + " platform keeps nothing for a device that is away.")
            .defaultValue(true)
            .group(FEEDS_GROUP)
            .build();

    static final Setting<FeedFormat> FORMAT = Setting.oneOf("feedFormat", FeedFormat.class)
            .description(
                    "How reports are written: plain, json or csv. With csv, sets are heard in CSV too, else plain.")
            .defaultValue(FeedFormat.PLAIN)
            .group(VALUES)
            .build();

    static final Setting<TopicForm> TOPIC_FORM = Setting.oneOf("topicForm", TopicForm.class)
            .description("Whether topics say f and g (short) or feeds and groups (long); the platform takes both.")
            .defaultValue(TopicForm.SHORT)
            .group(VALUES)
            .build();

    static final Setting<BooleanWords> BOOLEAN_WORDS = Setting.oneOf("booleanWords", BooleanWords.class)
            .description("How booleans are written: digits (1 and 0) or dashboard (ON and OFF). Both are read.")
            .defaultValue(BooleanWords.DIGITS)
            .group(VALUES)
            .build();

    static final Setting<Integer> PRECISION = Setting.integer("precision")
            .description("How many digits after the point a number that is no integer is rounded to.")
            .defaultText("as many as it has")
            .range(0, 15)
            .group(VALUES)
            .build();

    static final Setting<Boolean> HISTORY = Setting.flag("history")
            .description(
                    "Whether the feeds keep history, as they do unless it was turned off: a message then has at most"
                            + " 1024 bytes, else 102400.")
            .defaultValue(true)
            .group(VALUES)
            .build();

    static final Setting<Boolean> CREATED_AT = Setting.flag("createdAt")
            .description(
                    "Whether the times of values are sent along, as created_at. It is documented for REST only; without"
                            + " it a report's time is left out, and there are no batch and history reports.")
            .defaultValue(false)
            .group(VALUES)
            .build();

    static final Setting<Integer> PUBLISH_RATE = Setting.integer("publishRate")
            .description(
                    "How many values a minute all devices of the account here may send; 0 is no limit. Leave room for"
                            + " what else uses the account.")
            .defaultText("the plan's")
            .range(0, 10_000)
            .group(CONNECTION)
            .build();

    static final Setting<Integer> QOS = Setting.integer("qos")
            .description(
                    "Quality of service of reports: 1 is acknowledged by the platform, 0 is not. The platform has no"
                            + " QoS 2.")
            .defaultValue(1)
            .check(level -> level == 0 || level == 1
                    ? Optional.empty()
                    : Optional.of("must be 0 or 1: Adafruit IO does not support QoS 2"))
            .group(CONNECTION)
            .build();

    static final Setting<String> CLIENT_IDENTIFIER = Setting.text("clientIdentifier")
            .description("Client identifier, if it must be a fixed one. A second connection with the same one ends the"
                    + " first at once.")
            .defaultText("empty: the platform chooses")
            .defaultValue("")
            .matching(Pattern.compile("[^\\p{Cntrl}]{0,256}"), "at most 256 characters without control characters")
            .group(CONNECTION)
            .build();

    static final Setting<Duration> KEEP_ALIVE =
            SessionSettings.keepAlive(Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofSeconds(60));

    static final Setting<Endpoint> ENDPOINT = SessionSettings.ENDPOINT
            .extend()
            .description(
                    "Server to connect to instead of the platform's own: mqtts:// is TLS, mqtt:// plain TCP, wss:// and"
                            + " ws:// WebSocket.")
            .defaultText("mqtts://io.adafruit.com:8883")
            .check(AdafruitRules::endpointProblem)
            .build();

    static final Setting<URI> API_ENDPOINT = Setting.of("apiEndpoint", AdafruitRules::parseApi, "URI")
            .description("Address of the REST API.")
            .example("http://127.0.0.1:8083/api/v2")
            .defaultValue(URI.create("https://io.adafruit.com/api/v2"))
            .check(AdafruitRules::apiProblem)
            .group(CONNECTION)
            .build();

    static final Setting<Boolean> CLEAN_START = SessionSettings.CLEAN_START
            .extend()
            .description("Always true: the platform does not say that it keeps sessions.")
            .check(clean -> clean
                    ? Optional.empty()
                    : Optional.of("must be true: Adafruit IO documents no kept sessions; recall asks for last values"))
            .build();

    static final Setting<MqttVersion> MQTT_VERSION = SessionSettings.MQTT_VERSION
            .extend()
            .description("Always 3.1.1, which the platform advises.")
            .check(version -> version == MqttVersion.V3_1_1
                    ? Optional.empty()
                    : Optional.of("must be 3.1.1: Adafruit IO documents no MQTT 5"))
            .build();

    /** With 30 values a minute a queue of old readings is worth less than the newest one. */
    static final Setting<OverflowPolicy> OUTBOX_OVERFLOW = Setting.oneOf("outboxOverflow", OverflowPolicy.class)
            .description(
                    "What happens to reports that have to wait for the platform's limits: keep-last (a newer report"
                            + " replaces waiting ones of the same properties), or all are kept until the outbox is full, and then"
                            + " drop-oldest, drop-newest or block.")
            .defaultValue(OverflowPolicy.KEEP_LAST)
            .group("Outbox")
            .build();

    private AdafruitSettings() {}

    static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(
                USERNAME,
                KEY,
                PLAN,
                NAME,
                GROUP,
                FEEDS,
                SETTABLE,
                RECALL,
                SessionSettings.THING_MODEL,
                FORMAT,
                TOPIC_FORM,
                BOOLEAN_WORDS,
                PRECISION,
                HISTORY,
                CREATED_AT,
                PUBLISH_RATE,
                QOS,
                CLIENT_IDENTIFIER,
                KEEP_ALIVE,
                ENDPOINT,
                API_ENDPOINT,
                CLEAN_START,
                MQTT_VERSION));
        for (Setting<?> common : SessionSettings.all()) {
            all.add(common.key().equals(OUTBOX_OVERFLOW.key()) ? OUTBOX_OVERFLOW : common);
        }
        return List.copyOf(all);
    }
}
