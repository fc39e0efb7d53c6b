package org.iotconnector.core.internal.outbox;

import java.util.List;
import org.iotconnector.core.session.QualityOfService;

/** The platform's publish quotas for one session: says how long the next message still has to wait. */
public final class Pacer {
    private final List<SlidingWindow> atMostOnce;
    private final List<SlidingWindow> acknowledged;

    /**
     * Paces by these windows.
     *
     * @param atMostOnce those that count QoS 0 messages
     * @param acknowledged those that count QoS 1 and 2 messages; one window may stand in both lists
     */
    public Pacer(List<SlidingWindow> atMostOnce, List<SlidingWindow> acknowledged) {
        this.atMostOnce = List.copyOf(atMostOnce);
        this.acknowledged = List.copyOf(acknowledged);
    }

    /** Nanoseconds until a message of this quality of service may leave; 0 for now. */
    public long nanosUntilFree(QualityOfService qos, long now) {
        long wait = 0;
        for (SlidingWindow window : windows(qos)) {
            wait = Math.max(wait, window.nanosUntilFree(now));
        }
        return wait;
    }

    /** Counts a message that leaves. */
    public void pass(QualityOfService qos, long now) {
        for (SlidingWindow window : windows(qos)) {
            window.pass(now);
        }
    }

    private List<SlidingWindow> windows(QualityOfService qos) {
        return qos == QualityOfService.AT_MOST_ONCE ? atMostOnce : acknowledged;
    }
}
