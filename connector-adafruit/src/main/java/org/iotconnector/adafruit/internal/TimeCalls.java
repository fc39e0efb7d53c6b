package org.iotconnector.adafruit.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.iotconnector.adafruit.AdafruitTime;
import org.iotconnector.adafruit.TimeTopic;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;

/** Listens to the platform's time. QoS 0: a time that comes again later is wrong. */
public final class TimeCalls {
    private static final String HOURS = "time/hours";
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");

    private TimeCalls() {}

    public static SubscriptionHandle onTime(MqttSession session, TimeTopic topic, AdafruitTime.TimeHandler handler) {
        return session.subscribe(
                List.of(Subscription.atMostOnce(topic.topic())),
                message -> handler.onTime(read(topic, FeedText.read(message.payload()))));
    }

    public static SubscriptionHandle onHour(MqttSession session, AdafruitTime.HourHandler handler) {
        return session.subscribe(
                List.of(Subscription.atMostOnce(HOURS)),
                message -> handler.onHour(hour(FeedText.read(message.payload()))));
    }

    static Instant read(TimeTopic topic, String text) {
        return switch (topic) {
            case SECONDS -> Instant.ofEpochSecond(count(topic.topic(), text));
            case MILLIS -> Instant.ofEpochMilli(count(topic.topic(), text));
            case ISO_8601 -> moment(topic.topic(), text.strip());
        };
    }

    static int hour(String text) {
        long hour = count(HOURS, text);
        if (hour > 23) {
            throw new MappingException(HOURS, "The hour is " + hour + "; a day has 0 to 23.");
        }
        return (int) hour;
    }

    private static long count(String topic, String text) {
        String digits = text.strip();
        if (!COUNT.matcher(digits).matches()) {
            throw new MappingException(topic, "The time must be a count in digits.");
        }
        return Long.parseLong(digits);
    }

    private static Instant moment(String topic, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException wrong) {
            throw new MappingException(topic, "The time is not in ISO 8601 with an offset.", wrong);
        }
    }
}
