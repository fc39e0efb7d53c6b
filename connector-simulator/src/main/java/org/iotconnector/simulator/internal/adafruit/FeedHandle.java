package org.iotconnector.simulator.internal.adafruit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.iotconnector.simulator.adafruit.AdafruitFeed;
import org.iotconnector.simulator.adafruit.AdafruitValue;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Datum;
import org.iotconnector.simulator.internal.adafruit.store.Feed;
import org.iotconnector.simulator.internal.adafruit.store.FeedFields;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.adafruit.store.Group;
import org.iotconnector.simulator.internal.adafruit.store.Location;
import org.iotconnector.simulator.internal.adafruit.store.NewDatum;
import org.iotconnector.simulator.internal.adafruit.store.RefusedException;
import org.iotconnector.simulator.internal.adafruit.store.StoredValues.Origin;
import org.iotconnector.simulator.internal.platform.UnknownDeviceException;

/** One feed for tests, on any thread. */
final class FeedHandle implements AdafruitFeed {
    private static final int WEBHOOK_CHARS = 28;

    private final AdafruitPlatform platform;
    private final FeedPlace place;

    FeedHandle(AdafruitPlatform platform, FeedPlace place) {
        this.platform = platform;
        this.place = place;
    }

    @Override
    public String key() {
        return read(feed -> place.key());
    }

    @Override
    public String name() {
        return read(Feed::name);
    }

    @Override
    public List<AdafruitValue> values() {
        return read(feed -> feed.data().all().stream().map(FeedHandle::value).toList());
    }

    @Override
    public Optional<AdafruitValue> last() {
        return read(feed -> feed.data().last().map(FeedHandle::value));
    }

    @Override
    public void put(String value) {
        put(NewDatum.of(value));
    }

    @Override
    public void put(String value, double lat, double lon, double ele) {
        put(new NewDatum(value, new Location(lat, lon, ele), null));
    }

    private void put(NewDatum value) {
        try {
            platform.onLoop(() -> place.feed().owner().store(place.group(), place.feed(), value, Origin.DASHBOARD));
        } catch (RefusedException refused) {
            throw new IllegalArgumentException(refused.text(), refused);
        }
    }

    @Override
    public AdafruitValue awaitValue(String value, Duration timeout) {
        return awaitValue(
                "value [" + value + "] of feed [" + key() + "]",
                stored -> stored.value().equals(value),
                timeout);
    }

    @Override
    public AdafruitValue awaitValue(Predicate<AdafruitValue> condition, Duration timeout) {
        return awaitValue("a value of feed [" + key() + "] that fits", condition, timeout);
    }

    private AdafruitValue awaitValue(String what, Predicate<AdafruitValue> condition, Duration timeout) {
        List<AdafruitValue> found = new ArrayList<>(1);
        platform.await(
                what,
                () -> {
                    values().stream().filter(condition).findFirst().ifPresent(found::add);
                    return !found.isEmpty();
                },
                timeout);
        return found.get(0);
    }

    @Override
    public void awaitSubscribed(String topic, Duration timeout) {
        platform.await(
                "a subscription that fits topic [" + topic + "]", () -> platform.isAnySubscribed(topic), timeout);
    }

    @Override
    public void history(boolean on) {
        platform.onLoop(() -> {
            Feed feed = place.feed();
            feed.owner().changeFeed(feed, new FeedFields(null, null, null, null, null, on, null, null, null));
            return feed;
        });
    }

    @Override
    public AdafruitFeed addToGroup(String group) {
        Account owner = place.feed().owner();
        try {
            return platform.onLoop(() -> {
                Group target = owner.group(group)
                        .orElseThrow(() -> new UnknownDeviceException(
                                "Account [" + owner.username() + "] has no group [" + group + "]; make it first."));
                owner.addToGroup(target, place.feed());
                return new FeedHandle(platform, new FeedPlace(target, place.feed()));
            });
        } catch (RefusedException refused) {
            throw new IllegalArgumentException(refused.text(), refused);
        }
    }

    @Override
    public void makePublic(boolean open) {
        platform.onLoop(() -> {
            place.feed().access().open(open);
            return place;
        });
    }

    @Override
    public String createWebhook() {
        String token = UUID.randomUUID().toString().replace("-", "").substring(0, WEBHOOK_CHARS);
        createWebhook(token);
        return token;
    }

    @Override
    public void createWebhook(String token) {
        if (!token.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException(
                    "A webhook's token must be letters and digits, as it is a part of a path.");
        }
        platform.onLoop(() -> place.feed().webhooks().add(token));
    }

    @Override
    public void share(String username, boolean writable) {
        platform.onLoop(() -> {
            place.feed().access().share(username, writable);
            return place;
        });
    }

    private <T> T read(Function<Feed, T> part) {
        return platform.onLoop(() -> part.apply(place.feed()));
    }

    private static AdafruitValue value(Datum datum) {
        Optional<String> location =
                Optional.of(datum.location()).filter(place -> !place.isEmpty()).map(Location::csv);
        return new AdafruitValue(datum.id(), datum.value(), location, datum.createdAt());
    }
}
