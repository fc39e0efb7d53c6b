package org.iotconnector.core.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.thing.Bytes;

/**
 * What MQTT 5 lets a message carry beside topic and payload; MQTT 5 section 3.3.2.3. On a session that speaks MQTT 3.1.1
 * a message with any of them is refused rather than sent without.
 *
 * @param contentType what the payload is, such as {@code application/json}; empty for not said
 * @param responseTopic where the sender wants the answer; empty for none wanted
 * @param correlationData what the answer repeats, so that the sender knows which request it belongs to; empty for none
 * @param messageExpiry how long the message is worth delivering, in whole seconds from 1 to 4 294 967 295; counted from
 *     {@code publish}, so that the time in the outbox belongs to it; empty for ever
 * @param userProperties pairs of the sender's own, in his order; names may repeat
 */
public record MessageProperties(
        Optional<String> contentType,
        Optional<TopicName> responseTopic,
        Optional<Bytes> correlationData,
        Optional<Duration> messageExpiry,
        List<UserProperty> userProperties) {
    /** No properties at all. */
    public static final MessageProperties NONE =
            new MessageProperties(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    private static final long MAX_EXPIRY_SECONDS = 4_294_967_295L;

    /** A name and a value, which MQTT gives no meaning. */
    public record UserProperty(String name, String value) {
        public UserProperty {
            checkText("name of a user property", name);
            checkText("value of the user property " + name, value);
        }
    }

    public MessageProperties {
        contentType.ifPresent(text -> checkText("content type", text));
        userProperties = List.copyOf(userProperties);
        messageExpiry = messageExpiry.map(MessageProperties::wholeSeconds);
    }

    private static Duration wholeSeconds(Duration expiry) {
        long seconds = expiry.plusNanos(999_999_999).toSeconds();
        if (expiry.isNegative() || seconds < 1 || seconds > MAX_EXPIRY_SECONDS) {
            throw new IllegalArgumentException(
                    "A message expires after 1 s to " + MAX_EXPIRY_SECONDS + " s; got " + expiry.toSeconds() + " s.");
        }
        return Duration.ofSeconds(seconds);
    }

    /** MQTT 5 section 1.5.4: a string has at most 65 535 bytes of UTF-8 and no null character. */
    private static void checkText(String what, String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length > 65_535) {
            throw new IllegalArgumentException("The " + what + " has " + length + " bytes; MQTT takes at most 65535.");
        }
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The " + what + " has a null character, which MQTT does not take.");
        }
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** About how many bytes they take on the wire. */
    public int size() {
        int size = contentType.map(String::length).orElse(0)
                + responseTopic.map(topic -> topic.text().length()).orElse(0)
                + correlationData.map(Bytes::length).orElse(0)
                + (messageExpiry.isPresent() ? 4 : 0);
        for (UserProperty property : userProperties) {
            size += property.name().length() + property.value().length();
        }
        return size;
    }

    /** The first user property of this name. */
    public Optional<String> userProperty(String name) {
        return userProperties.stream()
                .filter(property -> property.name().equals(name))
                .map(UserProperty::value)
                .findFirst();
    }

    /** With another content type. */
    public MessageProperties withContentType(String text) {
        return new MessageProperties(Optional.of(text), responseTopic, correlationData, messageExpiry, userProperties);
    }

    /** With the topic on which the answer is awaited. */
    public MessageProperties withResponseTopic(TopicName topic) {
        return new MessageProperties(contentType, Optional.of(topic), correlationData, messageExpiry, userProperties);
    }

    /** With what the answer is to repeat. */
    public MessageProperties withCorrelationData(Bytes data) {
        return new MessageProperties(contentType, responseTopic, Optional.of(data), messageExpiry, userProperties);
    }

    /**
     * With an end to its worth; parts of a second count as one.
     *
     * @throws IllegalArgumentException outside 1 s to 4 294 967 295 s
     */
    public MessageProperties withMessageExpiry(Duration expiry) {
        return new MessageProperties(contentType, responseTopic, correlationData, Optional.of(expiry), userProperties);
    }

    /** With one more user property, after the others. */
    public MessageProperties withUserProperty(String name, String value) {
        List<UserProperty> all = new ArrayList<>(userProperties);
        all.add(new UserProperty(name, value));
        return new MessageProperties(contentType, responseTopic, correlationData, messageExpiry, all);
    }
}
