package org.iotconnector.simulator.internal.platform;

/** The platform has no such device; the message names those it has. */
public final class UnknownDeviceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Takes the complete message. */
    public UnknownDeviceException(String message) {
        super(message);
    }
}
