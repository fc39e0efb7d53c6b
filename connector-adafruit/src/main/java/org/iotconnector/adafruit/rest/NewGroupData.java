package org.iotconnector.adafruit.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.adafruit.internal.rest.Keys;
import org.iotconnector.adafruit.internal.rest.PlatformTimes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** Values for several feeds of a group, stored together. Each method gives a changed copy. Immutable. */
public final class NewGroupData {
    private static final NewGroupData EMPTY = new NewGroupData(Map.of(), Optional.empty(), Optional.empty());

    private final Map<String, NewDatum> feeds;
    private final Optional<FeedLocation> location;
    private final Optional<Instant> createdAt;

    private NewGroupData(Map<String, NewDatum> feeds, Optional<FeedLocation> location, Optional<Instant> createdAt) {
        this.feeds = feeds;
        this.location = location;
        this.createdAt = createdAt;
    }

    /** Begins with one value. */
    public static NewGroupData of(String feedKey, NewDatum datum) {
        return EMPTY.and(feedKey, datum);
    }

    /**
     * Adds a value.
     *
     * @param feedKey the feed's key without that of the group; a feed that is not there is made
     * @param datum its own place and time are not sent, since the platform takes one for all
     */
    public NewGroupData and(String feedKey, NewDatum datum) {
        Map<String, NewDatum> changed = new LinkedHashMap<>(feeds);
        changed.put(Keys.part(feedKey), datum);
        return new NewGroupData(changed, location, createdAt);
    }

    /** Sets where all were measured. */
    public NewGroupData at(FeedLocation place) {
        return new NewGroupData(feeds, Optional.of(place), createdAt);
    }

    /** Sets when all were measured; by default the time they come. */
    public NewGroupData at(Instant time) {
        return new NewGroupData(feeds, location, Optional.of(time));
    }

    int count() {
        return feeds.size();
    }

    void check(ValueSize size) {
        feeds.forEach((key, datum) -> size.check("of \"" + key + "\"", datum.size()));
    }

    Values values() {
        List<Value> items = new ArrayList<>();
        feeds.forEach((key, datum) -> items.add(Value.of(Values.of("key", key, "value", datum.value()))));
        Values body = Values.of("feeds", items);
        if (createdAt.isPresent()) {
            body = body.plus(Values.of("created_at", PlatformTimes.text(createdAt.get())));
        }
        return location.isPresent() ? body.plus(Values.of("location", Places.values(location.get()))) : body;
    }

    @Override
    public String toString() {
        return "NewGroupData" + feeds;
    }
}
