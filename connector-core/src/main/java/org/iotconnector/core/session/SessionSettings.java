package org.iotconnector.core.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.outbox.OverflowPolicy;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.tls.TlsSettings;

/** The settings that every platform shares: declared once here, listed by each provider after its own. */
public final class SessionSettings {
    private static final String CONNECTION = "Connection";
    private static final String OUTBOX = "Outbox";

    /** Overrides the platform's own server; a provider says in its manual what it is without. */
    public static final Setting<Endpoint> ENDPOINT = Setting.of("endpoint", Endpoint::parse, "URI")
            .description("Server to connect to instead of the platform's own: mqtt:// is plain TCP, mqtts:// TLS,"
                    + " ws:// and wss:// WebSocket.")
            .example("mqtt://127.0.0.1:1883")
            .defaultText("the platform's host")
            .group(CONNECTION)
            .build();

    /** Whether the server forgets what it kept of the session. */
    public static final Setting<Boolean> CLEAN_START = Setting.flag("cleanStart")
            .description("Whether the server forgets subscriptions and waiting messages of an earlier connection"
                    + " (MQTT 3.1.1: Clean Session).")
            .defaultValue(true)
            .group(CONNECTION)
            .build();

    /** The protocol version. */
    public static final Setting<MqttVersion> MQTT_VERSION = Setting.of(
                    "mqttVersion", SessionSettings::parseVersion, "3.1.1 or 5")
            .description("MQTT version to speak.")
            .defaultValue(MqttVersion.V3_1_1)
            .defaultText("3.1.1")
            .group(CONNECTION)
            .build();

    /** The device's thing model. */
    public static final Setting<Path> THING_MODEL = Setting.file("thingModel")
            .description("Thing model file of the device; values are then checked before they leave and as they come.")
            .example("lamp-tsl.json")
            .group("Device")
            .build();

    private static final SessionOptions DEFAULTS = SessionOptions.standard();

