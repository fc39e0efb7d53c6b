package org.iotconnector.adafruit.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.adafruit.internal.rest.PlatformTimes;
import org.iotconnector.core.thing.Values;

/**
 * Values over time.
 *
 * @param values the members as received
 */
public record Chart(Values values) {
    /**
     * One value of a chart.
     *
     * @param value a number as text, or what was stored
     */
    public record Point(Instant time, String value) {
        public OptionalDouble asDouble() {
            return Fields.number(value);
        }
    }

    /** The feed, with id, key and name only. */
    public Optional<Feed> feed() {
        return Fields.struct(values, "feed").map(Feed::new);
    }

    /** What the platform went by, as received. */
    public Values parameters() {
        return Fields.struct(values, "parameters").orElse(Values.empty());
    }

    /** The names of the columns, such as {@code date} and {@code avg}. */
    public List<String> columns() {
        return Fields.texts(values, "columns");
    }

    /** The rows that have a time and a value, as received. */
    public List<Point> points() {
        return Fields.items(values, "data").stream()
                .map(Fields::texts)
                .flatMap(row -> point(row).stream())
                .toList();
    }

    private static Optional<Point> point(List<String> row) {
        return row.size() < 2
                ? Optional.empty()
                : PlatformTimes.find(row.get(0)).map(time -> new Point(time, row.get(1)));
    }
}
