package org.iotconnector.core.internal.session;

import java.time.Duration;
import org.iotconnector.core.internal.outbox.Turns;
import org.iotconnector.core.session.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * One session's place among those that want to connect: first by its platform's quotas, then by how many attempts may be
 * under way at the same time. Lives on the session's mailbox.
 */
final class ConnectTurn {
    private final Turns quota;
    private final ConnectGate gate;
    private final TimeSource time;
    /** When this session may connect, by its platform's quotas; null when it has not asked yet. */
    private @Nullable Long turn;

    private ConnectGate.@Nullable Pass pass;

    ConnectTurn(Turns quota, ConnectGate gate, TimeSource time) {
        this.quota = quota;
        this.gate = gate;
        this.time = time;
    }

    /** How long the quotas make the next attempt wait; the turn is kept until the attempt. */
    Duration pause() {
        long now = time.nanoTime();
        Long taken = turn;
        if (taken == null) {
            taken = quota.take(now);
            turn = taken;
        }
        return Duration.ofNanos(Math.max(0, taken - now));
    }

    /**
     * The attempt begins. True if there is room for it now; else {@code later} runs once there is, on any thread.
     */
    boolean enter(Runnable later) {
        turn = null;
        leave();
        ConnectGate.Pass entered = gate.enter(later);
        pass = entered;
        return entered.atOnce();
    }

    /** The attempt is over, or nobody wants it any more. */
    void leave() {
        ConnectGate.Pass entered = pass;
        pass = null;
        if (entered != null) {
            entered.leave();
        }
    }
}
