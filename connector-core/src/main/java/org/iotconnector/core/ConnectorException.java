package org.iotconnector.core;

import org.jspecify.annotations.Nullable;

/**
 * The root of every exception this toolkit throws on purpose. Its subtypes are few, one per <em>who has to act</em>;
 * the message says what happened, with which value, and what to do. No message ever holds a secret.
 */
public abstract class ConnectorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    protected ConnectorException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    /** What happened, with which value, and what to do. */
    @Override
    public String getMessage() {
        return message;
    }
}
