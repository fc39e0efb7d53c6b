package org.iotconnector.simulator.internal.onenet;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The device image (shadow) of one device. OneNET, "MQTT suite, device image", read 2026-11. */
public final class DeviceImage {
    private final Map<String, Entry> reported = new LinkedHashMap<>();
    private final Map<String, Entry> desired = new LinkedHashMap<>();
    private long version;
    private @Nullable Instant updatedAt;

    private record Entry(Object value, long timestamp) {}

    /** Whether it was ever updated. */
    public boolean exists() {
        return version > 0;
    }

    /** Takes over values; null removes one. Each call is one version, the first is 1. */
    public void update(
            Map<String, ? extends @Nullable Object> newReported,
            Map<String, ? extends @Nullable Object> newDesired,
            Instant now) {
        merge(reported, newReported, now);
        merge(desired, newDesired, now);
        version++;
        updatedAt = now;
    }

    private static void merge(Map<String, Entry> values, Map<String, ? extends @Nullable Object> changes, Instant now) {
        changes.forEach((key, value) -> {
            if (value == null) {
                values.remove(key);
            } else {
                values.put(key, new Entry(value, now.getEpochSecond()));
            }
        });
    }

    /** The complete document: {@code state}, {@code metadata}, {@code version}, {@code timestamp} in seconds. */
    public Map<String, @Nullable Object> document() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("reported", values(reported));
        state.put("desired", values(desired));
        Map<String, Entry> difference = difference();
        if (!difference.isEmpty()) {
            state.put("delta", values(difference));
        }
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("reported", times(reported));
        metadata.put("desired", times(desired));
        return document(state, metadata);
    }

    /** The message about desired values that the device has not reported; null when there are none. */
    @Nullable
    Map<String, @Nullable Object> delta() {
        Map<String, Entry> difference = difference();
        return difference.isEmpty() ? null : document(values(difference), times(difference));
    }

    private Map<String, @Nullable Object> document(Map<String, Object> state, Map<String, Object> metadata) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("state", state);
        document.put("metadata", metadata);
        document.put("version", version);
        document.put("timestamp", updatedAt == null ? 0 : updatedAt.getEpochSecond());
        return document;
    }

    private Map<String, Entry> difference() {
        Map<String, Entry> difference = new LinkedHashMap<>();
        desired.forEach((key, wanted) -> {
            Entry actual = reported.get(key);
            if (actual == null || !Objects.equals(actual.value(), wanted.value())) {
                difference.put(key, wanted);
            }
        });
        return difference;
    }

    private static Map<String, Object> values(Map<String, Entry> entries) {
        Map<String, Object> values = new LinkedHashMap<>();
        entries.forEach((key, entry) -> values.put(key, entry.value()));
        return values;
    }

    private static Map<String, Object> times(Map<String, Entry> entries) {
        Map<String, Object> times = new LinkedHashMap<>();
        entries.forEach((key, entry) -> times.put(key, Map.of("timestamp", entry.timestamp())));
        return times;
    }
}
