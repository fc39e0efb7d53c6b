package org.iotconnector.tck.script;

/** A statement has nothing to act on, such as {@code kick} without a connection. */
final class NotNowException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotNowException(String message) {
        super(message);
    }
}
