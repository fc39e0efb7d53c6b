package org.iotconnector.core.session;

import org.iotconnector.core.thing.Bytes;

/**
 * A message to publish.
 *
 * @param topic where to
 * @param payload its bytes; may be empty
 * @param qos how hard to try
 * @param retained whether the server keeps it for later subscribers
 */
public record Publication(TopicName topic, Bytes payload, QualityOfService qos, boolean retained) {
    /** Text as UTF-8, at least once, not retained. */
    public static Publication text(String topic, String payload) {
        return new Publication(TopicName.of(topic), Bytes.ofUtf8(payload), QualityOfService.AT_LEAST_ONCE, false);
    }

    /** The same message with another quality of service. */
    public Publication withQos(QualityOfService other) {
        return new Publication(topic, payload, other, retained);
    }

    /** The same message, retained. */
    public Publication asRetained() {
        return new Publication(topic, payload, qos, true);
    }
}
