package org.iotconnector.onenet.api;

import java.time.Instant;
import java.util.Optional;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.internal.api.PlatformTimes;

/**
 * A value in a data stream.
 *
 * @param stream the stream's name
 * @param time when; the platform writes Beijing time without saying so. Empty if it cannot be read
 * @param value as received; unlike properties, data points keep their types
 */
public record DataPoint(String stream, Optional<Instant> time, Value value) {
    static DataPoint read(String stream, Values data) {
        return new DataPoint(
                stream, data.find("at").map(Value::asText).flatMap(PlatformTimes::find), data.get("value"));
    }
}
