package org.iotconnector.simulator;

/** What a test waited for did not happen in time. The message says what, how long, and what was seen instead. */
public class SimulatorTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes the complete message. */
    public SimulatorTimeoutException(String message) {
        super(message);
    }
}
