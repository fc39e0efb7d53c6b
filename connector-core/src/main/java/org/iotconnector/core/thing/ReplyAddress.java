package org.iotconnector.core.thing;

/**
 * Where the answer to a downlink goes. A provider's decode makes it and gets it back in its encode; nobody else reads
 * anything into it.
 *
 * @param topic the topic name of the answer
 * @param id the request's identifier as it was received, which the answer repeats; empty if the request had none
 * @param detail what else of the request the answer repeats, in the provider's own form; empty for nothing
 */
public record ReplyAddress(String topic, String id, String detail) {
    /** An address whose answer repeats the identifier only. */
    public ReplyAddress(String topic, String id) {
        this(topic, id, "");
    }
}
