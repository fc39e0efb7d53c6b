package org.iotconnector.core.session;

import org.iotconnector.core.thing.Bytes;

/**
 * The message that the server publishes for a client that is lost without a DISCONNECT. MQTT 3.1.1 section 3.1.2.5.
 *
 * @param topic where it is published
 * @param payload its bytes; may be empty
 * @param qos the quality of service it is published with
 * @param retained whether the server keeps it for later subscribers
 */
public record Will(TopicName topic, Bytes payload, QualityOfService qos, boolean retained) {}
