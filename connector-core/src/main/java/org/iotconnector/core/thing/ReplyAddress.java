package org.iotconnector.core.thing;

/**
 * Where the answer to a downlink goes. A provider's decode makes it and gets it back in its encode; nobody else reads
 * anything into it.
 *
 * @param topic the topic name of the answer
 * @param id the request's identifier as it was received, which the answer repeats; empty if the request had none
 */
public record ReplyAddress(String topic, String id) {}
