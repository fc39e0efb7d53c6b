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
 */
public record Message(TopicName topic, Bytes payload, QualityOfService qos, boolean retained) {
    /** The payload read as UTF-8; malformed bytes become U+FFFD. */
    public String text() {
        return new String(payload.toArray(), StandardCharsets.UTF_8);
    }
}
