package org.iotconnector.adafruit.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.adafruit.FeedFormat;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.adafruit.FeedValue;
import org.iotconnector.adafruit.GroupValues;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * Reads what subscribers of feeds and groups receive. What a feed's JSON topic brings is not documented: it was seen to
 * hold the value as {@code last_value}. Adafruit IO API docs, "MQTT data format", read 2026-11.
 */
final class FeedPayloads {
    private static final String DATA = "data";
    private static final List<String> VALUE_NAMES = List.of("last_value", "value");

    private FeedPayloads() {}

    static FeedValue feed(AdafruitTopic.Feed topic, Bytes payload) {
        return switch (topic.format()) {
            case PLAIN -> value(topic, FeedText.read(payload), Optional.empty());
            case JSON -> json(topic, Json.readObject(payload.toArray()));
            case CSV -> csv(topic, FeedText.read(payload));
        };
    }

    private static FeedValue value(AdafruitTopic.Feed topic, String text, Optional<FeedLocation> location) {
        return new FeedValue(topic.owner(), topic.key(), text, location);
    }

    private static FeedValue json(AdafruitTopic.Feed topic, Values record) {
        for (String name : VALUE_NAMES) {
            if (record.has(name)) {
                return value(topic, text(record.get(name)), Locations.of(record));
            }
        }
        Optional<Values> data =
                record.find(DATA).filter(Value.Struct.class::isInstance).map(Value::asStruct);
        if (data.isPresent() && data.get().has("value")) {
            return value(topic, text(data.get().get("value")), Locations.of(data.get()));
        }
        throw new MappingException("", "The feed's JSON has no value: neither last_value nor value nor data.value.");
    }

    private static FeedValue csv(AdafruitTopic.Feed topic, String payload) {
        List<List<String>> lines = CsvText.read(payload);
        if (lines.isEmpty()) {
            return value(topic, "", Optional.empty());
        }
        if (lines.size() > 1 || lines.get(0).size() > 4) {
            throw new MappingException(
                    "", "A feed's CSV is one line of value, latitude, longitude, elevation; this one is not.");
        }
        List<String> columns = lines.get(0);
        return value(topic, columns.get(0), Locations.of(columns, 1));
    }

    static GroupValues group(AdafruitTopic.Group topic, Bytes payload) {
        return topic.format() == FeedFormat.CSV
                ? groupCsv(topic, FeedText.read(payload))
                : groupJson(topic, Json.readObject(payload.toArray()));
    }

    private static GroupValues groupJson(AdafruitTopic.Group topic, Values update) {
        Map<String, String> values = new LinkedHashMap<>();
        update.struct("feeds").forEach((key, value) -> values.put(key, text(value)));
        Optional<FeedLocation> location = update.find(Locations.LOCATION)
                .filter(Value.Struct.class::isInstance)
                .flatMap(it -> Locations.of(it.asStruct()));
        return new GroupValues(topic.owner(), topic.key(), values, location);
    }

    private static GroupValues groupCsv(AdafruitTopic.Group topic, String payload) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<FeedLocation> location = Optional.empty();
        for (List<String> line : CsvText.read(payload)) {
            // A feed may have this key as well, but then its line has two columns.
            if (line.get(0).equals(Locations.LOCATION) && line.size() > 2) {
                location = Locations.of(line, 1);
            } else if (line.size() == 2) {
                values.put(line.get(0), line.get(1));
            } else {
                throw new MappingException(
                        line.get(0), "A line of a group's CSV is key,value; this one has " + line.size() + " columns.");
            }
        }
        return new GroupValues(topic.owner(), topic.key(), values, location);
    }

    /** Values are texts, but some have been seen as numbers or objects. */
    private static String text(Value value) {
        return value instanceof Value.Struct || value instanceof Value.Array ? Json.toText(value) : value.asText();
    }
}
