package org.iotconnector.core.internal.outbox;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.iotconnector.core.OutboxStoreException;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.outbox.OutboxStore;
import org.iotconnector.core.outbox.StoreCounts;
import org.iotconnector.core.outbox.StoredRecord;
import org.iotconnector.core.session.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes the messages of one durable outbox to its store, and takes them out when they have ended, in groups: whatever has
 * gathered while one group was written is the next, so that one flush of the disk serves all who wait. Only the writer
 * touches the store; everybody else only changes lists under a lock that is never held over anything slow. What waits to be
 * written is part of what the outbox holds, so the outbox's limits bound it.
 */
public final class Journal {
    private static final int GROUP_MESSAGES = 4096;
    private static final long GROUP_BYTES = 4L * 1024 * 1024;
    /** Until it is tried again to take ended messages out of a store that has failed. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final OutboxStore store;
    private final JournalLog log;
    private final Executor writer;
    private final TimeSource time;

    // Guarded by this.
    private final LinkedHashSet<Kept> queued = new LinkedHashSet<>();
    private List<Long> removals = new ArrayList<>();
    private boolean scheduled;
    private boolean removalsRest;
    private @Nullable Runnable onClosed;
    private boolean closed;
    private long restored;
    private long stored;
    private long failed;
    private long removed;

    // Belongs to the writer.
    private long nextId;
    private final Restored found;

    Journal(OutboxStore store, Restored found, JournalLog log, Executor writer, TimeSource time) {
        this.store = store;
        this.found = found;
        this.nextId = found.lastId() + 1;
        this.removals.addAll(found.damaged());
        this.log = log;
        this.writer = writer;
        this.time = time;
    }

    /** What an earlier run has left. */
    public Restored found() {
        return found;
    }

    /** A message that will be kept once {@link Kept#store} is called; {@code listener} hears of it first. */
    public Kept keep(StoredMessage message, OutboxEntry.Listener listener) {
        return new Kept(this, message, listener, Kept.State.NEW, 0);
    }

    /** A message of an earlier run, which is sent again. */
    public synchronized Kept keep(Restored.Entry entry, OutboxEntry.Listener listener) {
        restored++;
        return new Kept(this, entry.message(), listener, Kept.State.STORED, entry.id());
    }

    void store(Kept message) {
        synchronized (this) {
            if (message.state != Kept.State.NEW) {
                return;
            }
            if (onClosed == null) {
                message.state = Kept.State.QUEUED;
                queued.add(message);
                removalsRest = false;
                schedule();
                return;
            }
            message.state = Kept.State.GONE;
            failed++;
        }
        message.onStored(Optional.of(new OutboxStoreException("The session is closed; nothing was stored.", null)));
    }

    void ended(Kept message, DeliveryOutcome outcome) {
        if (outcome == DeliveryOutcome.ABANDONED) {
            // It stays for the next run; if it still waits to be written, that is done before the store is closed.
            return;
        }
        synchronized (this) {
            if (message.state == Kept.State.WRITING) {
                message.endedAs = outcome;
                return;
            }
            if (message.state == Kept.State.STORED) {
                message.state = Kept.State.GONE;
                removals.add(message.id);
                schedule();
                return;
            }
            if (message.state == Kept.State.QUEUED) {
                queued.remove(message);
            }
            message.state = Kept.State.GONE;
        }
        message.onStored(settled(outcome));
    }

    /** It ended and was never written: to whoever waits for it to be safe, an acknowledgement is as good. */
    private static Optional<OutboxStoreException> settled(DeliveryOutcome outcome) {
        return outcome == DeliveryOutcome.ACKNOWLEDGED
                ? Optional.empty()
                : Optional.of(
                        new OutboxStoreException("The message ended before it was stored: " + outcome + ".", null));
    }

    /** The counts now. */
    public synchronized StoreCounts counts() {
        return new StoreCounts(restored, found.lost(), stored, failed, removed, queued.size());
    }

    /** Writes what still waits, closes the store and then runs {@code after}, all on the writer. */
    public synchronized void close(Runnable after) {
        onClosed = after;
        removalsRest = false;
        schedule();
    }

    private void schedule() {
        if (!scheduled) {
            scheduled = true;
            writer.execute(this::run);
        }
    }

    /** Writes one group; then it is the next journal's turn. */
    private void run() {
        Group group = nextGroup();
        if (!group.isEmpty()) {
            write(group);
        }
        Runnable last;
        synchronized (this) {
            scheduled = false;
            if (!queued.isEmpty() || (!removals.isEmpty() && !removalsRest)) {
                schedule();
                return;
            }
            last = closed ? null : onClosed;
            closed = last != null || closed;
        }
        if (last != null) {
            closeStore();
            last.run();
        }
    }

    private record Group(List<Kept> added, List<Long> removed) {
        boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty();
        }
    }

    private synchronized Group nextGroup() {
        List<Kept> added = new ArrayList<>();
        long bytes = 0;
        for (var waiting = queued.iterator();
                waiting.hasNext() && added.size() < GROUP_MESSAGES && bytes < GROUP_BYTES; ) {
            Kept next = waiting.next();
            waiting.remove();
            next.state = Kept.State.WRITING;
            next.id = nextId++;
            bytes += next.message().publication().payload().length();
            added.add(next);
        }
        List<Long> ended = removals;
        removals = new ArrayList<>();
        return new Group(added, ended);
    }

    private void write(Group group) {
        List<StoredRecord> records = new ArrayList<>(group.added().size());
        try {
            for (Kept message : group.added()) {
                records.add(new StoredRecord(message.id, StoredFormat.write(message.message())));
            }
            store.commit(
                    records, group.removed().stream().mapToLong(Long::longValue).toArray());
        } catch (IOException | RuntimeException e) {
            onFailure(group, e);
            return;
        }
        synchronized (this) {
            stored += group.added().size();
            removed += group.removed().size();
            for (Kept message : group.added()) {
                message.state = message.endedAs == null ? Kept.State.STORED : Kept.State.GONE;
                if (message.endedAs != null) {
                    removals.add(message.id);
                }
            }
        }
        log.worked();
        group.added().forEach(message -> message.onStored(Optional.empty()));
    }

    private void onFailure(Group group, Exception cause) {
        OutboxStoreException failure = log.failed(cause, group.added().size());
        synchronized (this) {
            failed += group.added().size();
            group.added().forEach(message -> message.state = Kept.State.GONE);
            removals.addAll(0, group.removed());
            // Without new messages it is no use to go on at once; at the end they are left to be sent again.
            if (group.added().isEmpty()) {
                removalsRest = true;
                if (onClosed == null) {
                    time.schedule(RETRY, this::retry);
                }
            }
        }
        for (Kept message : group.added()) {
            DeliveryOutcome ended = message.endedAs;
            message.onStored(ended == null ? Optional.of(failure) : settled(ended));
        }
    }

    private synchronized void retry() {
        removalsRest = false;
        if (!closed && !removals.isEmpty()) {
            schedule();
        }
    }

    private void closeStore() {
        try {
            store.close();
        } catch (IOException | RuntimeException e) {
            log.notClosed(e);
        }
    }
}
