package org.iotconnector.simulator.internal.adafruit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.adafruit.store.Location;
import org.iotconnector.simulator.internal.adafruit.store.NewDatum;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Payloads of feed and group topics. Adafruit IO API docs, "MQTT data format", read 2026-11.
 *
 * @param strictJson whether topics {@code /json} take nothing but JSON
 * @param createdAt whether {@code created_at} counts
 */
record Payloads(boolean strictJson, boolean createdAt) {
    private static final String VALUE = "value";
    private static final String FEEDS = "feeds";
    private static final String LOCATION = "location";
    private static final String CREATED_AT = "created_at";

    /** What a group's payload says. */
    record GroupValues(Map<String, NewDatum> byKey, Location location) {}

    /**
     * Reads the payload of a feed's topic.
     *
     * @throws MalformedPayloadException if it is not what the form takes
     */
    NewDatum feed(Format format, byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        if (format == Format.CSV) {
            return feedCsv(text);
        }
        Map<String, @Nullable Object> object = object(format, text, payload).orElse(Map.of());
        Object value = object.get(VALUE);
        // Without a value the document is the value, as it was sent.
        return value == null ? NewDatum.of(text) : new NewDatum(text(value), location(object), time(object));
    }

    /**
     * Reads the payload of a group's topic.
     *
     * @throws MalformedPayloadException if it is not what the form takes
     */
    GroupValues group(Format format, byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        return format == Format.CSV ? groupCsv(text) : groupJson(payload);
    }

    private Optional<Map<String, @Nullable Object>> object(Format format, String text, byte[] payload) {
        if (format == Format.PLAIN && !text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Json.object(Json.read(payload));
        } catch (IOException malformed) {
            if (format == Format.JSON && strictJson) {
                throw new MalformedPayloadException("Payload is not valid JSON");
            }
            return Optional.empty();
        }
    }

    private static NewDatum feedCsv(String text) {
        List<List<String>> records = Csv.read(text);
        if (records.size() != 1) {
            throw new MalformedPayloadException("Payload must be one line of value,lat,lon,ele");
        }
        List<String> fields = records.get(0);
        return new NewDatum(fields.get(0), location(fields), null);
    }

    private GroupValues groupJson(byte[] payload) {
        Map<String, @Nullable Object> object;
        try {
            object = Json.object(Json.read(payload)).orElse(Map.of());
        } catch (IOException malformed) {
            throw new MalformedPayloadException("Payload is not valid JSON");
        }
        Map<String, @Nullable Object> feeds =
                Json.object(object.get(FEEDS)).orElseThrow(() -> new MalformedPayloadException("Feeds are missing"));
        Location location =
                Json.object(object.get(LOCATION)).map(Payloads::location).orElse(Location.NONE);
        Instant time = time(object);
        Map<String, NewDatum> values = new LinkedHashMap<>();
        feeds.forEach((key, value) -> {
            if (value != null) {
                values.put(key, new NewDatum(text(value), location, time));
            }
        });
        return checked(values, location);
    }

    private static GroupValues groupCsv(String text) {
        Map<String, String> texts = new LinkedHashMap<>();
        Location location = Location.NONE;
        for (List<String> fields : Csv.read(text)) {
            if (fields.get(0).equals(LOCATION)) {
                location = location(fields);
            } else if (fields.size() == 2) {
                texts.put(fields.get(0), fields.get(1));
            } else {
                throw new MalformedPayloadException("Payload must have lines of key,value");
            }
        }
        Location common = location;
        Map<String, NewDatum> values = new LinkedHashMap<>();
        texts.forEach((key, value) -> values.put(key, new NewDatum(value, common, null)));
        return checked(values, common);
    }

    private static GroupValues checked(Map<String, NewDatum> values, Location location) {
        if (values.isEmpty()) {
            throw new MalformedPayloadException("Feeds are missing");
        }
        return new GroupValues(values, location);
    }

    private static String text(Object value) {
        return value instanceof String text ? text : Json.text(value);
    }

    private static Location location(Map<String, @Nullable Object> members) {
        return new Location(number(members.get("lat")), number(members.get("lon")), number(members.get("ele")));
    }

    /** Latitude, longitude and perhaps elevation after a first field. */
    private static Location location(List<String> fields) {
        if (fields.size() == 1) {
            return Location.NONE;
        }
        if (fields.size() != 3 && fields.size() != 4) {
            throw new MalformedPayloadException("Location must be lat,lon or lat,lon,ele");
        }
        return new Location(
                number(fields.get(1)), number(fields.get(2)), fields.size() == 4 ? number(fields.get(3)) : null);
    }

    private static @Nullable Double number(@Nullable Object value) {
        String text = value == null ? "" : value.toString().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Told below, together with the infinities.
        }
        throw new MalformedPayloadException("Location is not a number");
    }

    private @Nullable Instant time(Map<String, @Nullable Object> members) {
        Object time = createdAt ? members.get(CREATED_AT) : null;
        if (time == null) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(time.toString()).toInstant();
            if (NewDatum.isTime(instant)) {
                return instant;
            }
        } catch (DateTimeException malformed) {
            // Told below, together with times out of range.
        }
        throw new MalformedPayloadException("Created at is not a time");
    }
}
