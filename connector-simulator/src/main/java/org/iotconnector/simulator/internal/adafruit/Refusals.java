package org.iotconnector.simulator.internal.adafruit;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.iotconnector.simulator.adafruit.AdafruitRefusal;

/** The last thousand refusals. */
final class Refusals {
    private static final int KEPT = 1000;

    private final Deque<AdafruitRefusal> entries = new ArrayDeque<>();
    private final Clock clock;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    void add(String username, String clientId, String action, String topic, String text) {
        entries.addLast(new AdafruitRefusal(clock.instant(), username, clientId, action, topic, text));
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    /** Oldest first. */
    List<AdafruitRefusal> list() {
        return List.copyOf(entries);
    }
}
