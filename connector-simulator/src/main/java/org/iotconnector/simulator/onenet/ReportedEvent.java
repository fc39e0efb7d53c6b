package org.iotconnector.simulator.onenet;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that a device reported and the platform accepted.
 *
 * @param identifier event identifier
 * @param outputs output values by identifier
 * @param time the time the device gave, or that of arrival
 */
public record ReportedEvent(String identifier, Map<String, @Nullable Object> outputs, Instant time) {

    /** Copies the map. */
    public ReportedEvent {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
}
