package org.iotconnector.adafruit.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.adafruit.internal.rest.PlatformTimes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * A value to be stored.
 *
 * @param value a text or a number; the platform keeps it as text
 * @param location where it was measured
 * @param createdAt when it was measured; if empty, the platform takes the time it came
 */
public record NewDatum(Value value, Optional<FeedLocation> location, Optional<Instant> createdAt) {
    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is an object, an array or a date
     */
    public NewDatum {
        if (value instanceof Value.Struct || value instanceof Value.Array || value instanceof Value.Date) {
            throw new IllegalArgumentException("A feed takes texts, numbers and booleans; write other values as text.");
        }
    }

    public static NewDatum of(String text) {
        return of(Value.of(text));
    }

    public static NewDatum of(long number) {
        return of(Value.of(number));
    }

    /**
     * A number with all its digits.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public static NewDatum of(double number) {
        return of(Value.of(number));
    }

    /**
     * A number rounded half up.
     *
     * @param decimals how many digits behind the point, 0 or more
     * @throws IllegalArgumentException if it is not finite
     */
    public static NewDatum rounded(double number, int decimals) {
        if (decimals < 0) {
            throw new IllegalArgumentException("decimals is " + decimals + "; use 0 or more.");
        }
        double finite = Value.of(number).asDouble();
        return of(BigDecimal.valueOf(finite)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString());
    }

    /** {@code 1} or {@code 0}, as the platform's own devices write it. */
    public static NewDatum of(boolean on) {
        return of(on ? "1" : "0");
    }

    private static NewDatum of(Value value) {
        return new NewDatum(value, Optional.empty(), Optional.empty());
    }

    public NewDatum at(FeedLocation place) {
        return new NewDatum(value, Optional.of(place), createdAt);
    }

    public NewDatum at(Instant time) {
        return new NewDatum(value, location, Optional.of(time));
    }

    /** How many bytes of UTF-8 the platform keeps. */
    int size() {
        return value.asText().getBytes(StandardCharsets.UTF_8).length;
    }

    Values values() {
        Values body = Values.of("value", value);
        if (location.isPresent()) {
            body = body.plus(Places.values(location.get()));
        }
        return createdAt.isPresent() ? body.plus(Values.of("created_at", PlatformTimes.text(createdAt.get()))) : body;
    }
}
