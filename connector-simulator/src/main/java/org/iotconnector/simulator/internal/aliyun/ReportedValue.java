package org.iotconnector.simulator.internal.aliyun;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A value with the time that may come with it.
 *
 * @param value the bare value
 * @param time null when the device gave none
 * @param timeValid false when it gave something that is not a time in milliseconds
 */
record ReportedValue(@Nullable Object value, @Nullable Instant time, boolean timeValid) {
    private static final Set<String> WRAPPER = Set.of("value", "time");

    /** Takes both forms: the bare value, and an object with {@code value} and nothing but {@code value} and {@code time}. */
    static ReportedValue of(@Nullable Object json) {
        Map<String, @Nullable Object> object = Json.object(json).orElse(Map.of());
        if (!object.containsKey("value") || !WRAPPER.containsAll(object.keySet())) {
            return new ReportedValue(json, null, true);
        }
        Object time = object.get("time");
        if (time == null) {
            return new ReportedValue(object.get("value"), null, true);
        }
        boolean valid = time instanceof Integer || time instanceof Long;
        Instant instant = valid ? Instant.ofEpochMilli(((Number) time).longValue()) : null;
        return new ReportedValue(object.get("value"), instant, valid);
    }
}
