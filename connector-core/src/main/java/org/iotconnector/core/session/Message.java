package org.iotconnector.core.session;

import java.nio.charset.StandardCharsets;
import org.iotconnector.core.thing.Bytes;

/**
 * A message as it came from the server.
 *
 * @param topic the name it was published to
 * @param payload its bytes; may be empty, may be anything
 * @param qos the quality of service of this delivery
 * @param retained whether the server had kept it from before the subscription
 * @param properties what MQTT 5 carried beside it; none on MQTT 3.1.1
 */
public record Message(
        TopicName topic, Bytes payload, QualityOfService qos, boolean retained, MessageProperties properties) {
    /** A message without properties. */
    public Message(TopicName topic, Bytes payload, QualityOfService qos, boolean retained) {
        this(topic, payload, qos, retained, MessageProperties.NONE);
    }

    /** The payload read as UTF-8; malformed bytes become U+FFFD. */
    public String text() {
        return new String(payload.toArray(), StandardCharsets.UTF_8);
    }
}
