package org.iotconnector.simulator.internal.adafruit.http;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What every new record needs: a number that no other has, and the time. */
record Stationery(AtomicLong lastId, Clock clock) {

    Entry entry(Map<String, @Nullable Object> members) {
        return new Entry(nextId(), members, now());
    }

    long nextId() {
        return lastId.incrementAndGet();
    }

    Instant now() {
        return clock.instant();
    }
}
