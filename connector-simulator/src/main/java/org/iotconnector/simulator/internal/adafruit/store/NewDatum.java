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

    /** A value of this moment without a location. */
    public static NewDatum of(String value) {
        return new NewDatum(value, Location.NONE, null);
    }

    int bytes() {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }
}
