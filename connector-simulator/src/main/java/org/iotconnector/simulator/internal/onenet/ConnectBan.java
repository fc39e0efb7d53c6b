package org.iotconnector.simulator.internal.onenet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Ten connects of a device within 5 s are fine; one more bans it for 5 min. OneNET Studio, "Use limits", read 2026-11. */
final class ConnectBan {
    private static final int ALLOWED = 10;
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final Duration BAN = Duration.ofMinutes(5);

    private final Map<String, Deque<Instant>> connects = new HashMap<>();
    private final Map<String, Instant> bannedUntil = new HashMap<>();
    private final Clock clock;

    ConnectBan(Clock clock) {
        this.clock = clock;
    }

    /** Lifts all bans and forgets all connects. */
    void clear() {
        connects.clear();
        bannedUntil.clear();
    }

    /** Counts one connect and tells whether it is allowed. */
    boolean allows(String identity) {
        Instant now = clock.instant();
        Instant until = bannedUntil.get(identity);
        if (until != null && now.isBefore(until)) {
            return false;
        }
        bannedUntil.remove(identity);
        Deque<Instant> recent = connects.computeIfAbsent(identity, key -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.getFirst().plus(WINDOW).isAfter(now)) {
            recent.removeFirst();
        }
        recent.addLast(now);
        if (recent.size() > ALLOWED) {
            connects.remove(identity);
            bannedUntil.put(identity, now.plus(BAN));
            return false;
        }
        return true;
    }
}
