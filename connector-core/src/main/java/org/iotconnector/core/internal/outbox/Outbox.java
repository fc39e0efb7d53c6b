package org.iotconnector.core.internal.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
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
    /** Answers to the platform: it waits for them on the line, so they overtake reports. */
    private final ArrayDeque<OutboxEntry> urgent = new ArrayDeque<>();

    private final ArrayDeque<OutboxEntry> waiting = new ArrayDeque<>();
    /** Sent once and given back when the connection was lost: they go first, in their old order. */
    private final PriorityQueue<OutboxEntry> returned = new PriorityQueue<>(Comparator.comparingLong(e -> e.sequence));

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
            entry.acceptedAt = now;
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
                (entry.urgent() ? urgent : waiting).add(entry);
            }
        } finally {
            lock.unlock();
        }
        tell(endings);
    }

    private void replaceOlder(OutboxEntry newer, List<Ending> endings) {
        for (Iterator<OutboxEntry> it = waiting.iterator(); it.hasNext(); ) {
            OutboxEntry older = it.next();
            if (older.isReplacedBy(newer)) {
                it.remove();
                tally.coalesced++;
                end(older, DeliveryOutcome.EVICTED, "A newer report holds the same properties.", endings);
            }
        }
    }

    private void makeRoom(OutboxEntry entry, boolean mayBlock, List<Ending> endings) {
        switch (options.overflow()) {
            case DROP_OLDEST, KEEP_LAST -> {
                for (OutboxEntry oldest = pollEvictable(); oldest != null; oldest = pollEvictable()) {
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

    private int waitingCount() {
        return waiting.size() + returned.size() + urgent.size();
    }

    private boolean fits(OutboxEntry entry) {
        return waitingCount() + tally.inFlight < options.maxMessages() && bytes + entry.bytes() <= options.maxBytes();
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
            taken = pollNext();
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

    private @Nullable OutboxEntry pollNext() {
        OutboxEntry next = urgent.poll();
        return next != null ? next : pollReport();
    }

    private @Nullable OutboxEntry pollReport() {
        OutboxEntry next = returned.poll();
        return next != null ? next : waiting.poll();
    }

    private @Nullable OutboxEntry pollEvictable() {
        OutboxEntry next = pollReport();
        return next != null ? next : urgent.poll();
    }

    /** The message that {@link #take} would take; null when none waits. */
    public @Nullable OutboxEntry peek() {
        lock.lock();
        try {
            OutboxEntry next = urgent.peek();
            next = next != null ? next : returned.peek();
            return next != null ? next : waiting.peek();
        } finally {
            lock.unlock();
        }
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
                returned.add(entry);
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
        expireHead(urgent, now, endings);
        expireHead(returned, now, endings);
        expireHead(waiting, now, endings);
    }

    private void expireHead(Queue<OutboxEntry> queue, long now, List<Ending> endings) {
        long maxAge = options.maxAge().toNanos();
        for (OutboxEntry head = queue.peek(); head != null && now - head.acceptedAt >= maxAge; head = queue.peek()) {
            queue.remove();
            end(head, DeliveryOutcome.EXPIRED, expiredText(), endings);
        }
    }

    private String expiredText() {
        return "The message waited longer than "
                + TimeUnit.NANOSECONDS.toSeconds(options.maxAge().toNanos()) + " s.";
    }

    /** The time until a waiting message can expire; empty when none waits. */
    public OptionalLong nanosToExpiry(long now) {
        lock.lock();
        try {
            return Stream.of(urgent.peek(), returned.peek(), waiting.peek())
                    .filter(Objects::nonNull)
                    .mapToLong(head ->
                            Math.max(0, head.acceptedAt + options.maxAge().toNanos() - now))
                    .min();
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
            for (OutboxEntry entry = pollNext(); entry != null; entry = pollNext()) {
                end(entry, DeliveryOutcome.ABANDONED, "The session was closed.", endings);
            }
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
            return tally.snapshot(waitingCount());
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
