package org.iotconnector.core.internal.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.outbox.Ledger;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.outbox.OverflowPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue between those who report and the connection, with the ledger. One lock guards everything, so that
 * the ledger adds up at every instant; listeners are called after it is released. Times are {@code nanoTime} values.
 */
public final class Outbox {
    private final OutboxOptions options;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final SendQueue queue = new SendQueue();
    private final Tally tally = new Tally();
    private long bytes;
    private long nextSequence;
    private boolean closed;

    public Outbox(OutboxOptions options) {
        this.options = options;
    }

    /**
     * Offers a message; it is accepted in every case, if only to end at once as refused.
     *
     * @param mayBlock whether the calling thread may wait for room
     */
    public void offer(OutboxEntry entry, long now, boolean mayBlock) {
        List<Ending> endings = new ArrayList<>(0);
        lock.lock();
        try {
            tally.accepted++;
            entry.sequence = nextSequence++;
            entry.accept(now, options.maxAge().toNanos());
            if (options.overflow() == OverflowPolicy.KEEP_LAST) {
                replaceOlder(entry, endings);
            }
            if (!closed && !fits(entry) && entry.bytes() <= options.maxBytes()) {
                makeRoom(entry, mayBlock, endings);
            }
            if (closed) {
                end(entry, DeliveryOutcome.ABANDONED, "The session is closed.", endings);
            } else if (!fits(entry)) {
                end(entry, DeliveryOutcome.REFUSED, fullText(entry), endings);
            } else {
                entry.state = OutboxEntry.State.WAITING;
                bytes += entry.bytes();
                queue.add(entry);
            }
        } finally {
            lock.unlock();
        }
        tell(endings);
    }

    private void replaceOlder(OutboxEntry newer, List<Ending> endings) {
        queue.removeReplaced(newer, older -> {
            tally.coalesced++;
            end(older, DeliveryOutcome.EVICTED, "A newer report holds the same properties.", endings);
        });
    }

    private void makeRoom(OutboxEntry entry, boolean mayBlock, List<Ending> endings) {
        switch (options.overflow()) {
            case DROP_OLDEST, KEEP_LAST -> {
                for (OutboxEntry oldest = queue.pollEvictable(); oldest != null; oldest = queue.pollEvictable()) {
                    end(oldest, DeliveryOutcome.EVICTED, fullText(oldest), endings);
                    if (fits(entry)) {
                        return;
                    }
                }
                return;
            }
            case BLOCK -> {
                if (mayBlock) {
                    awaitRoom(entry);
                }
                return;
            }
            case DROP_NEWEST -> {}
        }
    }

