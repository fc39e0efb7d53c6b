package org.iotconnector.simulator.onenet;

/** State of a device as the platform shows it. */
public enum DeviceStatus {
    /** Never logged in. */
    INACTIVE,
    /** Connected, or logged in through its gateway. */
    ONLINE,
    /** Was online before. */
    OFFLINE
}
