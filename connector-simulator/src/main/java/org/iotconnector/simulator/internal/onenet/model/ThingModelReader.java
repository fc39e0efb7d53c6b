package org.iotconnector.simulator.internal.onenet.model;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads the console's export. OneNET, "Thing model", read 2026-11. Names that differ between exports and documentation are all taken: {@code
 * input} and {@code inputData}, {@code s} and {@code sync}, {@code length} and {@code size}. Every mistake is an {@link
 * IllegalArgumentException} whose message gives the path of the member.
 */
public final class ThingModelReader {
    private static final int DEFAULT_TEXT_LENGTH = 512;
    private static final int DEFAULT_ARRAY_LENGTH = 512;

    private ThingModelReader() {}

    /** Reads a file's text. */
    public static ThingModel read(String text) {
        Object json;
        try {
            json = Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException malformed) {
            throw new IllegalArgumentException("it is not JSON: " + malformed.getMessage() + ".", malformed);
        }
        Map<String, @Nullable Object> root = object(json, "/");
        Map<String, ThingModel.Property> properties = new LinkedHashMap<>();
        features(root.get("properties"), "/properties")
                .forEach(feature -> properties.put(
                        feature.identifier(),
                        new ThingModel.Property(
                                feature.name(),
                                !"r".equals(feature.value().get("accessMode")),
                                type(feature.value().get("dataType"), feature.path() + "/dataType"))));
        Map<String, ThingModel.Event> events = new LinkedHashMap<>();
        features(root.get("events"), "/events")
                .forEach(feature -> events.put(
                        feature.identifier(),
                        new ThingModel.Event(
                                feature.name(),
                                String.valueOf(feature.value().getOrDefault("eventType", "info")),
                                members(feature, "outputData", "output"))));
        Map<String, ThingModel.Service> services = new LinkedHashMap<>();
        features(root.get("services"), "/services")
                .forEach(feature -> services.put(
                        feature.identifier(),
                        new ThingModel.Service(
                                feature.name(),
                                !Set.of("a", "async")
                                        .contains(String.valueOf(feature.value().get("callType"))),
                                members(feature, "input", "inputData"),
                                members(feature, "output", "outputData"))));
        return new ThingModel(properties, events, services);
    }

    private record Feature(String identifier, Map<String, @Nullable Object> value, String path) {
        String name() {
            return String.valueOf(value.getOrDefault("name", identifier));
        }
    }

    private static List<Feature> features(@Nullable Object value, String path) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("[" + path + "] must be a list.");
        }
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String here = path + "/" + i;
            Map<String, @Nullable Object> feature = object(list.get(i), here);
            if (!(feature.get("identifier") instanceof String identifier) || identifier.isEmpty()) {
                throw new IllegalArgumentException("[" + here + "/identifier] must be a text.");
            }
            features.add(new Feature(identifier, feature, here));
        }
        return features;
    }

    private static Map<String, DataType> members(Feature feature, String name, String otherName) {
        String present = feature.value().containsKey(name) ? name : otherName;
        return members(feature.value().get(present), feature.path() + "/" + present);
    }

    private static Map<String, DataType> members(@Nullable Object value, String path) {
        Map<String, DataType> members = new LinkedHashMap<>();
        features(value, path)
                .forEach(feature -> members.put(
                        feature.identifier(), type(feature.value().get("dataType"), feature.path() + "/dataType")));
        return members;
    }

    private static DataType type(@Nullable Object value, String path) {
        Map<String, @Nullable Object> type = object(value, path);
        return type(String.valueOf(type.get("type")), type.get("specs"), path);
    }

    private static DataType type(String name, @Nullable Object specs, String path) {
        return switch (name) {
            case "int32" -> whole(name, specs, path, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "int64" -> whole(name, specs, path, Long.MIN_VALUE, Long.MAX_VALUE);
            case "date", "bitMap" -> whole(name, specs, path, 0, Long.MAX_VALUE);
            case "float", "double" ->
                new DataType.Numeric(name, false, decimal(specs, "min", path), decimal(specs, "max", path));
            case "bool" -> new DataType.Bool();
            case "enum" ->
                new DataType.Enumeration(
                        Set.copyOf(object(specs, path + "/specs").keySet()));
            case "string" -> new DataType.Text(size(specs, "length", DEFAULT_TEXT_LENGTH, path));
            case "struct" -> new DataType.Struct(members(specs, path + "/specs"));
            case "array" -> array(object(specs, path + "/specs"), path + "/specs");
            default ->
                throw new IllegalArgumentException("[" + path + "/type] is [" + name
                        + "]; known are int32, int64, float, double, date, bool, enum, bitMap, string, struct, array.");
        };
    }

    private static DataType whole(String name, @Nullable Object specs, String path, long least, long greatest) {
        BigDecimal min = decimal(specs, "min", path);
        BigDecimal max = decimal(specs, "max", path);
        return new DataType.Numeric(
                name,
                true,
                min == null ? BigDecimal.valueOf(least) : min,
                max == null ? BigDecimal.valueOf(greatest) : max);
    }

    private static DataType array(Map<String, @Nullable Object> specs, String path) {
        String lengthName = specs.containsKey("length") ? "length" : "size";
        return new DataType.Array(
                type(String.valueOf(specs.get("type")), specs.get("specs"), path),
                size(specs, lengthName, DEFAULT_ARRAY_LENGTH, path));
    }

    private static int size(@Nullable Object specs, String member, int otherwise, String path) {
        BigDecimal size = decimal(specs, member, path);
        return size == null ? otherwise : size.intValue();
    }

    private static @Nullable BigDecimal decimal(@Nullable Object specs, String member, String path) {
        Object value = Json.object(specs).map(map -> map.get(member)).orElse(null);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(value.toString().strip());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "[" + path + "/specs/" + member + "] is [" + value + "], not a number.", notANumber);
        }
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value, String path) {
        return Json.object(value).orElseThrow(() -> new IllegalArgumentException("[" + path + "] must be an object."));
    }
}
