package org.iotconnector.mqtt.internal;

import java.util.Optional;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.session.Will;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.mqtt.MqttConfig;

/** The Will that settings ask for. */
public final class MqttWills {
    private MqttWills() {}

    /** The availability topic's Will, else the user's own, else none. */
    public static Optional<Will> of(
            MqttConfig config, Optional<String> topic, String payload, QualityOfService qos, boolean retained) {
        Optional<Will> availability = topic(config, config.availabilityTopic())
                .map(at -> new Will(at, Bytes.ofUtf8(config.offlinePayload()), QualityOfService.AT_LEAST_ONCE, true));
        return availability.or(
                () -> topic(config, topic).map(at -> new Will(at, Bytes.ofUtf8(payload), qos, retained)));
    }

    private static Optional<TopicName> topic(MqttConfig config, Optional<String> template) {
        return MqttNames.bind(config, template).map(TopicTemplate::topic);
    }
}
