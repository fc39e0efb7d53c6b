package org.iotconnector.simulator.internal.siot.http;

/** A request that is not done; the message is told to the caller. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
