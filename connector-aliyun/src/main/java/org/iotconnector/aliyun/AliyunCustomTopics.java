package org.iotconnector.aliyun;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.session.MessageHandler;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Bytes;

/**
 * The custom topics of one device, {@code /{productKey}/{deviceName}/user/…}, for payloads outside the thing model. They
 * must exist in the product's topic list in the console, with the permission to publish or subscribe; what lacks it is
 * dropped, or its subscription refused, by the platform. Immutable, thread-safe. Aliyun IoT, "Custom topics" and
 * "Limits", read 2026-11.
 *
 * <p>Wherever a topic is asked for, either the levels after {@code user/} do ({@code update/error}) or the whole topic,
 * which begins with a slash and must be the device's own.
 */
public final class AliyunCustomTopics {
    private static final int MAX_BYTES = 128;
    private static final int MAX_SLASHES = 7;
    private static final String PARSED = "?_sn=default";

    private final String prefix;

    private AliyunCustomTopics(String prefix) {
        this.prefix = prefix;
    }

    /** The topics of this device. */
    public static AliyunCustomTopics of(AliyunConfig config) {
        return new AliyunCustomTopics("/" + config.deviceId() + "/user/");
    }

    /**
     * A topic to publish to.
     *
     * @throws IllegalArgumentException if it is another device's, longer than 128 bytes, of more than 7 slashes, has an
     *     empty level, a wildcard or a question mark
     */
    public TopicName topic(String topic) {
        return TopicName.of(checked(topic));
    }

    /** As {@link #topic}, with the ending that has the platform's script parse the payload; consumers do not see it. */
    public TopicName parsedTopic(String topic) {
        return TopicName.of(checked(topic) + PARSED);
    }

    /**
     * A filter to subscribe with; {@code +} and {@code #} may stand for levels after {@code user/}.
     *
     * @throws IllegalArgumentException as {@link #topic} does
     */
    public TopicFilter filter(String filter) {
        return TopicFilter.of(checked(filter));
    }

    /** The levels after {@code user/}, without the parsing suffix; empty for topics that are not this device's. */
    public Optional<String> levels(TopicName topic) {
        String text = topic.text();
        if (!text.startsWith(prefix)) {
            return Optional.empty();
        }
        int end = text.endsWith(PARSED) ? text.length() - PARSED.length() : text.length();
        return Optional.of(text.substring(prefix.length(), end));
    }

    /** Publishes at least once. */
    public Delivery publish(MqttSession session, String topic, Bytes payload) {
        return publish(session, topic(topic), payload, QualityOfService.AT_LEAST_ONCE);
    }

    /** Publishes at least once for the platform's script to parse. */
    public Delivery publishParsed(MqttSession session, String topic, Bytes payload) {
        return publish(session, parsedTopic(topic), payload, QualityOfService.AT_LEAST_ONCE);
    }

    /**
     * Publishes with a quality of service of one's own.
     *
     * @param topic what {@link #topic} or {@link #parsedTopic} gave
     * @throws IllegalArgumentException for QoS 2, which the platform does not take, and for topics that are not this
     *     device's
     */
    public Delivery publish(MqttSession session, TopicName topic, Bytes payload, QualityOfService qos) {
        if (qos == QualityOfService.EXACTLY_ONCE) {
            throw new IllegalArgumentException("Aliyun IoT takes no QoS 2; publish with QoS 0 or 1.");
        }
        if (levels(topic).isEmpty()) {
            throw foreign(topic.text());
        }
        return session.publish(new Publication(topic, payload, qos, false));
    }

    /** Subscribes; messages come on a handler thread of the connector. */
    public SubscriptionHandle subscribe(MqttSession session, String filter, MessageHandler handler) {
        return session.subscribe(List.of(new Subscription(filter(filter), QualityOfService.AT_LEAST_ONCE)), handler);
    }

    private String checked(String topic) {
        String whole = topic.startsWith("/") ? topic : prefix + topic;
        if (!whole.startsWith(prefix)) {
            throw foreign(whole);
        }
        if (whole.endsWith("/") || whole.contains("//")) {
            throw new IllegalArgumentException("Topic [" + whole + "] must not have an empty level.");
        }
        if (whole.indexOf('?') >= 0) {
            throw new IllegalArgumentException("Topic [" + whole + "] must not hold '?' (index " + whole.indexOf('?')
                    + "); to have the platform parse the payload, use parsedTopic.");
        }
        int bytes = whole.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "Topic [" + whole + "] takes " + bytes + " bytes of UTF-8; the platform allows " + MAX_BYTES + ".");
        }
        long slashes = whole.chars().filter(c -> c == '/').count();
        if (slashes > MAX_SLASHES) {
            throw new IllegalArgumentException(
                    "Topic [" + whole + "] has " + slashes + " slashes; the platform allows " + MAX_SLASHES + ".");
        }
        return whole;
    }

    private IllegalArgumentException foreign(String topic) {
        return new IllegalArgumentException(
                "Topic [" + topic + "] is not this device's; its custom topics begin with " + prefix + ".");
    }
}
