package org.iotconnector.simulator.onenet;

/** What an upgrade replaces. OneNET, "OTA", read 2026-11. */
public enum OtaType {
    /** The module's firmware (FOTA), type 1; its version is {@code f_version}. */
    FIRMWARE(1, "f_version"),
    /** The application on the controller (SOTA), type 2; its version is {@code s_version}. */
    SOFTWARE(2, "s_version");

    private final int number;
    private final String versionKey;

    OtaType(int number, String versionKey) {
        this.number = number;
        this.versionKey = versionKey;
    }

    /** The number in requests. */
    public int number() {
        return number;
    }

    /** The member under which a device reports this version. */
    public String versionKey() {
        return versionKey;
    }
}
