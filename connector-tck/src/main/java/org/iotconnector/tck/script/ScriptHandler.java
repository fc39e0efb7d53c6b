package org.iotconnector.tck.script;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.iotconnector.core.session.Message;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.DeliveredMessage;

/** The application's message handler: it can be made to fail or to take its time. Thread-safe. */
final class ScriptHandler {
    private final List<DeliveredMessage> delivered = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger handled = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** Runs on a handler thread. */
    void onMessage(Message message) throws InterruptedException {
        gate.await();
        handled.incrementAndGet();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("The script makes this handler fail.");
        }
    }

    void failNext(int times) {
        failures.set(times);
    }

    void block() {
        release();
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    void expect(DeliveredMessage message) {
        delivered.add(message);
    }

    /** Waits until the handler has done all that it may do. */
    void settle() {
        if (gate.getCount() == 0 && unacknowledged() > 0) {
            Await.until("every delivered message is handled", () -> unacknowledged() == 0);
        }
    }

    int handled() {
        return handled.get();
    }

    long unacknowledged() {
        return delivered.stream().filter(message -> !message.isAcknowledged()).count();
    }

    /** Whether a message was acknowledged more than once. */
    boolean acknowledgedTwice() {
        return delivered.stream().anyMatch(message -> message.acknowledgements() > 1);
    }
}
