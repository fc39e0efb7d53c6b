package org.iotconnector.core.internal.device;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.core.ConnectorException;
import org.iotconnector.core.ReplyTimeoutException;
import org.iotconnector.core.internal.session.PendingDelivery;
import org.iotconnector.core.session.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries wait for which reply of the platform. A reply's time starts when the server has acknowledged the
 * message; since every message has the same time, one timer for the oldest serves all. Thread-safe.
 */
final class ReplyTable {
    /** Past this many, the oldest are given up early: a platform that never answers must not eat the memory. */
    private static final int MOST_WAITING = 65_536;

    private final Map<String, Waiting> waiting = new HashMap<>();
    private final ArrayDeque<Deadline> deadlines = new ArrayDeque<>(1);
    private final TimeSource time;
    private final Duration limit;
    private boolean armed;

    private record Waiting(PendingDelivery delivery, Object owner) {}

    private record Deadline(String key, PendingDelivery delivery, long due) {}

    ReplyTable(TimeSource time, Duration limit) {
        this.time = time;
        this.limit = limit;
    }

    /** {@code delivery} of the device {@code owner} will be answered under {@code key}. */
    synchronized void expect(String key, PendingDelivery delivery, Object owner) {
        waiting.put(key, new Waiting(delivery, owner));
    }

    /** The server has the message: from now on the reply is due. */
    void acknowledged(String key, PendingDelivery delivery) {
        PendingDelivery crowdedOut = null;
        synchronized (this) {
            if (!isWaiting(key, delivery)) {
                return;
            }
            deadlines.add(new Deadline(key, delivery, time.nanoTime() + limit.toNanos()));
            if (deadlines.size() > MOST_WAITING) {
                crowdedOut = expire(deadlines.remove());
            }
            arm();
        }
        if (crowdedOut != null) {
            crowdedOut.onReplyFailure(
                    new ReplyTimeoutException(MOST_WAITING + " newer messages wait for a reply as well."));
        }
    }

    /** The message was not delivered: no reply will come. */
    synchronized void forget(String key) {
        waiting.remove(key);
    }

    /** The delivery that a reply belongs to; null when nobody waits for it any more. */
    synchronized @Nullable PendingDelivery take(String key) {
        Waiting taken = waiting.remove(key);
        return taken == null ? null : taken.delivery();
    }

    private boolean isWaiting(String key, PendingDelivery delivery) {
        Waiting present = waiting.get(key);
        return present != null && present.delivery() == delivery;
    }

    /** The device {@code owner} has ended: what it waits for fails with {@code why}. */
    void close(Object owner, ConnectorException why) {
        List<PendingDelivery> left = new ArrayList<>();
        synchronized (this) {
            waiting.values().removeIf(each -> each.owner() == owner && left.add(each.delivery()));
        }
        left.forEach(delivery -> delivery.onReplyFailure(why));
    }

    /** No reply will come any more: everything that waits fails with {@code why}. */
    void close(ConnectorException why) {
        List<PendingDelivery> left;
        synchronized (this) {
            left = waiting.values().stream().map(Waiting::delivery).toList();
            waiting.clear();
            deadlines.clear();
        }
        left.forEach(delivery -> delivery.onReplyFailure(why));
    }

    private void arm() {
        Deadline oldest = deadlines.peek();
        if (!armed && oldest != null) {
            armed = true;
            time.schedule(Duration.ofNanos(Math.max(0, oldest.due() - time.nanoTime())), this::onDue);
        }
    }

    private void onDue() {
        ArrayDeque<PendingDelivery> late = new ArrayDeque<>();
        synchronized (this) {
            armed = false;
            long now = time.nanoTime();
            for (Deadline next = deadlines.peek(); next != null && next.due() <= now; next = deadlines.peek()) {
                deadlines.remove();
                PendingDelivery delivery = expire(next);
                if (delivery != null) {
                    late.add(delivery);
                }
            }
            arm();
        }
        late.forEach(delivery -> delivery.onReplyFailure(
                new ReplyTimeoutException("The server took the message, but the platform did not answer it within "
                        + limit.toMillis() + " ms.")));
    }

    private @Nullable PendingDelivery expire(Deadline deadline) {
        if (!isWaiting(deadline.key(), deadline.delivery())) {
            return null;
        }
        waiting.remove(deadline.key());
        return deadline.delivery();
    }
}
