package org.iotconnector.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Value;

/**
 * One value at one moment.
 *
 * @param device as {@link org.iotconnector.core.Device#id} names it; not empty
 * @param property the property, or the topic of a message that belongs to none; not empty
 * @param time cut to whole milliseconds
 * @param value comes back from a history as JSON carries it: a date as an Int, a Float32 as a Float64
 */
public record Sample(String device, String property, Instant time, Value value) {
    public Sample {
        if (device.isEmpty() || property.isEmpty()) {
            throw new IllegalArgumentException(
                    "A sample needs a device and a property; got \"" + device + "\" and \"" + property + "\".");
        }
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The value for a chart: a number, a text that is one, a boolean as 0 or 1; empty for anything else. */
    public OptionalDouble number() {
        try {
            if (value instanceof Value.Text it && isWord(it.value())) {
                return OptionalDouble.of(value.asBool() ? 1 : 0);
            }
            return OptionalDouble.of(value instanceof Value.Bool it ? (it.value() ? 1 : 0) : value.asDouble());
        } catch (MappingException noNumber) {
            return OptionalDouble.empty();
        }
    }

    /** Lamps say on and off, which is worth a line too. */
    private static boolean isWord(String text) {
        return !text.isEmpty() && Character.isLetter(text.charAt(0));
    }
}
