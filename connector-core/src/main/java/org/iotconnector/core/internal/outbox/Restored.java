package org.iotconnector.core.internal.outbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.iotconnector.core.outbox.OutboxStore;
import org.iotconnector.core.outbox.StoredRecord;

/** What an earlier run has left in a store. Each message waits here until its device is opened. Thread-safe. */
public final class Restored {
    private final List<Entry> waiting;
    private final List<Long> damaged;
    private final long lastId;
    private final long lost;

    /** A stored message and its number. */
    public record Entry(long id, StoredMessage message) {}

    private Restored(List<Entry> waiting, List<Long> damaged, long lastId, long lost) {
        this.waiting = waiting;
        this.damaged = damaged;
        this.lastId = lastId;
        this.lost = lost;
    }

    /**
     * Reads what was recovered; records that make no sense count as lost.
     *
     * @throws IOException when a record is of a later version
     */
    static Restored read(OutboxStore.Recovery recovery) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<Long> damaged = new ArrayList<>();
        for (StoredRecord stored : recovery.records()) {
            StoredFormat.checkVersion(stored.data());
            try {
                entries.add(new Entry(stored.id(), StoredFormat.read(stored.data())));
            } catch (IOException e) {
                damaged.add(stored.id());
            }
        }
        return new Restored(entries, damaged, recovery.lastId(), recovery.lost() + damaged.size());
    }

    /** Takes out those that fit {@code condition}, oldest first. */
    public synchronized List<Entry> claim(Predicate<StoredMessage> condition) {
        List<Entry> claimed = new ArrayList<>();
        waiting.removeIf(entry -> condition.test(entry.message()) && claimed.add(entry));
        return claimed;
    }

    synchronized int size() {
        return waiting.size();
    }

    List<Long> damaged() {
        return damaged;
    }

    long lastId() {
        return lastId;
    }

    long lost() {
        return lost;
    }
}
