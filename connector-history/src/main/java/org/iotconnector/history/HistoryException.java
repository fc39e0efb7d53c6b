package org.iotconnector.history;

import org.iotconnector.core.ConnectorException;
import org.jspecify.annotations.Nullable;

/** The history's file cannot be used: it is missing, no history, full or broken. The message says which and what to do. */
public final class HistoryException extends ConnectorException {
    private static final long serialVersionUID = 1L;

    /** Reports {@code message}. */
    public HistoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
