package org.iotconnector.simulator.internal.adafruit;

/** A payload that is not what its topic takes. The message says what is wrong with it. */
final class MalformedPayloadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedPayloadException(String what) {
        super(what, null, false, false);
    }

    /** What its sender is told. */
    String text() {
        return "Validation failed: " + getMessage();
    }
}
