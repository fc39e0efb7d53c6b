package org.iotconnector.simulator;

import org.jspecify.annotations.Nullable;

/** The simulator cannot start with these settings. The message names the setting, its value and the remedy. */
public class SimulatorConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes the complete message. */
    public SimulatorConfigurationException(String message) {
        super(message);
    }

    /** Takes the complete message and what led to it, which may be absent. */
    public SimulatorConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
