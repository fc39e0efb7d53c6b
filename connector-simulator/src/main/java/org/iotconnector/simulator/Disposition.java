package org.iotconnector.simulator;

/** What the platform did with a message that a device published. */
public enum Disposition {
    /** Taken and processed. */
    ACCEPTED,
    /** Not the device's own topic: acknowledged, then forgotten. */
    DROPPED_FOREIGN_TOPIC,
    /** A payload that is not what the platform documents: acknowledged, then forgotten. */
    DROPPED_ILLEGAL_DATA,
    /** Over the rate limit, or banned: not processed, and acknowledged only where the platform does that. */
    DROPPED_RATE_LIMIT,
    /** Larger than the platform takes: the connection was closed. */
    REFUSED_TOO_LARGE,
    /** A QoS the platform does not offer: the connection was closed. */
    REFUSED_QOS,
    /** Not a valid topic name, one that is too long, or one the platform does not have: the connection was closed. */
    REFUSED_TOPIC,
    /** With the retain flag, which the platform does not offer: the connection was closed. */
    REFUSED_RETAIN,
    /** With the DUP flag on QoS 0, which MQTT forbids: the connection was closed. */
    REFUSED_DUPLICATE
}
