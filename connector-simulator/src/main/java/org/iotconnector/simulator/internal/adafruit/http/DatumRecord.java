package org.iotconnector.simulator.internal.adafruit.http;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.iotconnector.simulator.internal.adafruit.store.Datum;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.adafruit.store.Location;
import org.jspecify.annotations.Nullable;

/** A stored value as the API tells it. Adafruit IO API docs, "Data", read 2026-11. */
final class DatumRecord {
    private static final String INCLUDE = "include";

    private DatumRecord() {}

    /** All of it. Parts of a location that are not set are left out. */
    static Map<String, @Nullable Object> of(FeedPlace place, Datum datum) {
        Instant expiration = datum.expiration();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", datum.id());
        json.put("value", datum.value());
        json.put("feed_id", place.feed().id());
        json.put("feed_key", place.key());
        json.put("created_at", Times.record(datum.createdAt()));
        json.put("created_epoch", datum.createdAt().getEpochSecond());
        json.put("expiration", expiration == null ? null : Times.record(expiration));
        Location location = datum.location();
        put(json, "lat", location.lat());
        put(json, "lon", location.lon());
        put(json, "ele", location.ele());
        return json;
    }

    private static void put(Map<String, @Nullable Object> json, String name, @Nullable Double part) {
        if (part != null) {
            json.put(name, part);
        }
    }

    /** What the parameter {@code include} asks for, a list of members with commas; all without it. */
    static Map<String, @Nullable Object> of(FeedPlace place, Datum datum, Fields query) {
        Map<String, @Nullable Object> json = of(place, datum);
        String wanted = query.text(INCLUDE);
        if (wanted != null && !wanted.isBlank()) {
            Set<String> names =
                    Arrays.stream(wanted.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
            json.keySet().retainAll(names);
        }
        return json;
    }
}
