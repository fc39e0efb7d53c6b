package org.iotconnector.onenet;

/** Why an upgrade failed, as the device tells the platform. OneNET, "OTA", read 2026-11. */
public enum OtaFailure {
    /** While downloading: no room for the image. */
    NO_SPACE(102),
    /** While downloading: not enough memory. */
    NO_MEMORY(103),
    /** While downloading: it took too long, or the connection broke for good. */
    DOWNLOAD_TIMEOUT(104),
    /** While downloading: the battery is too low. */
    BATTERY_LOW(105),
    /** While downloading: the radio signal is too weak. */
    WEAK_SIGNAL(106),
    /** While downloading: something else. */
    DOWNLOAD_FAILED(107),
    /** While installing: the battery is too low. */
    INSTALL_BATTERY_LOW(202),
    /** While installing: not enough memory. */
    INSTALL_NO_MEMORY(203),
    /** While installing: the image does not fit the running version. */
    VERSION_MISMATCH(204),
    /** The image's digest is not the announced one. */
    WRONG_CHECKSUM(205),
    /** While installing: something else. */
    INSTALL_FAILED(206),
    /** It was tried as often as it may be. */
    NO_RETRIES_LEFT(207);

    private final int step;

    OtaFailure(int step) {
        this.step = step;
    }

    /** The platform's number. */
    public int step() {
        return step;
    }
}
