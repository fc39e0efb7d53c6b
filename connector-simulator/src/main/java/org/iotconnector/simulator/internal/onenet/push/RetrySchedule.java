package org.iotconnector.simulator.internal.onenet.push;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a failed delivery is tried again. OneNET Studio, "HTTP push", read 2026-11. */
final class RetrySchedule {
    private static final List<Duration> DELAYS = Stream.of(
                    5, 10, 30, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 1200, 1800, 3600)
            .map(Duration::ofSeconds)
            .toList();

    private RetrySchedule() {}

    /** The time to wait after an attempt failed, 0 being the first; empty when it was the last. */
    static Optional<Duration> after(int attempt) {
        return attempt < DELAYS.size() ? Optional.of(DELAYS.get(attempt)) : Optional.empty();
    }
}
