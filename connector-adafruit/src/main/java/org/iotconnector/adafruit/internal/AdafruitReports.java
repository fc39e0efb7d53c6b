package org.iotconnector.adafruit.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.adafruit.AdafruitConfig;
import org.iotconnector.adafruit.FeedKey;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Echo;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * Writes reports: one message to the group if there is one, else one to each feed. Either way each feed counts as one
 * value against the account's rate. Adafruit IO API docs, "MQTT data format" and "Group feed data", read 2026-11.
 */
final class AdafruitReports {
    private final AdafruitConfig config;
    private final FeedMap feeds;
    private final FeedText texts;
    private final AdafruitSubscriptions subscriptions;

    AdafruitReports(AdafruitConfig config, FeedMap feeds, AdafruitSubscriptions subscriptions) {
        this.config = config;
        this.feeds = feeds;
        this.texts = new FeedText(config.booleanWords(), config.precision());
        this.subscriptions = subscriptions;
    }

    /** One value on its way. */
    private record Item(String property, FeedKey feed, String text) {}

    /** What all values of a report have in common. */
    private record Frame(Optional<FeedLocation> location, Optional<Instant> time) {}

    List<Outgoing> report(Values values, Optional<Instant> time) {
        Optional<FeedLocation> location = Optional.empty();
        Map<FeedKey, Item> items = new LinkedHashMap<>();
        for (String name : values.names()) {
            Value value = values.get(name);
            if (!feeds.isNamed(name) && Locations.isLocation(name, value)) {
                location = Locations.of(value.asStruct());
                continue;
            }
            Item item = new Item(name, feeds.feed(name), text(name, value));
            Item other = items.putIfAbsent(item.feed, item);
            if (other != null) {
                throw new MappingException(
                        name,
                        "goes to the feed " + item.feed + ", and so does " + other.property
                                + "; name another feed in the setting feeds.");
            }
        }
        if (items.isEmpty()) {
            throw new MappingException(
                    Locations.LOCATION, "cannot be reported alone: it says where the other values were measured.");
        }
        Frame frame = new Frame(location, config.createdAt() ? time : Optional.empty());
        List<Item> all = List.copyOf(items.values());
        return config.group().isPresent() ? toGroup(config.group().get(), all, frame) : toFeeds(all, frame);
    }

    private String text(String property, Value value) {
        String text = texts.of(value);
        checkSize(property, Bytes.ofUtf8(text));
        return text;
    }

    private void checkSize(String property, Bytes payload) {
        int limit = AdafruitLimits.maxPayload(config);
        if (payload.length() > limit) {
            throw new MappingException(
                    property,
                    "takes " + payload.length() + " bytes; Adafruit IO drops messages of more than " + limit
                            + (config.history() ? " to feeds that keep history (without, set history: false)." : "."));
        }
    }

    private List<Outgoing> toFeeds(List<Item> items, Frame frame) {
        List<Outgoing> all = new ArrayList<>();
        for (Item item : items) {
            AdafruitTopic.Feed topic = new AdafruitTopic.Feed(config.username(), item.feed, config.feedFormat());
            Bytes payload = Bytes.ofUtf8(FeedWriting.feed(config.feedFormat(), item.text, frame.location, frame.time));
            checkSize(item.property, payload);
            all.add(message(topic.text(config.topicForm()), payload, List.of(item), frame));
        }
        return all;
    }

    /** Several messages only when one would be too large. */
    private List<Outgoing> toGroup(String group, List<Item> items, Frame frame) {
        Map<String, String> values = new LinkedHashMap<>();
        items.forEach(item -> values.put(item.feed.key(), item.text));
        Bytes payload = Bytes.ofUtf8(FeedWriting.group(config.feedFormat(), values, frame.location, frame.time));
        if (payload.length() > AdafruitLimits.maxPayload(config) && items.size() > 1) {
            int half = items.size() / 2;
            List<Outgoing> all = new ArrayList<>(toGroup(group, items.subList(0, half), frame));
            all.addAll(toGroup(group, items.subList(half, items.size()), frame));
            return all;
        }
        checkSize(items.get(0).property, payload);
        AdafruitTopic.Group topic = new AdafruitTopic.Group(config.username(), group, config.feedFormat());
        return List.of(message(topic.text(config.topicForm()), payload, items, frame));
    }

    private Outgoing message(String topic, Bytes payload, List<Item> items, Frame frame) {
        List<String> properties = items.stream().map(Item::property).toList();
        List<Echo> echoes = items.stream()
                .filter(item -> feeds.isSettable(item.property))
                .map(item -> subscriptions.echo(item.feed, item.text, frame.location))
                .toList();
        return FeedWriting.outgoing(config, topic, payload, properties)
                .echoedAs(echoes)
                .costing(items.size());
    }
}
