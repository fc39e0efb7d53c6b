package org.iotconnector.simulator.onenet;

/** State of an upgrade. OneNET, "OTA", read 2026-11. */
public enum OtaStatus {
    /** The device has not begun to download. */
    PENDING(1),
    /** It downloads. */
    DOWNLOADING(2),
    /** All is downloaded; it installs. */
    UPGRADING(3),
    /** It reported success (201) and has the new version. */
    SUCCEEDED(4),
    /** It reported a failure. */
    FAILED(5),
    /** The application cancelled it, or replaced it by another. */
    CANCELLED(6);

    private final int number;

    OtaStatus(int number) {
        this.number = number;
    }

    /** The number in answers. */
    public int number() {
        return number;
    }

    /** Whether nothing more can happen. */
    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
