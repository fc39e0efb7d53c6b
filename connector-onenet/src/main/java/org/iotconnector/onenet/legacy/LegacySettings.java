package org.iotconnector.onenet.legacy;

import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;

/** Every setting of the first generation, declared once. Rules over several of them are in {@link LegacyRules}. */
final class LegacySettings {
    private static final String DEVICE = "Device";
    private static final String DATA = "Data";
    private static final String CONNECTION = "Connection";

    // Before the settings, whose defaults are checked as they are declared.
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,18}");
    private static final String NUMBER_WORDS = "a number of 1 to 19 digits";
    private static final String BIG_ENDIAN = "big-endian";
    private static final String LITTLE_ENDIAN = "little-endian";

    static final Setting<String> PRODUCT_ID = Setting.text("productId")
            .description("Number of the product that the device belongs to.")
            .example("86540")
            .matching(NUMBER, NUMBER_WORDS)
            .group(DEVICE)
            .required()
            .build();

    static final Setting<String> DEVICE_ID = Setting.text("deviceId")
            .description("Number of the device, which the platform gave it; it is the client identifier.")
            .example("5616839")
            .matching(NUMBER, NUMBER_WORDS)
            .group(DEVICE)
            .required()
            .build();

    static final Setting<Secret> AUTH_INFO = Setting.secret("authInfo")
            .description("Authentication text of this one device, its serial number as a rule; the password.")
            .group(DEVICE)
            .build();

    static final Setting<Secret> API_KEY = Setting.secret("apiKey")
            .description("Key of the product or of the device, to log in with in place of authInfo.")
            .group(DEVICE)
            .build();

    static final Setting<Integer> DATA_TYPE = Setting.integer("dataType")
            .description(
                    "Layout of reports: 3 is the shortest JSON, and becomes 4 when the report carries a time; 1 is the"
                            + " JSON of the platform's API, with and without a time.")
            .defaultValue(3)
            .check(LegacySettings::dataTypeProblem)
            .group(DATA)
            .build();

    static final Setting<String> RAW_STREAM = Setting.text("rawStream")
            .description("Data stream that raw reports are stored in, as binary data (layout 2).")
            .defaultValue("raw")
            .matching(Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,128}"), "1 to 128 characters without control characters")
            .group(DATA)
            .build();

    static final Setting<CommandForm> COMMANDS = Setting.oneOf("commands", CommandForm.class)
            .description(
                    "How commands are understood: with json, what begins with { is an object of properties to set and"
                            + " anything else a raw command; with raw, every command is raw.")
            .defaultValue(CommandForm.JSON)
            .group(DATA)
            .build();

    static final Setting<ZoneId> TIME_ZONE = Setting.of("timeZone", LegacySettings::zone, "time zone")
            .description("Zone of times that are written as text.")
            .defaultValue(ZoneId.of("Asia/Shanghai"))
            .group(DATA)
            .build();

    static final Setting<ZoneId> BINARY_TIME_ZONE = Setting.of("binaryTimeZone", LegacySettings::zone, "time zone")
            .description(
                    "Zone of the six-byte times of layouts 6 and 7. The protocol does not say; clients of the vendor"
                            + " were seen to write local time and UTC.")
            .example("UTC")
            .defaultText("as timeZone")
            .group(DATA)
            .build();

    static final Setting<ByteOrder> FLOAT_ORDER = Setting.of(
                    "floatOrder", LegacySettings::order, LITTLE_ENDIAN + " or " + BIG_ENDIAN)
            .description(
                    "Byte order of the floats of layout 7; little-endian by the protocol of 2016, not seen on a live"
                            + " wire.")
            .defaultValue(ByteOrder.LITTLE_ENDIAN)
            .defaultText(LITTLE_ENDIAN)
            .group(DATA)
            .build();

    static final Setting<Integer> QOS = Setting.integer("qos")
            .description("Quality of service of reports and answers: 1 is acknowledged by the platform, 0 is not. The"
                    + " platform takes no QoS 2.")
            .defaultValue(1)
            .check(level -> level == 0 || level == 1
                    ? Optional.empty()
                    : Optional.of("must be 0 or 1: the platform takes no other"))
            .group(CONNECTION)
            .build();

    static final Setting<Duration> KEEP_ALIVE =
            SessionSettings.keepAlive(Duration.ofSeconds(120), Duration.ofSeconds(65_535), Duration.ofSeconds(300));

    static final Setting<Endpoint> ENDPOINT = SessionSettings.ENDPOINT
            .extend()
            .description(
                    "Server to connect to instead of the platform's own. Only mqtt://, plain TCP: this generation has"
                            + " no TLS.")
            .defaultValue(Endpoint.of(Endpoint.Transport.TCP, "mqtt.heclouds.com", 6002))
            .defaultText("mqtt://mqtt.heclouds.com:6002")
            .check(endpoint -> endpoint.transport() == Endpoint.Transport.TCP
                    ? Optional.empty()
                    : Optional.of(
                            "must begin with mqtt://: OneNET's first generation speaks plain TCP only. For TLS use"
                                    + " the current platform (platform: onenet)"))
            .build();

    static final Setting<Boolean> CLEAN_START = SessionSettings.CLEAN_START
            .extend()
            .description("Whether the platform forgets the subscriptions of an earlier connection (MQTT 3.1.1: Clean"
                    + " Session). It keeps no messages in either case.")
            .build();

    private LegacySettings() {}

    static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(
                PRODUCT_ID,
                DEVICE_ID,
                AUTH_INFO,
                API_KEY,
                DATA_TYPE,
                RAW_STREAM,
                COMMANDS,
                TIME_ZONE,
                BINARY_TIME_ZONE,
                FLOAT_ORDER,
                QOS,
                KEEP_ALIVE,
                ENDPOINT,
                CLEAN_START,
                SessionSettings.THING_MODEL));
        all.addAll(SessionSettings.all());
        return List.copyOf(all);
    }

    private static Optional<String> dataTypeProblem(int type) {
        return switch (type) {
            case 1, 3 -> Optional.empty();
            case 4 -> Optional.of("must be 1 or 3: a report of 3 becomes 4 by itself when it carries a time");
            default -> Optional.of("must be 1 or 3: the other layouts hold no named values; LegacyDevice sends them");
        };
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("use a zone such as Asia/Shanghai, UTC or +08:00", unknown);
        }
    }

    private static ByteOrder order(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT).replace('_', '-')) {
            case LITTLE_ENDIAN -> ByteOrder.LITTLE_ENDIAN;
            case BIG_ENDIAN -> ByteOrder.BIG_ENDIAN;
            default -> throw new IllegalArgumentException("use " + LITTLE_ENDIAN + " or " + BIG_ENDIAN);
        };
    }
}
