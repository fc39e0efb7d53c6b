package org.iotconnector.simulator.internal.adafruit.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored value.
 *
 * @param id see {@link DatumId}
 * @param value always text
 * @param location where it was measured
 * @param createdAt when it was measured
 * @param updatedAt when it was last changed
 * @param expiration when it goes; null when its feed keeps no history
 */
public record Datum(
        String id,
        String value,
        Location location,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant expiration) {}
