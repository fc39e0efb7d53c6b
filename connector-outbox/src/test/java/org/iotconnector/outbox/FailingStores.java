package org.iotconnector.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.OutboxStore;
import org.iotconnector.core.outbox.OutboxStoreFactory;
import org.iotconnector.core.outbox.StoredRecord;

/** Real stores whose disk the test fills and empties, or stalls. */
final class FailingStores implements OutboxStoreFactory {
    private final OutboxStoreFactory real = new SqliteOutboxStores();
    private final Object stall = new Object();
    volatile boolean full;
    volatile int commits;
    private boolean stalled;

    void stall(boolean on) {
        synchronized (stall) {
            stalled = on;
            stall.notifyAll();
        }
    }

    @Override
    public OutboxStore open(Path directory, DurableOutbox.Sync sync) throws IOException {
        OutboxStore store = real.open(directory, sync);
        return new OutboxStore() {
            @Override
            public Recovery recover() throws IOException {
                return store.recover();
            }

            @Override
            @SuppressWarnings("NonAtomicVolatileUpdate") // One writer.
            public void commit(List<StoredRecord> added, long[] removed) throws IOException {
                commits++;
                synchronized (stall) {
                    while (stalled) {
                        try {
                            stall.wait();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                    }
                }
                if (full) {
                    throw new IOException("No space left on device");
                }
                store.commit(added, removed);
            }

            @Override
            public void close() throws IOException {
                store.close();
            }
        };
    }
}
