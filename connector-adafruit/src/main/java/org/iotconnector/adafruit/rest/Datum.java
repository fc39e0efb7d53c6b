package org.iotconnector.adafruit.rest;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iotconnector.adafruit.BooleanWords;
import org.iotconnector.adafruit.Colour;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.thing.Values;

/**
 * One value of a feed, as the platform keeps it: the value is a text, whatever was sent. What is not there is empty.
 *
 * @param values the members as received
 */
public record Datum(Values values) {
    private static final Pattern WHOLE = Pattern.compile("\\s*([+-]?\\d{1,19})");

    /** Opaque: 26 letters and digits today, a number in 2017. */
    public String id() {
        return Fields.plainText(values, "id");
    }

    /** The value; empty if it was not asked for. */
    public String value() {
        return Fields.plainText(values, "value");
    }

    /** Whether the value means true; see {@link BooleanWords#read}. */
    public boolean asBoolean(BooleanWords words) {
        return words.read(value());
    }

    /** The whole number that the value begins with, as the platform's own devices read it. */
    public OptionalLong asLong() {
        Matcher matcher = WHOLE.matcher(value());
        try {
            return matcher.lookingAt() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }

    /** The value as a finite number. */
    public OptionalDouble asDouble() {
        return Fields.number(value());
    }

    /** The colour that the value is; empty if it is none. */
    public Optional<Colour> asColour() {
        return Colour.parse(value());
    }

    public String feedId() {
        return Fields.plainText(values, "feed_id");
    }

    public String feedKey() {
        return Fields.plainText(values, "feed_key");
    }

    public Optional<FeedLocation> location() {
        return Places.find(values);
    }

    public Optional<Instant> createdAt() {
        return Fields.time(values, "created_at").or(() -> Fields.time(values, "created_epoch"));
    }

    /** Seconds since 1970, with a fraction in old data. */
    public OptionalDouble createdEpoch() {
        return Fields.number(values, "created_epoch");
    }

    public Optional<Instant> updatedAt() {
        return Fields.time(values, "updated_at");
    }

    /** When the platform forgets it, as the plan says. */
    public Optional<Instant> expiration() {
        return Fields.time(values, "expiration");
    }
}
