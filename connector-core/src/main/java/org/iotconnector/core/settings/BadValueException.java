package org.iotconnector.core.settings;

/** A value that its setting does not take. The message goes on after "the value", such as "must be 1 to 9". */
final class BadValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String refusal;

    BadValueException(String refusal) {
        // No stack trace: this never leaves the package, and settings are read from other people's files.
        super(refusal, null, false, false);
        this.refusal = refusal;
    }

    /** What is wrong, without a full stop. */
    String refusal() {
        return refusal;
    }
}
