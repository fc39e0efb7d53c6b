package org.iotconnector.core.outbox;

/** How a message ends. Every accepted message ends in exactly one of these. */
public enum DeliveryOutcome {
    /** QoS 1 and 2: the server has taken it. QoS 0: it was handed to the network. */
    ACKNOWLEDGED,
    /** It waited longer than {@link OutboxOptions#maxAge()}. */
    EXPIRED,
    /** It made room for a newer message, or a newer report held all its properties. */
    EVICTED,
    /** The outbox was full, or the server answered that it does not take it. */
    REFUSED,
    /**
     * The connection dropped three times right after it, the last time when it was sent alone over a connection that had
     * been steady, so it was taken out of the way of the others. Only for QoS 1 and 2: a lost QoS 0 message is not sent
     * again.
     */
    QUARANTINED,
    /** The session was closed before it could be sent. */
    ABANDONED
}
