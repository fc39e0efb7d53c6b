package org.iotconnector.simulator.internal.adafruit;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iotconnector.simulator.internal.adafruit.store.Datum;
import org.iotconnector.simulator.internal.adafruit.store.Feed;
import org.iotconnector.simulator.internal.adafruit.store.Location;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** What subscribers of feeds and groups receive. */
final class Messages {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private Messages() {}

    /** A value on a topic of its feed. The JSON form is not documented; this one has all the members that clients look for. */
    static String feed(Format format, Feed feed, String key, Datum datum) {
        return switch (format) {
            case PLAIN -> datum.value();
            case CSV -> Csv.field(datum.value()) + "," + datum.location().csv();
            case JSON -> Json.text(json(feed, key, datum));
        };
    }

    private static Map<String, @Nullable Object> json(Feed feed, String key, Datum datum) {
        Map<String, Object> location = datum.location().members();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", datum.id());
        json.put("feed_id", feed.id());
        json.put("key", key);
        json.put("value", datum.value());
        json.put("last_value", datum.value());
        json.put("lat", location.get("lat"));
        json.put("lon", location.get("lon"));
        json.put("ele", location.get("ele"));
        json.put("created_at", SECONDS.format(datum.createdAt().truncatedTo(ChronoUnit.SECONDS)));
        return json;
    }

    /** Values by bare key on a topic of their group. */
    static String group(Format format, Map<String, String> values, Location location) {
        if (format == Format.CSV) {
            Stream<String> lines = values.entrySet().stream()
                    .map(entry -> Csv.field(entry.getKey()) + "," + Csv.field(entry.getValue()));
            Stream<String> place =
                    location.isEmpty() ? Stream.empty() : Stream.of("location," + withoutEnd(location.csv()));
            return Stream.concat(lines, place).collect(Collectors.joining("\n"));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("feeds", values);
        if (!location.isEmpty()) {
            json.put("location", location.members());
        }
        return Json.text(json);
    }

    /** Elevation is left out when it is not set. */
    private static String withoutEnd(String csv) {
        return csv.endsWith(",") ? csv.substring(0, csv.length() - 1) : csv;
    }
}
