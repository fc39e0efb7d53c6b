package org.iotconnector.outbox;

import java.io.IOException;
import java.nio.file.Path;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.OutboxStore;
import org.iotconnector.core.outbox.OutboxStoreFactory;
import org.iotconnector.outbox.internal.SqliteStore;
import org.iotconnector.outbox.internal.StoreFolder;

/**
 * Keeps the messages of durable outboxes in SQLite files, one folder for each session. Core finds it by itself when this
 * module is on the class path. Thread-safe.
 */
public final class SqliteOutboxStores implements OutboxStoreFactory {
    /** Makes the factory; it holds nothing. */
    public SqliteOutboxStores() {}

    /**
     * Opens the store in {@code directory}, or makes one there. Only the process's user may read its files.
     *
     * @throws IOException when it is in use, when the file is another program's or a later version's, or when the folder
     *     cannot be written
     */
    @Override
    public OutboxStore open(Path directory, DurableOutbox.Sync sync) throws IOException {
        StoreFolder folder = StoreFolder.lock(directory);
        try {
            return new SqliteStore(folder, sync);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }
}
