package org.iotconnector.onenet.api.push;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** Reads milliseconds since 1970 and the values that carry them. */
final class Times {
    private Times() {}

    /** Empty if it is no such number: a time is not worth losing an event. */
    static Optional<Instant> read(Value value) {
        try {
            return Optional.of(value.asInstant());
        } catch (MappingException notMilliseconds) {
            return Optional.empty();
        }
    }

    /** That of the member {@code name}. */
    static Optional<Instant> of(Values body, String name) {
        return body.find(name).flatMap(Times::read);
    }

    /** Each as {@code {"value":…,"time":…}}. */
    static Map<String, Sample> samples(Values params) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        params.forEach((identifier, value) -> {
            Values stamped = value.asStruct();
            samples.put(identifier, new Sample(stamped.get("value"), of(stamped, "time")));
        });
        return samples;
    }
}
