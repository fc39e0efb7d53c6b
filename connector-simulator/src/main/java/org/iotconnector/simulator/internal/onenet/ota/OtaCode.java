package org.iotconnector.simulator.internal.onenet.ota;

/**
 * Result codes of OTA calls. Only 20 was seen on the present platform; the others are those of the older OTA service, which
 * has a published list.
 */
public enum OtaCode {
    /** A parameter is missing or not allowed. */
    PARAMETER(2, "parameter error"),
    /** There is no task for the device. */
    NO_TASK(11, "no task"),
    /** The step does not fit the task's state. */
    INVALID_STATE(17, "invalid state"),
    /** The task has ended. */
    FINISHED(20, "task finish"),
    /** The task was cancelled. */
    CANCELLED(22, "task cancelled"),
    /** A version is not well-formed. */
    VERSION_FORMAT(27, "version format error");

    private final int code;
    private final String text;

    OtaCode(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** The number. */
    public int code() {
        return code;
    }

    /** The words. */
    public String text() {
        return text;
    }
}
