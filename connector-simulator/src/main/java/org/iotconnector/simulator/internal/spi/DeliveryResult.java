package org.iotconnector.simulator.internal.spi;

/** What became of a message for one device. */
public enum DeliveryResult {
    /** On its way to the connected client. */
    SENT,
    /** Kept for the offline client's persistent session. */
    QUEUED,
    /** The client is not there and nothing was kept. */
    OFFLINE,
    /** The client has no subscription that fits, so nothing was sent. */
    NOT_SUBSCRIBED,
    /** The session's queue was full; the message is lost. */
    QUEUE_FULL
}