    private static final Setting<Duration> CONNECT_TIMEOUT = Setting.duration("connectTimeout")
            .description("Longest time from the start of a connection attempt to the server's answer.")
            .defaultValue(DEFAULTS.connectTimeout())
            .range(Duration.ofMillis(100), Duration.ofMinutes(10))
            .group(CONNECTION)
            .build();
    private static final Setting<Duration> REPLY_TIMEOUT = Setting.duration("replyTimeout")
            .description("How long the platform's own reply to a report is awaited.")
            .defaultValue(DEFAULTS.replyTimeout())
            .range(Duration.ofMillis(100), Duration.ofHours(1))
            .group(CONNECTION)
            .build();
    private static final Setting<Duration> CLOSE_TIMEOUT = Setting.duration("closeTimeout")
            .description("How long closing gives accepted messages to be acknowledged while connected.")
            .defaultValue(DEFAULTS.closeTimeout())
            .range(Duration.ZERO, Duration.ofHours(1))
            .group(CONNECTION)
            .build();
    private static final Setting<Duration> SLOW_HANDLER = Setting.duration("slowHandler")
            .description("How long a handler may take until the log names it; 0s for never.")
            .defaultValue(DEFAULTS.slowHandler())
            .range(Duration.ZERO, Duration.ofHours(24))
            .group(CONNECTION)
            .build();
    private static final Setting<Path> TRACE_DIRECTORY = Setting.file("traceDirectory")
            .description(
                    "Directory for a trace of the session: one line per packet and state, without secrets and payloads;"
                            + " see docs/session-trace.md.")
            .example("traces")
            .group(CONNECTION)
            .build();
    private static final Setting<Duration> RECONNECT_DELAY = Setting.duration("reconnectDelay")
            .description("Upper end of the first wait before connecting again; it doubles with each failure.")
            .defaultValue(DEFAULTS.reconnect().initialDelay())
            .range(Duration.ofMillis(1), Duration.ofHours(1))
            .group(CONNECTION)
            .build();
    private static final Setting<Duration> RECONNECT_MAX_DELAY = Setting.duration("reconnectMaxDelay")
            .description("Upper end of all waits before connecting again.")
            .defaultValue(DEFAULTS.reconnect().maxDelay())
            .range(Duration.ofMillis(1), Duration.ofHours(24))
            .group(CONNECTION)
            .build();
    private static final Setting<Integer> IN_FLIGHT = Setting.integer("inFlightWindow")
            .description("How many QoS 1 and 2 messages may be unacknowledged at a time.")
            .defaultValue(DEFAULTS.inFlightWindow())
            .range(1, 65_535)
            .group(CONNECTION)
            .build();
    private static final Setting<Boolean> PACING = Setting.flag("pacing")
            .description("Whether to keep to the platform's rate limits; past them platforms drop messages or lock"
                    + " devices out.")
            .defaultValue(DEFAULTS.pacing())
            .group(CONNECTION)
            .build();
    private static final Setting<Integer> OUTBOX_MESSAGES = Setting.integer("outboxMessages")
            .description("How many messages the outbox holds while they wait or are in flight.")
            .defaultValue(DEFAULTS.outbox().maxMessages())
            .range(1, 10_000_000)
            .group(OUTBOX)
            .build();
    private static final Setting<Long> OUTBOX_SIZE = Setting.size("outboxSize")
            .description("How many bytes of topics and payloads the outbox holds.")
            .defaultValue(DEFAULTS.outbox().maxBytes())
            .range(1024L, 64L * 1024 * 1024 * 1024)
            .group(OUTBOX)
            .build();
    private static final Setting<Duration> OUTBOX_AGE = Setting.duration("outboxAge")
            .description("How long a message may wait before it expires.")
            .defaultValue(DEFAULTS.outbox().maxAge())
            .range(Duration.ofSeconds(1), Duration.ofDays(365))
            .group(OUTBOX)
            .build();
    private static final Setting<OverflowPolicy> OUTBOX_OVERFLOW = Setting.oneOf("outboxOverflow", OverflowPolicy.class)
            .description("What happens when the outbox is full: drop-oldest, drop-newest, keep-last (a newer report"
                    + " replaces waiting ones of the same properties) or block.")
            .defaultValue(DEFAULTS.outbox().overflow())
            .group(OUTBOX)
            .build();
    private static final Setting<Duration> OUTBOX_BLOCK_LIMIT = Setting.duration("outboxBlockLimit")
            .description("How long outboxOverflow=block lets a caller wait for room.")
            .defaultValue(DEFAULTS.outbox().blockLimit())
            .range(Duration.ZERO, Duration.ofHours(1))
            .group(OUTBOX)
            .build();
    private static final Setting<OutboxPlace> OUTBOX_PLACE = Setting.oneOf("outbox", OutboxPlace.class)
            .description("Where messages wait: memory, or durable, on disk too, where they survive the process.")
            .defaultValue(OutboxPlace.MEMORY)
            .group(OUTBOX)
            .build();
    private static final Setting<Path> OUTBOX_DIRECTORY = Setting.file("outboxDirectory")
            .description("Folder for the stores of durable outboxes, one for each session.")
            .example("outbox")
            .group(OUTBOX)
            .build();
    private static final Setting<DurableOutbox.Sync> OUTBOX_SYNC = Setting.oneOf("outboxSync", DurableOutbox.Sync.class)
            .description("What a stored message survives: disk, the end of the machine too, or system, the end of the"
                    + " process alone.")
            .defaultValue(DurableOutbox.Sync.DISK)
            .group(OUTBOX)
            .build();
    private static final Setting<DurableOutbox.Replay> OUTBOX_REPLAY = Setting.oneOf(
                    "outboxReplay", DurableOutbox.Replay.class)
            .description(
                    "How stored messages of an earlier run are sent: in-order, before new ones, or live-first, after"
                            + " them and as history with their times, where the platform has that.")
            .defaultValue(DurableOutbox.Replay.IN_ORDER)
            .group(OUTBOX)
            .build();

    private enum OutboxPlace {
        MEMORY,
        DURABLE
    }

    private SessionSettings() {}

    /** The keep alive with a platform's own range and default, in whole seconds. */
    public static Setting<Duration> keepAlive(Duration min, Duration max, Duration standard) {
        return Setting.duration("keepAlive")
                .description("Longest silence before the client pings the server.")
                .defaultValue(standard)
                .range(min, max)
                .group(CONNECTION)
                .build();
    }

