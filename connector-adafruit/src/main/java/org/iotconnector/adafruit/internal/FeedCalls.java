package org.iotconnector.adafruit.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.adafruit.AdafruitConfig;
import org.iotconnector.adafruit.AdafruitFeeds;
import org.iotconnector.adafruit.FeedFormat;
import org.iotconnector.adafruit.FeedKey;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MessageHandler;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;

/** Publishes to feeds and groups and listens to them, over a session. Thread-safe. */
public final class FeedCalls {
    private final MqttSession session;
    private final AdafruitConfig config;
    private final FeedText texts;

    public FeedCalls(MqttSession session, AdafruitConfig config) {
        this.session = session;
        this.config = config;
        this.texts = new FeedText(config.booleanWords(), config.precision());
    }

    public String account() {
        return config.username();
    }

    public Delivery publish(String owner, FeedKey feed, Object value, Optional<FeedLocation> location) {
        String text = texts.of(Value.of(value));
        String topic = new AdafruitTopic.Feed(owner(owner), feed, config.feedFormat()).text(config.topicForm());
        return publish(topic, FeedWriting.feed(config.feedFormat(), text, location, Optional.empty()), 1);
    }

    public Delivery publishGroup(String group, Map<String, ?> values, Optional<FeedLocation> location) {
        if (values.isEmpty()) {
            throw new MappingException(group, "A message to a group needs at least one value.");
        }
        Map<String, String> written = new LinkedHashMap<>();
        // A key of several groups would make a feed of that name in this one.
        values.forEach((key, value) -> written.put(FeedKey.of(group, key).key(), texts.of(Value.of(value))));
        String topic = groupTopic(group, config.feedFormat());
        return publish(
                topic, FeedWriting.group(config.feedFormat(), written, location, Optional.empty()), written.size());
    }

    private Delivery publish(String topic, String payload, int permits) {
        return session.publish(
                new Publication(TopicName.of(topic), Bytes.ofUtf8(payload), config.qos(), false), permits);
    }

    public SubscriptionHandle onValue(
            String owner, FeedKey feed, FeedFormat format, AdafruitFeeds.FeedHandler handler) {
        AdafruitTopic.Feed topic = new AdafruitTopic.Feed(owner(owner), feed, format);
        return subscribe(
                topic.text(config.topicForm()),
                message -> handler.onValue(FeedPayloads.feed(topic, message.payload())));
    }

    /** The plain values have a filter of their own; for the others there is only the one for everything. */
    public SubscriptionHandle onEveryValue(FeedFormat format, AdafruitFeeds.FeedHandler handler) {
        String filter = account() + "/" + config.topicForm().feeds() + (format == FeedFormat.PLAIN ? "/+" : "/#");
        return subscribe(filter, message -> {
            Optional<AdafruitTopic> topic = topic(message);
            if (topic.isPresent() && topic.get() instanceof AdafruitTopic.Feed feed && feed.format() == format) {
                handler.onValue(FeedPayloads.feed(feed, message.payload()));
            }
        });
    }

    public SubscriptionHandle onGroup(String group, FeedFormat format, AdafruitFeeds.GroupHandler handler) {
        AdafruitTopic.Group topic = new AdafruitTopic.Group(account(), checked(group), format);
        return subscribe(
                topic.text(config.topicForm()),
                message -> handler.onChange(FeedPayloads.group(topic, message.payload())));
    }

    public Delivery recall(FeedKey feed, FeedFormat format) {
        return get(new AdafruitTopic.Feed(account(), feed, format).text(config.topicForm()));
    }

    public Delivery recallGroup(String group, FeedFormat format) {
        return get(groupTopic(group, format));
    }

    private Delivery get(String topic) {
        return publish(AdafruitTopic.get(topic), "", 0);
    }

    private String groupTopic(String group, FeedFormat format) {
        return new AdafruitTopic.Group(account(), checked(group), format).text(config.topicForm());
    }

    private SubscriptionHandle subscribe(String filter, MessageHandler handler) {
        return session.subscribe(List.of(Subscription.atLeastOnce(filter)), handler);
    }

    private Optional<AdafruitTopic> topic(Message message) {
        return AdafruitTopic.parse(account(), message.topic().text());
    }

    private static String checked(String group) {
        return new FeedKey(Optional.empty(), group).key();
    }

    /** It becomes one level of a topic, and must not reach beyond it. */
    private static String owner(String name) {
        if (name.isEmpty() || name.chars().anyMatch(c -> c == '/' || c == '+' || c == '#')) {
            throw new IllegalArgumentException(
                    "[" + name + "] is no account's name: it must not be empty nor hold '/', '+' or '#'.");
        }
        return name;
    }
}
