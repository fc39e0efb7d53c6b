package org.iotconnector.adafruit.rest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.adafruit.internal.rest.CsvRow;
import org.iotconnector.adafruit.internal.rest.Fields;

/**
 * The newest value of a feed in its short form.
 *
 * @param value the text
 * @param location empty too where all three numbers are 0, which small devices send for none
 */
public record Retained(String value, Optional<FeedLocation> location) {
    /** Reads {@code value,lat,lon,ele}; an empty line stands for no value at all. */
    static Optional<Retained> find(String line) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        CsvRow row = CsvRow.read(line);
        List<String> place = row.place();
        Optional<FeedLocation> location = Places.find(number(place, 0), number(place, 1), number(place, 2))
                .filter(it -> it.latitude() != 0
                        || it.longitude() != 0
                        || it.elevation().orElse(0) != 0);
        return Optional.of(new Retained(row.value(), location));
    }

    private static OptionalDouble number(List<String> columns, int index) {
        return index < columns.size() ? Fields.number(columns.get(index)) : OptionalDouble.empty();
    }
}