    /** What {@link #read} reads, TLS included; a provider adds those of the constants above that it supports. */
    public static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(
                CONNECT_TIMEOUT,
                REPLY_TIMEOUT,
                CLOSE_TIMEOUT,
                SLOW_HANDLER,
                RECONNECT_DELAY,
                RECONNECT_MAX_DELAY,
                IN_FLIGHT,
                PACING,
                TRACE_DIRECTORY,
                OUTBOX_MESSAGES,
                OUTBOX_SIZE,
                OUTBOX_AGE,
                OUTBOX_OVERFLOW,
                OUTBOX_BLOCK_LIMIT,
                OUTBOX_PLACE,
                OUTBOX_DIRECTORY,
                OUTBOX_SYNC,
                OUTBOX_REPLAY));
        all.addAll(TlsSettings.all());
        return List.copyOf(all);
    }

    /** Reports the rules that several of {@link #all} break together; for a provider's own check. */
    public static void check(Settings settings, ProblemCollector problems) {
        if (settings.get(RECONNECT_MAX_DELAY).compareTo(settings.get(RECONNECT_DELAY)) < 0) {
            problems.add(RECONNECT_MAX_DELAY, "must not be shorter than " + RECONNECT_DELAY.key() + ".");
        }
        if (settings.get(OUTBOX_PLACE) == OutboxPlace.DURABLE
                && settings.find(OUTBOX_DIRECTORY).isEmpty()) {
            problems.add(OUTBOX_DIRECTORY, "is needed for outbox: durable; name a folder that outlives the program.");
        }
        TlsSettings.check(settings, problems);
    }

    /**
     * The options that checked settings stand for.
     *
     * @throws org.iotconnector.core.InvalidConfigurationException when they break a rule of {@link #check}
     */
    public static SessionOptions read(Settings settings) {
        OutboxOptions outbox = new OutboxOptions(
                settings.get(OUTBOX_MESSAGES),
                settings.get(OUTBOX_SIZE),
                settings.get(OUTBOX_AGE),
                settings.get(OUTBOX_OVERFLOW),
                settings.get(OUTBOX_BLOCK_LIMIT));
        ProblemCollector problems = new ProblemCollector();
        check(settings, problems);
        problems.throwIfAny();
        return SessionOptions.builder()
                .tls(TlsSettings.read(settings))
                .connectTimeout(settings.get(CONNECT_TIMEOUT))
                .replyTimeout(settings.get(REPLY_TIMEOUT))
                .closeTimeout(settings.get(CLOSE_TIMEOUT))
                .slowHandler(settings.get(SLOW_HANDLER))
                .reconnect(ReconnectPolicy.standard()
                        .withDelays(settings.get(RECONNECT_DELAY), settings.get(RECONNECT_MAX_DELAY)))
                .inFlightWindow(settings.get(IN_FLIGHT))
                .pacing(settings.get(PACING))
                .traceDirectory(settings.find(TRACE_DIRECTORY).orElse(null))
                .outbox(outbox)
                .durableOutbox(durableOutbox(settings).orElse(null))
                .build();
    }

    private static Optional<DurableOutbox> durableOutbox(Settings settings) {
        return settings.get(OUTBOX_PLACE) == OutboxPlace.DURABLE
                ? settings.find(OUTBOX_DIRECTORY)
                        .map(directory ->
                                new DurableOutbox(directory, settings.get(OUTBOX_SYNC), settings.get(OUTBOX_REPLAY)))
                : Optional.empty();
    }

    private static MqttVersion parseVersion(String text) {
        return switch (text.strip()) {
            case "3.1.1", "3", "4" -> MqttVersion.V3_1_1;
            case "5", "5.0" -> MqttVersion.V5;
            case "3.1" ->
                throw new IllegalArgumentException(
                        "MQTT 3.1 is not spoken here: its client identifiers end at 23 characters and it cannot refuse"
                                + " a subscription; use 3.1.1, which every platform takes.");
            default -> throw new IllegalArgumentException("There is no MQTT version \"" + text + "\"; use 3.1.1 or 5.");
        };
    }
}
