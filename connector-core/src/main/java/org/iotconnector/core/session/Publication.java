package org.iotconnector.core.session;

import org.iotconnector.core.thing.Bytes;

/**
 * A message to publish.
 *
 * @param topic where to
 * @param payload its bytes; may be empty
 * @param qos how hard to try
 * @param retained whether the server keeps it for later subscribers
 * @param properties what MQTT 5 carries beside it; none on MQTT 3.1.1
 */
public record Publication(
        TopicName topic, Bytes payload, QualityOfService qos, boolean retained, MessageProperties properties) {
    /** A message without properties. */
    public Publication(TopicName topic, Bytes payload, QualityOfService qos, boolean retained) {
        this(topic, payload, qos, retained, MessageProperties.NONE);
    }

    /** Text as UTF-8, at least once, not retained. */
    public static Publication text(String topic, String payload) {
        return new Publication(TopicName.of(topic), Bytes.ofUtf8(payload), QualityOfService.AT_LEAST_ONCE, false);
    }

    /** The same message with another quality of service. */
    public Publication withQos(QualityOfService other) {
        return new Publication(topic, payload, other, retained, properties);
    }

    /** The same message, retained. */
    public Publication asRetained() {
        return new Publication(topic, payload, qos, true, properties);
    }

    /** The same message with other properties, which need a session that speaks MQTT 5. */
    public Publication with(MessageProperties other) {
        return new Publication(topic, payload, qos, retained, other);
    }
}
