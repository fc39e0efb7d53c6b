package org.iotconnector.onenet.api;

/**
 * What a device answered when its properties were set. The platform passes on failures too.
 *
 * @param id the number of the platform's request to the device
 * @param code 200 if the device did it, else a number of the device's own
 * @param message the device's text
 */
public record DeviceReply(String id, int code, String message) {
    private static final int DONE = 200;

    /** Whether the device did it. */
    public boolean isDone() {
        return code == DONE;
    }
}
