package org.iotconnector.core.internal.outbox;

import java.util.List;
import org.iotconnector.core.session.QualityOfService;

/** The platform's publish quotas for one session: says how long the next message still has to wait. Thread-safe. */
public final class Pacer {
    private final Object lock;
    private final Pause pause;
    private final List<SlidingWindow> atMostOnce;
    private final List<SlidingWindow> acknowledged;

    /**
     * Paces by these windows.
     *
     * @param lock guards the windows; the same for all pacers that share one of them
     * @param pause what the platform asked for, shared in the same way
     * @param atMostOnce those that count QoS 0 messages
     * @param acknowledged those that count QoS 1 and 2 messages; one window may stand in both lists
     */
    public Pacer(Object lock, Pause pause, List<SlidingWindow> atMostOnce, List<SlidingWindow> acknowledged) {
        this.lock = lock;
        this.pause = pause;
        this.atMostOnce = List.copyOf(atMostOnce);
        this.acknowledged = List.copyOf(acknowledged);
    }

    /** Counts a message that leaves now, and gives 0; or gives the nanoseconds that it has to wait still. */
    public long tryPass(QualityOfService qos, int cost, long now) {
        List<SlidingWindow> windows = qos == QualityOfService.AT_MOST_ONCE ? atMostOnce : acknowledged;
        // Without a lock of its own, two sessions of one account could both take its last permit.
        synchronized (lock) {
            long wait = pause.nanosLeft(now);
            for (SlidingWindow window : windows) {
                wait = Math.max(wait, window.nanosUntilFree(cost, now));
            }
            if (wait == 0) {
                windows.forEach(window -> window.pass(cost, now));
            }
            return wait;
        }
    }

    /** Lets nothing pass until {@code until}. */
    public void pauseUntil(long until) {
        synchronized (lock) {
            pause.until(until);
        }
    }

    /** A stretch of time in which the platform wants to hear nothing. Guarded by the pacer's lock. */
    public static final class Pause {
        private boolean asked;
        private long end;

        void until(long until) {
            if (!asked || until - end > 0) {
                asked = true;
                end = until;
            }
        }

        long nanosLeft(long now) {
            return asked ? Math.max(0, end - now) : 0;
        }
    }
}
