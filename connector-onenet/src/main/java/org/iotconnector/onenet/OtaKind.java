package org.iotconnector.onenet;

/** What an upgrade replaces. OneNET, "OTA", read 2026-11. */
public enum OtaKind {
    /** The firmware of a communication module (FOTA); its version is {@code f_version}. */
    FIRMWARE(1),
    /** The device's own program (SOTA); its version is {@code s_version}. */
    SOFTWARE(2);

    private final int number;

    OtaKind(int number) {
        this.number = number;
    }

    /** The platform's number. */
    public int number() {
        return number;
    }
}
