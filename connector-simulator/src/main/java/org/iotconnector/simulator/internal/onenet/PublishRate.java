package org.iotconnector.simulator.internal.onenet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One message per device and second. OneNET Studio, "MQTT limits", read 2026-11. */
final class PublishRate {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Map<String, Instant> last = new HashMap<>();
    private final Clock clock;

    PublishRate(Clock clock) {
        this.clock = clock;
    }

    /** Whether a message comes a second or more after the last one that was in time. */
    boolean allows(String identity) {
        Instant now = clock.instant();
        Instant before = last.get(identity);
        boolean inTime = before == null || !before.plus(INTERVAL).isAfter(now);
        if (inTime) {
            last.put(identity, now);
        }
        return inTime;
    }
}
