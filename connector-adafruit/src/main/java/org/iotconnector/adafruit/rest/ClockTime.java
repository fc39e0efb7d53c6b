package org.iotconnector.adafruit.rest;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.thing.Values;

/**
 * A time in its parts.
 *
 * @param values the members as received: year, mon, mday, hour, min, sec, wday, yday, isdst
 */
public record ClockTime(Values values) {
    /** Date and time of day; empty if a part is missing or out of its range. */
    public Optional<LocalDateTime> dateTime() {
        try {
            return Optional.of(
                    LocalDateTime.of(part("year"), part("mon"), part("mday"), part("hour"), part("min"), part("sec")));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** From 0, a Sunday, to 6. */
    public int weekday() {
        return part("wday");
    }

    /** From 1. */
    public int dayOfYear() {
        return part("yday");
    }

    /** Whether it is summer time; the platform was seen to write a number for it. */
    public boolean isDaylightSaving() {
        return Fields.bool(values, "isdst").orElse(false);
    }

    private int part(String name) {
        long number = Fields.whole(values, name).orElse(-1);
        return number >= 0 && number <= Integer.MAX_VALUE ? (int) number : -1;
    }
}
