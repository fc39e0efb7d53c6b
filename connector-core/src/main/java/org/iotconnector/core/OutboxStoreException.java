package org.iotconnector.core;

import org.jspecify.annotations.Nullable;

/** The user looks after the disk: a durable outbox could not be opened, or a message could not be stored. */
public final class OutboxStoreException extends ConnectorException {
    private static final long serialVersionUID = 1L;

    /** Reports what could not be done with which store, and what to do. */
    public OutboxStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
