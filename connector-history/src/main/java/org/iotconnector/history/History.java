package org.iotconnector.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.iotconnector.history.internal.SampleStore;

/**
 * Samples in one SQLite file, which other programs may read at the same time, this one's other processes included. What
 * {@link #add} has returned for is there after the process was killed, and unless {@link Durability#PROCESS} was asked
 * for also after a power failure. Thread-safe; every method blocks for the disk and throws {@link HistoryException} when
 * the file cannot be used.
 *
 * <pre>{@code
 * try (History history = History.open(Path.of("classroom.db"))) {
 *     history.add(new Sample("classroom/window", "temperature", Instant.now(), Value.of(21.5)));
 *     history.query(HistoryQuery.builder().property("temperature").limit(100).newestFirst().build());
 * }
 * }</pre>
 */
public final class History implements AutoCloseable {
    private final SampleStore store;

    private History(SampleStore store) {
        this.store = store;
    }

    /** What stored samples survive. */
    public enum Durability {
        /** The end of the process, by {@code kill -9} too, and of the machine. One flush of the disk for each call. */
        POWER_FAILURE,
        /** The end of the process; a power failure may cost the last seconds. Spares slow disks and memory cards. */
        PROCESS
    }

    /** Opens the history in {@code file}, or makes one there; it survives power failures. */
    public static History open(Path file) {
        return open(file, Durability.POWER_FAILURE);
    }

    /** As {@link #open(Path)}, with a durability of choice. */
    public static History open(Path file, Durability durability) {
        return new History(SampleStore.open(file, durability == Durability.POWER_FAILURE));
    }

    /** Opens the history in {@code file}, which must exist: for programs that only read. */
    public static History openExisting(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new HistoryException(
                    "There is no history at " + file + "; check the path, or record one first.", null);
        }
        return open(file);
    }

    /** Stores one sample. */
    public void add(Sample sample) {
        addAll(List.of(sample));
    }

    /** Stores all of them or, if it fails, none. */
    public void addAll(List<Sample> samples) {
        store.insert(samples);
    }

    /** The samples asked for, all in memory; {@link #forEach} needs no memory for them. */
    public List<Sample> query(HistoryQuery query) {
        List<Sample> found = new ArrayList<>();
        store.select(query, found::add);
        return List.copyOf(found);
    }

    /** Gives each sample asked for to {@code action}, on the calling thread; what is added meanwhile is not among them. */
    public void forEach(HistoryQuery query, Consumer<? super Sample> action) {
        store.select(query, action);
    }

    /** What there is, sorted by device and property. */
    public List<HistorySeries> series() {
        return store.series();
    }

    /** Removes what is older than {@code moment}, and gives how many that were. The file keeps its size for later ones. */
    public long deleteBefore(Instant moment) {
        return store.deleteBefore(moment);
    }

    /** Closes the file; what comes later is refused. Idempotent. */
    @Override
    public void close() {
        store.close();
    }

    @Override
    public String toString() {
        return "History[" + store.file() + "]";
    }
}
