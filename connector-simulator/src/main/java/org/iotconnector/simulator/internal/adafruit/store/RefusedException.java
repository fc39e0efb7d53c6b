package org.iotconnector.simulator.internal.adafruit.store;

/** The platform does not do this. The message is what it tells its user. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes what is wrong, without the words that all such messages begin with. */
    public RefusedException(String text) {
        super("Validation failed: " + text, null, false, false);
    }

    /** What the platform tells its user. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
