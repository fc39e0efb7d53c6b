package org.iotconnector.core.internal.hivemq;

import com.hivemq.client.mqtt.datatypes.MqttUtf8String;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperties;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperty;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishBuilder;
import java.time.Duration;
import java.util.Optional;
import org.iotconnector.core.session.MessageProperties;
import org.iotconnector.core.session.MessageProperties.UserProperty;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Bytes;

/** The properties of MQTT 5 messages, between the client's types and the session's. */
final class Mqtt5Properties {
    private Mqtt5Properties() {}

    /** Those of a received message; most have none. */
    static MessageProperties of(Mqtt5Publish publish) {
        var pairs = publish.getUserProperties().asList();
        if (pairs.isEmpty()
                && publish.getContentType().isEmpty()
                && publish.getResponseTopic().isEmpty()
                && publish.getCorrelationData().isEmpty()
                && publish.getMessageExpiryInterval().isEmpty()) {
            return MessageProperties.NONE;
        }
        return new MessageProperties(
                publish.getContentType().map(MqttUtf8String::toString),
                publish.getResponseTopic().map(topic -> TopicName.of(topic.toString())),
                publish.getCorrelationData().map(Bytes::copyOf),
                expiry(publish),
                pairs.stream()
                        .map(pair -> new UserProperty(
                                pair.getName().toString(), pair.getValue().toString()))
                        .toList());
    }

    /** A server passes on what is left, which may be less than a second. */
    private static Optional<Duration> expiry(Mqtt5Publish publish) {
        return publish.getMessageExpiryInterval().stream()
                .mapToObj(seconds -> Duration.ofSeconds(Math.max(1, seconds)))
                .findFirst();
    }

    static Mqtt5PublishBuilder.Complete add(Mqtt5PublishBuilder.Complete message, MessageProperties properties) {
        if (properties.isEmpty()) {
            return message;
        }
        Mqtt5PublishBuilder.Complete builder = message;
        if (properties.contentType().isPresent()) {
            builder = builder.contentType(properties.contentType().get());
        }
        if (properties.responseTopic().isPresent()) {
            builder = builder.responseTopic(properties.responseTopic().get().text());
        }
        if (properties.correlationData().isPresent()) {
            builder = builder.correlationData(properties.correlationData().get().toArray());
        }
        if (properties.messageExpiry().isPresent()) {
            builder = builder.messageExpiryInterval(
                    properties.messageExpiry().get().toSeconds());
        }
        return builder.userProperties(Mqtt5UserProperties.of(properties.userProperties().stream()
                .map(pair -> Mqtt5UserProperty.of(pair.name(), pair.value()))
                .toList()));
    }
}
