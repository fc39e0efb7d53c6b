package org.iotconnector.core.outbox;

import java.io.IOException;
import java.util.List;

/**
 * Keeps the messages of one durable outbox on disk. Core calls {@link #recover} once, then the other methods on one thread
 * at a time, never on one that publishes or reads the network, so they may block. What a record holds is core's business.
 */
public interface OutboxStore extends AutoCloseable {
    /**
     * What an earlier process left behind, by id, and what could not be read any more. Implementations must have cut off
     * a damaged end or set a damaged file aside when this returns, so that the store can be written to.
     */
    Recovery recover() throws IOException;

    /**
     * Adds and removes records in one step. Implementations must keep either all of it or, when they throw, nothing,
     * and must go on working after a failure once its cause is gone. When this returns the step survives the end of the
     * process, by {@code kill -9} too; with {@link DurableOutbox.Sync#DISK} also the end of the machine.
     *
     * @param added records with ids above all that were ever added, ascending
     * @param removed ids of records that are stored; the ones of {@code added} are none of them
     */
    void commit(List<StoredRecord> added, long[] removed) throws IOException;

    /** Ends the use of the store and lets others open it. Idempotent. */
    @Override
    void close() throws IOException;

    /**
     * What was found at opening.
     *
     * @param records all records, by id, ascending
     * @param lastId the highest id that was ever added, 0 in a new store; no id is given twice
     * @param lost how many records had been stored and could not be read any more, as far as that is known
     * @param report what was damaged and where it was put, for the log; empty when nothing was
     */
    record Recovery(List<StoredRecord> records, long lastId, long lost, String report) {
        public Recovery {
            records = List.copyOf(records);
        }
    }
}
