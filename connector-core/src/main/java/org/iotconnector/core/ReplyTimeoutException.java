package org.iotconnector.core;

/** No reply came in time. The request may have been carried out; whether to repeat it is for the caller to know. */
public final class ReplyTimeoutException extends ConnectorException {
    private static final long serialVersionUID = 1L;

    /** Reports {@code message}. */
    public ReplyTimeoutException(String message) {
        super(message, null);
    }
}
