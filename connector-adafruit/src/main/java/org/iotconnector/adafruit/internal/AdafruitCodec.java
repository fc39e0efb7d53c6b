package org.iotconnector.adafruit.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.adafruit.AdafruitConfig;
import org.iotconnector.adafruit.AdafruitNotice;
import org.iotconnector.adafruit.FeedKey;
import org.iotconnector.adafruit.FeedValue;
import org.iotconnector.adafruit.GroupValues;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** Thing-model messages as values of feeds. Immutable. */
public final class AdafruitCodec implements ThingCodec {
    private final AdafruitConfig config;
    private final FeedMap feeds;
    private final AdafruitSubscriptions subscriptions;
    private final AdafruitReports reports;

    public AdafruitCodec(AdafruitConfig config) {
        this.config = config;
        this.feeds = new FeedMap(config);
        this.subscriptions = new AdafruitSubscriptions(config, feeds);
        this.reports = new AdafruitReports(config, feeds, subscriptions);
    }

    @Override
    public List<Subscription> subscriptions(Interest interest) {
        return subscriptions.of(interest);
    }

    @Override
    public List<Outgoing> recall(Subscription granted) {
        return subscriptions.recall(granted);
    }

    @Override
    public List<Outgoing> encode(Uplink message, long sequence) {
        return message.match(
                report -> reports.report(report.values(), report.time()),
                event -> none("events; report a property in its place"),
                reply -> none("replies of devices"),
                reply -> none("replies of devices"),
                query -> none("desired values; a settable property's last value is asked for on every connection"),
                delete -> none("desired values"),
                batch -> backlog(batch.backlog()),
                history -> backlog(history.backlog()),
                raw -> none("raw reports; publish to a feed with AdafruitFeeds"),
                raw -> none("raw commands"));
    }

    private static List<Outgoing> none(String what) {
        throw new UnsupportedOperationException("Adafruit IO has no " + what + ".");
    }

    private List<Outgoing> backlog(Backlog backlog) {
        if (!config.createdAt()) {
            return none("times of values over MQTT that are documented; set createdAt: true to send them nevertheless,"
                    + " or use the REST API");
        }
        if (!backlog.events().isEmpty()) {
            return none("events; a backlog must hold properties only");
        }
        List<Outgoing> all = new ArrayList<>();
        for (Backlog.TimedValues entry : backlog.values()) {
            for (Outgoing report : reports.report(entry.values(), Optional.of(entry.time()))) {
                all.add(FeedWriting.lasting(report));
            }
        }
        return all;
    }

    @Override
    public List<Downlink> decode(Message message) {
        Optional<AdafruitTopic> topic =
                AdafruitTopic.parse(config.username(), message.topic().text());
        if (topic.isEmpty()) {
            return List.of();
        }
        if (topic.get() instanceof AdafruitTopic.Throttle) {
            return List.of(
                    AdafruitNotice.ofThrottle(FeedText.read(message.payload())).toNotice());
        }
        if (topic.get() instanceof AdafruitTopic.Errors) {
            return List.of(
                    AdafruitNotice.ofError(FeedText.read(message.payload())).toNotice());
        }
        if (topic.get() instanceof AdafruitTopic.Feed feed && feed.owner().equals(config.username())) {
            FeedValue value = FeedPayloads.feed(feed, message.payload());
            return set(Map.of(value.feed(), value.text()));
        }
        if (topic.get() instanceof AdafruitTopic.Group group && group.owner().equals(config.username())) {
            return set(byFeed(FeedPayloads.group(group, message.payload())));
        }
        return List.of();
    }

    private static Map<FeedKey, String> byFeed(GroupValues values) {
        Map<FeedKey, String> byFeed = new LinkedHashMap<>();
        values.values().forEach((key, text) -> {
            if (FeedKey.problem(key).isEmpty() && FeedKey.parse(key).group().isEmpty()) {
                byFeed.put(FeedKey.of(values.group(), key), text);
            }
        });
        return byFeed;
    }

    private List<Downlink> set(Map<FeedKey, String> byFeed) {
        Values.Builder values = Values.builder();
        byFeed.forEach((feed, text) -> feeds.property(feed)
                .filter(feeds::isSettable)
                .ifPresent(property -> values.put(property, typed(property, text))));
        Values set = values.build();
        return set.isEmpty() ? List.of() : List.of(new Downlink.PropertySet(set, Optional.empty()));
    }

    /** A text becomes a value of the thing model's type; without a model it stays what the platform keeps, a text. */
    private Value typed(String property, String text) {
        Optional<ThingModel> model = config.thingModel();
        try {
            return model.flatMap(known -> known.property(property))
                    .map(spec -> spec.type().parse(text))
                    .orElseGet(() -> new Value.Text(text));
        } catch (MappingException unfit) {
            throw new MappingException(property, String.valueOf(unfit.getMessage()), unfit);
        }
    }
}
