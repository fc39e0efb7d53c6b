package org.iotconnector.adafruit.internal;

import java.util.List;
import java.util.Optional;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** Places in the platform's forms: members {@code lat}, {@code lon} and {@code ele}, or columns in that order. */
final class Locations {
    static final String LOCATION = "location";

    private static final String LATITUDE = "lat";
    private static final String LONGITUDE = "lon";
    private static final String ELEVATION = "ele";

    private Locations() {}

    /** Whether a report's property of this name is where its values were measured. */
    static boolean isLocation(String name, Value value) {
        return name.equals(LOCATION)
                && value instanceof Value.Struct struct
                && struct.value().has(LATITUDE)
                && struct.value().has(LONGITUDE);
    }

    /** The place among these members; empty if there is none. */
    static Optional<FeedLocation> of(Values members) {
        if (!members.has(LATITUDE) || !members.has(LONGITUDE)) {
            return Optional.empty();
        }
        double latitude = members.number(LATITUDE);
        double longitude = members.number(LONGITUDE);
        return Optional.of(checked(
                latitude,
                longitude,
                members.has(ELEVATION) ? Optional.of(members.number(ELEVATION)) : Optional.empty()));
    }

    /** The place in the columns from {@code first} on; those of the official Arduino client are 0, 0, 0 when it has none. */
    static Optional<FeedLocation> of(List<String> columns, int first) {
        if (columns.size() < first + 2
                || columns.get(first).isEmpty()
                || columns.get(first + 1).isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> elevation =
                columns.size() > first + 2 && !columns.get(first + 2).isEmpty()
                        ? Optional.of(number(columns.get(first + 2)))
                        : Optional.empty();
        FeedLocation location = checked(number(columns.get(first)), number(columns.get(first + 1)), elevation);
        return location.equals(FeedLocation.of(0, 0, 0)) ? Optional.empty() : Optional.of(location);
    }

    private static double number(String column) {
        // Adding 0.0 makes a plain 0 of -0.0, which would be another place than 0.
        return new Value.Text(column.strip()).asDouble() + 0.0;
    }

    private static FeedLocation checked(double latitude, double longitude, Optional<Double> elevation) {
        try {
            return elevation
                    .map(metres -> FeedLocation.of(latitude, longitude, metres))
                    .orElseGet(() -> FeedLocation.of(latitude, longitude));
        } catch (IllegalArgumentException outside) {
            throw new MappingException(LOCATION, String.valueOf(outside.getMessage()), outside);
        }
    }

    /** Writes the members of an object that is open. */
    static void write(JsonWriter json, FeedLocation location) {
        json.name(LATITUDE).number(location.latitude()).name(LONGITUDE).number(location.longitude());
        location.elevation().ifPresent(metres -> json.name(ELEVATION).number(metres));
    }

    /** The columns, each after a comma; none for a column that is not known. */
    static String columns(FeedLocation location) {
        StringBuilder columns = new StringBuilder();
        columns.append(',').append(FeedText.shortest(location.latitude()));
        columns.append(',').append(FeedText.shortest(location.longitude()));
        location.elevation().ifPresent(metres -> columns.append(',').append(FeedText.shortest(metres)));
        return columns.toString();
    }
}
