package org.iotconnector.adafruit.rest;

import java.util.Optional;
import java.util.OptionalDouble;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.thing.Values;

/** Places as members {@code lat}, {@code lon} and {@code ele} of records. */
final class Places {
    private Places() {}

    static Values values(FeedLocation place) {
        Values members = Values.of("lat", place.latitude(), "lon", place.longitude());
        OptionalDouble elevation = place.elevation();
        return elevation.isPresent() ? members.plus(Values.of("ele", elevation.getAsDouble())) : members;
    }

    /** As the services take a place: {@code lat,lon}. */
    static String text(FeedLocation place) {
        return place.latitude() + "," + place.longitude();
    }

    /** The place among these members; empty for none, and for numbers that are no place. */
    static Optional<FeedLocation> find(Values members) {
        return find(Fields.number(members, "lat"), Fields.number(members, "lon"), Fields.number(members, "ele"));
    }

    static Optional<FeedLocation> find(OptionalDouble latitude, OptionalDouble longitude, OptionalDouble elevation) {
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FeedLocation(latitude.getAsDouble(), longitude.getAsDouble(), elevation));
        } catch (IllegalArgumentException outside) {
            return Optional.empty();
        }
    }
}