    private void awaitRoom(OutboxEntry entry) {
        // While a caller waits, its message is neither waiting nor ended; it is counted as accepted afterwards.
        tally.accepted--;
        try {
            long left = options.blockLimit().toNanos();
            while (!closed && !fits(entry) && left > 0) {
                left = room.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            tally.accepted++;
        }
    }

    private boolean fits(OutboxEntry entry) {
        return queue.size() + tally.inFlight < options.maxMessages() && bytes + entry.bytes() <= options.maxBytes();
    }

    private String fullText(OutboxEntry entry) {
        if (entry.bytes() > options.maxBytes()) {
            return "The message has " + entry.bytes() + " bytes; the outbox holds " + options.maxBytes() + ".";
        }
        return "The outbox is full (" + options.maxMessages() + " messages or " + options.maxBytes() + " bytes).";
    }

    /** The next message to send, now in flight; null when none waits. Expired ones end on the way. */
    public @Nullable OutboxEntry take(long now) {
        List<Ending> endings = new ArrayList<>(0);
        OutboxEntry taken;
        lock.lock();
        try {
            expire(now, endings);
            taken = queue.poll();
            while (taken != null && taken.isExpired(now)) {
                // One that expires of its own may stand behind others that do not.
                end(taken, DeliveryOutcome.EXPIRED, expiredText(taken), endings);
                taken = queue.poll();
            }
            if (taken != null) {
                taken.state = OutboxEntry.State.IN_FLIGHT;
                tally.inFlight++;
            }
        } finally {
            lock.unlock();
        }
        tell(endings);
        return taken;
    }

    /** The message that {@link #take} would take; null when none waits. */
    public @Nullable OutboxEntry peek() {
        lock.lock();
        try {
            return queue.peek();
        } finally {
            lock.unlock();
        }
    }

    /** From now on nothing of {@code source} is sent, until {@link #letGo}; what is in flight goes on. */
    public void holdBack(String source) {
        lock.lock();
        try {
            queue.holdBack(source);
        } finally {
            lock.unlock();
        }
    }

    /** What was held back of {@code source} goes before what is newer, in its order. */
    public void letGo(String source) {
        lock.lock();
        try {
            queue.letGo(source);
        } finally {
            lock.unlock();
        }
    }

    /** Ends what was held back of {@code source}, which will not send any more. */
    public void abandon(String source) {
        List<Ending> endings = new ArrayList<>(0);
        lock.lock();
        try {
            queue.removeHeld(source)
                    .forEach(entry -> end(entry, DeliveryOutcome.ABANDONED, "The device was closed.", endings));
        } finally {
            lock.unlock();
        }
        tell(endings);
    }

    /** A message in flight has ended. */
    public void finish(OutboxEntry entry, DeliveryOutcome outcome, String detail) {
        List<Ending> endings = new ArrayList<>(1);
        lock.lock();
        try {
            if (entry.state != OutboxEntry.State.IN_FLIGHT) {
                return;
            }
            tally.inFlight--;
            end(entry, outcome, detail, endings);
        } finally {
            lock.unlock();
        }
        tell(endings);
    }

    /** The connection was lost before a message in flight was answered: it waits again, at its old place. */
    public void giveBack(OutboxEntry entry) {
        List<Ending> endings = new ArrayList<>(0);
        lock.lock();
        try {
            if (entry.state != OutboxEntry.State.IN_FLIGHT) {
                return;
            }
            tally.inFlight--;
            if (closed) {
                end(entry, DeliveryOutcome.ABANDONED, "The session was closed.", endings);
            } else {
                entry.state = OutboxEntry.State.WAITING;
                queue.giveBack(entry);
            }
        } finally {
            lock.unlock();
        }
        tell(endings);
    }

    /** Ends what has waited too long. */
    public void expire(long now) {
        List<Ending> endings = new ArrayList<>(0);
        lock.lock();
        try {
            expire(now, endings);
        } finally {
            lock.unlock();
        }
        tell(endings);
    }

    private void expire(long now, List<Ending> endings) {
        queue.removeHeads(
                head -> head.isExpired(now), head -> end(head, DeliveryOutcome.EXPIRED, expiredText(head), endings));
    }

    private static String expiredText(OutboxEntry entry) {
        return "The message waited longer than " + TimeUnit.NANOSECONDS.toSeconds(entry.maxAge()) + " s.";
    }

    /** The time until a waiting message can expire; empty when none waits. */
    public OptionalLong nanosToExpiry(long now) {
        lock.lock();
        try {
            return queue.heads().mapToLong(head -> head.nanosLeft(now)).min();
        } finally {
            lock.unlock();
        }
    }

    /** Abandons what waits; what is in flight is abandoned when it is given back, or by {@link #finish}. */
    public void close() {
        List<Ending> endings = new ArrayList<>();
        lock.lock();
        try {
            closed = true;
            queue.drain(entry -> end(entry, DeliveryOutcome.ABANDONED, "The session was closed.", endings));
            room.signalAll();
        } finally {
            lock.unlock();
        }
        tell(endings);
    }

    /** The counts now. */
    public Ledger ledger() {
        lock.lock();
        try {
            return tally.snapshot(queue.size());
        } finally {
            lock.unlock();
        }
    }

    private void end(OutboxEntry entry, DeliveryOutcome outcome, String detail, List<Ending> endings) {
        if (entry.state != OutboxEntry.State.NEW) {
            bytes -= entry.bytes();
        }
        entry.state = OutboxEntry.State.ENDED;
        tally.count(outcome);
        room.signalAll();
        endings.add(new Ending(entry, outcome, detail));
    }

    private static void tell(List<Ending> endings) {
        for (Ending ending : endings) {
            ending.entry().end(ending.outcome(), ending.detail());
        }
    }

    private record Ending(OutboxEntry entry, DeliveryOutcome outcome, String detail) {}
}
