package org.iotconnector.core.outbox;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes the stores of durable outboxes. Found through {@link java.util.ServiceLoader} unless the connector is given one.
 * Thread-safe.
 */
@FunctionalInterface
public interface OutboxStoreFactory {
    /**
     * Opens the store in {@code directory}, or makes one there. Implementations must refuse a store that is open
     * already, in this process or another, and must let nobody but the process's user read the files.
     *
     * @param directory holds this store and nothing else; made if it does not exist
     * @throws IOException saying what is wrong with which file and what to do
     */
    OutboxStore open(Path directory, DurableOutbox.Sync sync) throws IOException;
}
