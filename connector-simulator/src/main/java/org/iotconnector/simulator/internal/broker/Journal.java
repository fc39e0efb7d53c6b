package org.iotconnector.simulator.internal.broker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.iotconnector.simulator.ReceivedMessage;
import org.iotconnector.simulator.SimulatorTimeoutException;

/** The last messages from devices, and the bell that wakes whoever waits for something to happen. Thread-safe. */
public final class Journal {
    private static final int MAX_MESSAGES = 50_000;
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<ReceivedMessage> messages = new ArrayDeque<>();
    private long lastSequence;
    private long bytes;
    private long changes;

    void record(LongFunction<ReceivedMessage> message) {
        lock.lock();
        try {
            ReceivedMessage added = message.apply(++lastSequence);
            messages.addLast(added);
            bytes += added.size();
            while (messages.size() > MAX_MESSAGES || (bytes > MAX_BYTES && messages.size() > 1)) {
                bytes -= messages.removeFirst().size();
            }
        } finally {
            lock.unlock();
        }
    }

    void ring() {
        lock.lock();
        try {
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Messages with a sequence number above {@code sequence}, oldest first. */
    public List<ReceivedMessage> since(long sequence) {
        lock.lock();
        try {
            return messages.stream()
                    .filter(message -> message.sequence() > sequence)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a message that fits, past ones included. */
    public ReceivedMessage awaitMessage(Predicate<ReceivedMessage> condition, Duration timeout) {
        List<ReceivedMessage> found = new ArrayList<>(1);
        AtomicLong looked = new AtomicLong();
        await(
                "a received message that fits",
                () -> {
                    for (ReceivedMessage message : since(looked.get())) {
                        looked.set(message.sequence());
                        if (condition.test(message)) {
                            found.add(message);
                            return true;
                        }
                    }
                    return false;
                },
                timeout);
        return found.get(0);
    }

    /** Waits until the condition holds; looks again after each ring. The condition is evaluated without the lock. */
    public void await(String what, BooleanSupplier condition, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            long seen = changes();
            if (condition.getAsBoolean()) {
                return;
            }
            if (!waitForChange(seen, deadline)) {
                if (condition.getAsBoolean()) {
                    return;
                }
                throw new SimulatorTimeoutException(
                        "Waited " + timeout.toMillis() + " ms for " + what + ", in vain. " + summary());
            }
        }
    }

    private long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    private boolean waitForChange(long seen, long deadline) {
        lock.lock();
        try {
            while (changes == seen) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || (!changed.await(left, TimeUnit.NANOSECONDS) && changes == seen)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SimulatorTimeoutException("The wait was interrupted. " + summary());
        } finally {
            lock.unlock();
        }
    }

    private String summary() {
        List<ReceivedMessage> all = since(0);
        return all.isEmpty()
                ? "No message was received so far."
                : lastSequence + " messages were received so far, the last is " + all.get(all.size() - 1) + ".";
    }
}
