package org.iotconnector.simulator.internal.adafruit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.iotconnector.simulator.internal.time.SimulatorLoop;

/**
 * Tells the time, once a second as long as anybody listens; the hour when listening begins and at each full hour. Adafruit IO API docs,
 * "MQTT time", read 2026-11.
 */
final class TimeTopics {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int NONE = -1;

    private final Clients clients;
    private final SimulatorLoop loop;
    private boolean running;
    private int lastHour = NONE;

    TimeTopics(Clients clients, SimulatorLoop loop) {
        this.clients = clients;
        this.loop = loop;
    }

    /** A client may have begun to listen. */
    void subscribed(String filter) {
        if (!running && filter.startsWith("time/")) {
            running = true;
            schedule();
        }
    }

    private void schedule() {
        loop.schedule(INTERVAL, this::tick);
    }

    private void tick() {
        List<String> topics = List.of("time/seconds", "time/millis", "time/ISO-8601", "time/hours");
        running = topics.stream().anyMatch(clients::anySubscribed);
        if (!running) {
            lastHour = NONE;
            return;
        }
        Instant now = loop.clock().instant();
        tell("time/seconds", String.valueOf(now.getEpochSecond()));
        tell("time/millis", String.valueOf(now.toEpochMilli()));
        tell("time/ISO-8601", ISO.format(now));
        int hour = now.atOffset(ZoneOffset.UTC).getHour();
        if (hour != lastHour && clients.anySubscribed("time/hours")) {
            lastHour = hour;
            tell("time/hours", String.valueOf(hour));
        }
        schedule();
    }

    private void tell(String topic, String text) {
        clients.deliver(anybody -> true, topic, text);
    }
}
