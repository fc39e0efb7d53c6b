package org.iotconnector.simulator.internal.adafruit.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value to be stored.
 *
 * @param value the text
 * @param location where it was measured
 * @param createdAt when it was measured; null for now
 */
public record NewDatum(
        String value, Location location, @Nullable Instant createdAt) {

    private static final long YEAR_10_000 = 253_402_300_800L;

    /** A value of this moment without a location. */
    public static NewDatum of(String value) {
        return new NewDatum(value, Location.NONE, null);
    }

    /** Whether this is a time a value can have: not before 1970, and before the year 10 000, so that sums of times stay in range. */
    public static boolean isTime(Instant time) {
        return time.getEpochSecond() >= 0 && time.getEpochSecond() < YEAR_10_000;
    }

    int bytes() {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }
}
