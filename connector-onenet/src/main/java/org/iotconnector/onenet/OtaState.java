package org.iotconnector.onenet;

/** How far an upgrade is, as the platform sees it. OneNET, "OTA", read 2026-11. */
public enum OtaState {
    /** The device has not begun to download. */
    PENDING(1),
    DOWNLOADING(2),
    /** The device has the image and installs it. */
    UPGRADING(3),
    SUCCEEDED(4),
    FAILED(5),
    CANCELLED(6),
    /** A number that the documents do not name. */
    UNKNOWN(0);

    private final int number;

    OtaState(int number) {
        this.number = number;
    }

    /** The state with the platform's number. */
    public static OtaState ofNumber(int number) {
        for (OtaState state : values()) {
            if (state.number == number) {
                return state;
            }
        }
        return UNKNOWN;
    }
}
