package org.iotconnector.simulator.internal.aliyun;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Limits per device, each counted over the time just passed. Alibaba Cloud, "Limits", read 2026-11-21. */
final class RateLimits {
    enum Limit {
        CONNECT(5, Duration.ofMinutes(1)),
        UPLINK_QOS0(30, Duration.ofSeconds(1)),
        UPLINK_QOS1(10, Duration.ofSeconds(1)),
        DOWNLINK(50, Duration.ofSeconds(1));

        private final int count;
        private final Duration window;

        Limit(int count, Duration window) {
            this.count = count;
            this.window = window;
        }
    }

    private record Key(Limit limit, String identity) {}

    private final Map<Key, Deque<Instant>> uses = new HashMap<>();
    private final Clock clock;
    private final boolean enforced;

    RateLimits(Clock clock, boolean enforced) {
        this.clock = clock;
        this.enforced = enforced;
    }

    /** Counts one use and tells whether it is allowed; what is not allowed does not count. */
    boolean allows(Limit limit, String identity) {
        if (!enforced) {
            return true;
        }
        Instant now = clock.instant();
        Deque<Instant> recent = uses.computeIfAbsent(new Key(limit, identity), key -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.getFirst().plus(limit.window).isAfter(now)) {
            recent.removeFirst();
        }
        return recent.size() < limit.count && recent.add(now);
    }
}
