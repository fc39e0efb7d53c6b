package org.iotconnector.core.spi;

import java.util.Objects;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Bytes;

/**
 * A message as the platform will send it back to the device that published it.
 *
 * @param topic where it will arrive
 * @param payload exactly as it will arrive
 */
public record Echo(TopicName topic, Bytes payload) {
    public Echo {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(payload, "payload");
    }
}
