package org.iotconnector.adafruit.internal;

import java.util.Optional;
import org.iotconnector.adafruit.FeedFormat;
import org.iotconnector.adafruit.FeedKey;
import org.iotconnector.adafruit.TopicForm;

/** One of the platform's topics, understood. Adafruit IO API docs, "MQTT topics", read 2026-11. */
public sealed interface AdafruitTopic {

    /** A feed's values; the feed of another account only if that one shared it. */
    record Feed(String owner, FeedKey key, FeedFormat format) implements AdafruitTopic {
        public String text(TopicForm form) {
            return owner + "/" + form.feeds() + "/" + key + format.suffix();
        }
    }

    /** What changes in a group. */
    record Group(String owner, String key, FeedFormat format) implements AdafruitTopic {
        public String text(TopicForm form) {
            return owner + "/" + form.groups() + "/" + key + format.suffix();
        }
    }

    /** Where to ask for the last value of {@code topic}, which is a feed's or a group's. */
    record Get(String topic) implements AdafruitTopic {}

    /** What the platform did not accept of the account. */
    record Errors() implements AdafruitTopic {}

    /** Which limit the account has reached. */
    record Throttle() implements AdafruitTopic {}

    /** The platform's time; {@code unit} as it stands in the topic, such as {@code ISO-8601}. */
    record Time(String unit) implements AdafruitTopic {}

    /**
     * What a service brings.
     *
     * @param service {@code weather}, {@code air_quality} or {@code words}
     * @param type such as {@code forecast_hours_6}; empty for words
     */
    record Integration(String service, String id, String type) implements AdafruitTopic {}

    /** Reads a topic as the account {@code login} may use it; empty if it is none of the platform's, or another's alone. */
    static Optional<AdafruitTopic> parse(String login, String text) {
        return TopicReader.read(login, text);
    }

    /** Where to ask for what was last sent to {@code topic}. */
    static String get(String topic) {
        return topic + "/get";
    }

    static String errors(String username) {
        return username + "/errors";
    }

    static String throttle(String username) {
        return username + "/throttle";
    }
}
