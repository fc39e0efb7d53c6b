package org.iotconnector.mqtt.sys;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a broker said about itself up to one moment. Everything is optional: brokers differ, and a server may keep some of it
 * to itself. Immutable. Mosquitto's mosquitto(8), "Broker status"; EMQX's documentation, "System topic"; read 2026-11.
 */
public final class BrokerStatus {
    private static final String MOSQUITTO = "$SYS/broker/";
    private static final Pattern EMQX_NODE = Pattern.compile("\\$SYS/brokers/([^/]+)/(.+)");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,18}) seconds?");
    private static final Pattern UNIT =
            Pattern.compile("([0-9]{1,9}) (day|hour|minute|second)s?", Pattern.CASE_INSENSITIVE);

    /** Nothing was said yet. */
    static final BrokerStatus EMPTY = new BrokerStatus(Map.of());

    private final Map<String, String> topics;

    BrokerStatus(Map<String, String> topics) {
        this.topics = Collections.unmodifiableMap(new TreeMap<>(topics));
    }

    /** The programs whose layout is known. */
    public enum Software {
        MOSQUITTO,
        EMQX,
        OTHER
    }

    /** How often an average was taken over. */
    public enum Window {
        ONE_MINUTE("1min"),
        FIVE_MINUTES("5min"),
        FIFTEEN_MINUTES("15min");

        private final String level;

        Window(String level) {
            this.level = level;
        }
    }

    /** Everything that was said, by topic. */
    public Map<String, String> topics() {
        return topics;
    }

    /** Which program it is, by its topics. */
    public Software software() {
        if (topics.keySet().stream().anyMatch(topic -> EMQX_NODE.matcher(topic).matches())) {
            return Software.EMQX;
        }
        return topics.keySet().stream().anyMatch(topic -> topic.startsWith(MOSQUITTO))
                ? Software.MOSQUITTO
                : Software.OTHER;
    }

    /** The program's version, such as {@code mosquitto version 2.0.11}. */
    public Optional<String> version() {
        return text("version");
    }

    /** How long the broker runs. */
    public Optional<Duration> uptime() {
        return text("uptime").flatMap(BrokerStatus::duration);
    }

    /** Clients with a connection now. */
    public OptionalLong connectedClients() {
        return first("clients/connected", "stats/connections/count", "stats/live_connections/count");
    }

    /** Clients that have a session but no connection. */
    public OptionalLong disconnectedClients() {
        return first("clients/disconnected");
    }

    /** All clients, with or without a connection. */
    public OptionalLong totalClients() {
        return first("clients/total", "stats/sessions/count");
    }

    /** The most clients that were connected at the same time. */
    public OptionalLong maximumClients() {
        return first("clients/maximum", "stats/connections/max");
    }

    /** Messages of any type received since the start. */
    public OptionalLong messagesReceived() {
        return first("messages/received", "metrics/messages/received");
    }

    /** Messages of any type sent since the start. */
    public OptionalLong messagesSent() {
        return first("messages/sent", "metrics/messages/sent");
    }

    /** Bytes received since the start. */
    public OptionalLong bytesReceived() {
        return first("bytes/received", "metrics/bytes/received");
    }

    /** Bytes sent since the start. */
    public OptionalLong bytesSent() {
        return first("bytes/sent", "metrics/bytes/sent");
    }

    /** Published messages that were dropped since the start. */
    public OptionalLong messagesDropped() {
        return first("publish/messages/dropped", "metrics/messages/dropped");
    }

    /** Retained messages that the broker keeps. */
    public OptionalLong retainedMessages() {
        return first("retained messages/count", "stats/retained/count");
    }

    /** Subscriptions there are. */
    public OptionalLong subscriptions() {
        return first("subscriptions/count", "stats/subscriptions/count");
    }

    /**
     * Mosquitto: events in a minute, as an average.
     *
     * @param what such as {@code connections}, {@code messages/received} or {@code bytes/sent}
     */
    public OptionalDouble load(String what, Window window) {
        return text("load/" + what + "/" + window.level)
                .filter(text -> DECIMAL.matcher(text).matches())
                .map(text -> OptionalDouble.of(Double.parseDouble(text)))
                .orElse(OptionalDouble.empty());
    }

    /** The number at a path below {@code $SYS/broker/}, or below a node of EMQX, of whose nodes the sum is taken. */
    public OptionalLong number(String path) {
        String own = topics.get(MOSQUITTO + path);
        if (own != null) {
            return parse(own);
        }
        OptionalLong sum = OptionalLong.empty();
        for (Map.Entry<String, String> entry : topics.entrySet()) {
            Matcher node = EMQX_NODE.matcher(entry.getKey());
            if (node.matches()
                    && node.group(2).equals(path)
                    && parse(entry.getValue()).isPresent()) {
                sum = OptionalLong.of(sum.orElse(0) + parse(entry.getValue()).getAsLong());
            }
        }
        return sum;
    }

    private OptionalLong first(String... paths) {
        for (String path : paths) {
            OptionalLong found = number(path);
            if (found.isPresent()) {
                return found;
            }
        }
        return OptionalLong.empty();
    }

    private Optional<String> text(String path) {
        String own = topics.get(MOSQUITTO + path);
        if (own != null) {
            return Optional.of(own);
        }
        return topics.entrySet().stream()
                .filter(entry -> {
                    Matcher node = EMQX_NODE.matcher(entry.getKey());
                    return node.matches() && node.group(2).equals(path);
                })
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static OptionalLong parse(String text) {
        return NUMBER.matcher(text).matches() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** Mosquitto: {@code 123 seconds}. EMQX: {@code 2 days, 3 hours, 4 minutes, 5 seconds}, or a number of milliseconds. */
    private static Optional<Duration> duration(String text) {
        Matcher seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(seconds.group(1))));
        }
        if (parse(text).isPresent()) {
            return Optional.of(Duration.ofMillis(parse(text).getAsLong()));
        }
        Matcher unit = UNIT.matcher(text);
        Duration sum = Duration.ZERO;
        boolean any = false;
        while (unit.find()) {
            long count = Long.parseLong(unit.group(1));
            any = true;
            sum = sum.plus(
                    switch (unit.group(2).toLowerCase(Locale.ROOT)) {
                        case "day" -> Duration.ofDays(count);
                        case "hour" -> Duration.ofHours(count);
                        case "minute" -> Duration.ofMinutes(count);
                        default -> Duration.ofSeconds(count);
                    });
        }
        return any ? Optional.of(sum) : Optional.empty();
    }

    @Override
    public String toString() {
        return "BrokerStatus[" + software() + ", " + topics.size() + " topics]";
    }
}
