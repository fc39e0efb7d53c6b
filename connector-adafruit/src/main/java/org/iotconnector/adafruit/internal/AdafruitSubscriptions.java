package org.iotconnector.adafruit.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.adafruit.AdafruitConfig;
import org.iotconnector.adafruit.FeedFormat;
import org.iotconnector.adafruit.FeedKey;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Echo;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Bytes;

/**
 * What a device listens to, how it asks for what it missed, and what of its own it will hear again. The platform's notices
 * come first, since they tell what becomes of the rest. Immutable.
 */
final class AdafruitSubscriptions {
    private final AdafruitConfig config;
    private final List<Subscription> notices;
    /** Of each feed that can be set, the topic that it is heard on. */
    private final Map<Subscription, String> sets = new LinkedHashMap<>();

    private final List<Subscription> all;
    private final boolean everyFeed;

    AdafruitSubscriptions(AdafruitConfig config, FeedMap feeds) {
        this.config = config;
        this.everyFeed = feeds.everyFeed();
        this.notices = List.of(
                Subscription.atLeastOnce(AdafruitTopic.errors(config.username())),
                Subscription.atLeastOnce(AdafruitTopic.throttle(config.username())));
        feeds.settable().forEach(property -> {
            String topic = topic(feeds.feed(property));
            sets.put(Subscription.atLeastOnce(topic), topic);
        });
        this.all = everyFeed
                ? List.of(Subscription.atLeastOnce(
                        config.username() + "/" + config.topicForm().feeds() + "/+"))
                : List.copyOf(sets.keySet());
    }

    List<Subscription> of(Interest interest) {
        List<Subscription> wanted = new ArrayList<>(notices);
        if (interest.sets()) {
            wanted.addAll(all);
        }
        return List.copyOf(wanted);
    }

    /** The platform answers on the topic itself, and this client alone. It is not known to count against the rate. */
    List<Outgoing> recall(Subscription granted) {
        String topic = sets.get(granted);
        if (topic == null || !config.recall()) {
            return List.of();
        }
        Publication get = new Publication(TopicName.of(AdafruitTopic.get(topic)), Bytes.empty(), config.qos(), false);
        return List.of(Outgoing.of(get).costing(0));
    }

    /** What comes back of a value of this feed. */
    Echo echo(FeedKey feed, String text, Optional<FeedLocation> location) {
        String payload = heard() == FeedFormat.CSV ? CsvText.field(text) + columns(location) : text;
        return new Echo(TopicName.of(topic(feed)), Bytes.ofUtf8(payload));
    }

    /** The platform always sends four columns. */
    private static String columns(Optional<FeedLocation> location) {
        return location.map(
                        place -> Locations.columns(place) + (place.elevation().isPresent() ? "" : ","))
                .orElse(",,,");
    }

    private String topic(FeedKey feed) {
        return new AdafruitTopic.Feed(config.username(), feed, heard()).text(config.topicForm());
    }

    /** Not JSON: what comes there is not documented, so that a device could not tell its own reports from commands. */
    private FeedFormat heard() {
        return config.feedFormat() == FeedFormat.CSV && !everyFeed ? FeedFormat.CSV : FeedFormat.PLAIN;
    }
}
