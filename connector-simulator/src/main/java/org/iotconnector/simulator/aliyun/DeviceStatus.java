package org.iotconnector.simulator.aliyun;

/** State of a device as the platform shows it. */
public enum DeviceStatus {
    /** Never connected. */
    UNACTIVE,
    /** Connected. */
    ONLINE,
    /** Was connected before. */
    OFFLINE,
    /** Switched off by the operator: refused at CONNECT. */
    DISABLED
}
