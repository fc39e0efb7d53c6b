package org.iotconnector.core.outbox;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Keeps the messages of a session on disk until they have ended, so that they survive the process. Needs the module
 * {@code connector-outbox} or another {@link OutboxStoreFactory}. Which messages are kept, and what is promised, is on the
 * page {@code docs/durable-outbox.md}.
 *
 * @param directory where the stores are, one folder for each session, named after it; two programs must not use the same
 *     session's store at the same time
 * @param sync what a stored message survives
 * @param replay when messages of an earlier run are sent
 */
public record DurableOutbox(Path directory, Sync sync, Replay replay) {
    /** What a stored message survives. */
    public enum Sync {
        /** The end of the process and of the machine: one flush of the disk for all messages that wait for it. */
        DISK,
        /** The end of the process, by {@code kill -9} too; a power failure may cost the last ones. Spares memory cards. */
        SYSTEM
    }

    /** When messages of an earlier run are sent. */
    public enum Replay {
        /** First, in their order, as they were. */
        IN_ORDER,
        /**
         * Reports and events after what is new, as history with their original times, on platforms that have history
         * reports; everything else in order.
         */
        LIVE_FIRST
    }

    public DurableOutbox {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(sync, "sync");
        Objects.requireNonNull(replay, "replay");
    }

    /** Stores in {@code directory} that survive a power failure and are sent in order. */
    public static DurableOutbox in(Path directory) {
        return new DurableOutbox(directory, Sync.DISK, Replay.IN_ORDER);
    }

    /** The same with another promise. */
    public DurableOutbox withSync(Sync other) {
        return new DurableOutbox(directory, other, replay);
    }

    /** The same with another order. */
    public DurableOutbox withReplay(Replay other) {
        return new DurableOutbox(directory, sync, other);
    }
}
