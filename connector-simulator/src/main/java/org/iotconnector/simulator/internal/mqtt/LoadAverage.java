package org.iotconnector.simulator.internal.mqtt;

import java.time.Duration;
import java.util.Locale;

/** Events per minute, averaged over a past that fades exponentially. mosquitto manual, "$SYS topics", read 2026-11. */
final class LoadAverage {
    private static final double SECONDS_PER_MINUTE = 60;

    private final double windowSeconds;
    private double perMinute;

    LoadAverage(Duration window) {
        this.windowSeconds = window.toSeconds();
    }

    /** So many events have come within this time. */
    void add(long events, Duration within) {
        double seconds = within.toMillis() / 1000.0;
        double now = events * SECONDS_PER_MINUTE / seconds;
        perMinute = now + Math.exp(-seconds / windowSeconds) * (perMinute - now);
    }

    /** With two decimals. */
    String text() {
        return String.format(Locale.ROOT, "%.2f", perMinute);
    }
}
