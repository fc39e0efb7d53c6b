package org.iotconnector.onenet.api;

import org.iotconnector.core.thing.Value;

/** Whether a device is connected. OneNET, "Device detail"; the API of Studio numbers these otherwise. */
public enum DeviceStatus {
    /** It was connected before and is not now: 0. */
    OFFLINE,
    /** It is connected: 1. */
    ONLINE,
    /** It has never been connected: 2. */
    INACTIVE,
    /** A number that the documents do not name. */
    UNKNOWN;

    static DeviceStatus read(Value number) {
        return switch (number.asText()) {
            case "0" -> OFFLINE;
            case "1" -> ONLINE;
            case "2" -> INACTIVE;
            default -> UNKNOWN;
        };
    }
}
