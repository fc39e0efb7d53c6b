package org.iotconnector.core.internal.outbox;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order in which waiting messages are sent: answers, then what was sent once and came back, then the rest, then the
 * backlog; without what is held back. Its queues begin small, since most are empty and there is one of these for each
 * session. Guarded by the outbox's lock.
 */
final class SendQueue {
    private static final Comparator<OutboxEntry> BY_AGE = Comparator.comparingLong(entry -> entry.sequence);

    /** Answers to the platform: it waits for them on the line, so they overtake reports. */
    private final ArrayDeque<OutboxEntry> urgent = new ArrayDeque<>(1);

    private final ArrayDeque<OutboxEntry> waiting = new ArrayDeque<>(1);
    /** Of the past: when nothing else waits. */
    private final PriorityQueue<OutboxEntry> backlog = new PriorityQueue<>(1, BY_AGE);
    /** Sent once and given back when the connection was lost: they go first, in their old order. */
    private final PriorityQueue<OutboxEntry> returned = new PriorityQueue<>(1, BY_AGE);
    /** By source: what may not be sent now, such as that of sub-devices whose gateway has not logged them in yet. */
    private final Map<String, PriorityQueue<OutboxEntry>> held = new HashMap<>();

    void add(OutboxEntry entry) {
        switch (entry.rank()) {
            case URGENT -> urgent.add(entry);
            case USUAL -> waiting.add(entry);
            case BACKLOG -> backlog.add(entry);
        }
    }

    /** It was in flight and waits again, at its old place. */
    void giveBack(OutboxEntry entry) {
        returned.add(entry);
    }

    int size() {
        int waitingNow = waiting.size() + returned.size() + urgent.size() + backlog.size();
        for (Queue<OutboxEntry> queue : held.values()) {
            waitingNow += queue.size();
        }
        return waitingNow;
    }

    /** The message to send next; null when none may be sent. */
    @Nullable
    OutboxEntry peek() {
        setAsideHeld();
        OutboxEntry next = urgent.peek();
        next = next != null ? next : returned.peek();
        next = next != null ? next : waiting.peek();
        return next != null ? next : backlog.peek();
    }

    /** As {@link #peek}, and takes it. */
    @Nullable
    OutboxEntry poll() {
        setAsideHeld();
        OutboxEntry next = urgent.poll();
        next = next != null ? next : returned.poll();
        next = next != null ? next : waiting.poll();
        return next != null ? next : backlog.poll();
    }

    /** The message to give up when room is needed: the oldest that nobody waits for. */
    @Nullable
    OutboxEntry pollEvictable() {
        Queue<OutboxEntry> oldestHeld = held.values().stream()
                .filter(queue -> !queue.isEmpty())
                .min(Comparator.comparing(Queue::element, BY_AGE))
                .orElse(returned);
        OutboxEntry next = backlog.poll();
        next = next != null ? next : oldestHeld.poll();
        next = next != null ? next : returned.poll();
        next = next != null ? next : waiting.poll();
        return next != null ? next : urgent.poll();
    }

    /** The first of each queue, held ones included: the oldest is among them. */
    Stream<OutboxEntry> heads() {
        return Stream.concat(queues(), held.values().stream()).map(Queue::peek).filter(Objects::nonNull);
    }

    private Stream<Queue<OutboxEntry>> queues() {
        return Stream.of(urgent, returned, waiting, backlog);
    }

    /** Takes out, from the front of each queue, what fits {@code condition}. */
    void removeHeads(Predicate<OutboxEntry> condition, Consumer<OutboxEntry> removed) {
        removeHeads(urgent, condition, removed);
        removeHeads(returned, condition, removed);
        removeHeads(waiting, condition, removed);
        removeHeads(backlog, condition, removed);
        held.values().forEach(queue -> removeHeads(queue, condition, removed));
    }

    private static void removeHeads(
            Queue<OutboxEntry> queue, Predicate<OutboxEntry> condition, Consumer<OutboxEntry> removed) {
        for (OutboxEntry head = queue.peek(); head != null && condition.test(head); head = queue.peek()) {
            removed.accept(queue.remove());
        }
    }

    /** Takes out what {@code newer} makes superfluous. */
    void removeReplaced(OutboxEntry newer, Consumer<OutboxEntry> removed) {
        removeReplaced(waiting, newer, removed);
        Queue<OutboxEntry> ofSource = held.get(newer.source());
        if (ofSource != null) {
            removeReplaced(ofSource, newer, removed);
        }
    }

    private static void removeReplaced(Queue<OutboxEntry> queue, OutboxEntry newer, Consumer<OutboxEntry> removed) {
        for (Iterator<OutboxEntry> it = queue.iterator(); it.hasNext(); ) {
            OutboxEntry older = it.next();
            if (older.isReplacedBy(newer)) {
                it.remove();
                removed.accept(older);
            }
        }
    }

    /** From now on nothing of {@code source} is sent, until {@link #letGo}. */
    void holdBack(String source) {
        held.computeIfAbsent(source, s -> new PriorityQueue<>(BY_AGE));
    }

    /** What is held back is found when its turn comes, so that holding costs nothing for those who are not held. */
    private void setAsideHeld() {
        if (!held.isEmpty()) {
            setAsideHeld(urgent);
            setAsideHeld(returned);
            setAsideHeld(waiting);
            setAsideHeld(backlog);
        }
    }

    private void setAsideHeld(Queue<OutboxEntry> queue) {
        for (OutboxEntry head = queue.peek(); head != null; head = queue.peek()) {
            Queue<OutboxEntry> aside = held.get(head.source());
            if (aside == null) {
                return;
            }
            aside.add(queue.remove());
        }
    }

    /** Ends the holding of {@code source}: what was held goes before what is newer, in its order. */
    void letGo(String source) {
        Queue<OutboxEntry> aside = held.remove(source);
        if (aside != null) {
            aside.forEach(entry -> (entry.rank() == OutboxEntry.Rank.BACKLOG ? backlog : returned).add(entry));
        }
    }

    /** Ends the holding of {@code source} and takes out all it has waiting, oldest first; nothing if it is not held. */
    List<OutboxEntry> removeHeld(String source) {
        Queue<OutboxEntry> aside = held.remove(source);
        if (aside == null) {
            return List.of();
        }
        // Those whose turn has not come yet still stand among the others.
        queues().forEach(queue -> queue.removeIf(entry -> source.equals(entry.source()) && aside.add(entry)));
        return aside.stream().sorted(BY_AGE).toList();
    }

    /** Takes out everything. */
    void drain(Consumer<OutboxEntry> removed) {
        List.copyOf(held.keySet()).forEach(this::letGo);
        for (OutboxEntry entry = poll(); entry != null; entry = poll()) {
            removed.accept(entry);
        }
    }
}
