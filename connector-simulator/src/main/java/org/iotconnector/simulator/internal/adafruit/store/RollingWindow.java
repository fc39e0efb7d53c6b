package org.iotconnector.simulator.internal.adafruit.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what happened within the last minute. */
final class RollingWindow {
    static final Duration LENGTH = Duration.ofSeconds(60);

    private record Entry(Instant at, int count) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Clock clock;
    private int sum;

    RollingWindow(Clock clock) {
        this.clock = clock;
    }

    /** Counts and returns how many there are now. */
    int add(int count) {
        entries.addLast(new Entry(clock.instant(), count));
        sum += count;
        return count();
    }

    int count() {
        Instant now = clock.instant();
        for (Entry oldest = entries.peekFirst();
                oldest != null && !oldest.at().plus(LENGTH).isAfter(now);
                oldest = entries.peekFirst()) {
            entries.removeFirst();
            sum -= oldest.count();
        }
        return sum;
    }

    void clear() {
        entries.clear();
        sum = 0;
    }
}
