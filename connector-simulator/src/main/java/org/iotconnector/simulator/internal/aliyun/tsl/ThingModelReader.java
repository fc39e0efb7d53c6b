package org.iotconnector.simulator.internal.aliyun.tsl;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads TSL files: one object, or a list of them, one per module. Alibaba Cloud, "TSL", read 2026-11-21. Every mistake is an {@link
 * IllegalArgumentException} whose message gives the path of the member.
 */
public final class ThingModelReader {
    /** Generated for every product and not features of the device. */
    private static final Set<String> GENERATED_SERVICES = Set.of("set", "get");

    private static final int DEFAULT_TEXT_LENGTH = 10_240;
    private static final int DEFAULT_ARRAY_SIZE = 512;

    private final Map<String, DataType> properties = new LinkedHashMap<>();
    private final Map<String, Map<String, DataType>> events = new LinkedHashMap<>();
    private final Map<String, ThingModel.Service> services = new LinkedHashMap<>();

    private ThingModelReader() {}

    /** Reads a file's text. */
    public static ThingModel read(String text) {
        Object root;
        try {
            root = Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException malformed) {
            throw new IllegalArgumentException("it is not JSON: " + malformed.getMessage() + ".", malformed);
        }
        ThingModelReader reader = new ThingModelReader();
        List<?> modules = root instanceof List<?> list ? list : Collections.singletonList(root);
        for (int i = 0; i < modules.size(); i++) {
            reader.module(object(modules.get(i), "/" + i));
        }
        return new ThingModel(reader.properties, reader.events, reader.services);
    }

    private void module(Map<String, @Nullable Object> module) {
        Object block = module.get("functionBlockId");
        // The default module's features keep their bare identifiers on the wire.
        String prefix = block == null || "default".equals(block) ? "" : block + ":";
        features(module, "properties")
                .forEach(feature -> properties.put(
                        prefix + feature.identifier(),
                        type(feature.value().get("dataType"), feature.path() + "/dataType")));
        features(module, "events").forEach(feature -> {
            if (!feature.identifier().equals("post")) {
                events.put(
                        prefix + feature.identifier(),
                        members(feature.value().get("outputData"), feature.path() + "/outputData"));
            }
        });
        features(module, "services").forEach(feature -> {
            if (!GENERATED_SERVICES.contains(feature.identifier())) {
                boolean synchronous = "sync".equals(feature.value().get("callType"));
                services.put(
                        prefix + feature.identifier(),
                        new ThingModel.Service(
                                synchronous, members(feature.value().get("inputData"), feature.path() + "/inputData")));
            }
        });
    }

    private record Feature(String identifier, Map<String, @Nullable Object> value, String path) {}

    private static List<Feature> features(Map<String, @Nullable Object> parent, String name) {
        return list(parent.get(name), "/" + name);
    }

    private static List<Feature> list(@Nullable Object value, String path) {
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

    private static Map<String, DataType> members(@Nullable Object value, String path) {
        Map<String, DataType> members = new LinkedHashMap<>();
        list(value, path)
                .forEach(feature -> members.put(
                        feature.identifier(), type(feature.value().get("dataType"), feature.path() + "/dataType")));
        return members;
    }

    private static DataType type(@Nullable Object value, String path) {
        Map<String, @Nullable Object> type = object(value, path);
        Object name = type.get("type");
        Object specs = type.get("specs");
        return switch (String.valueOf(name)) {
            case "int", "int32" -> number(6306, true, specs, path);
            case "float" -> number(6307, false, specs, path);
            case "double" -> number(6322, false, specs, path);
            case "bool" -> new DataType.Bool();
            case "enum" ->
                new DataType.Enumeration(
                        Set.copyOf(object(specs, path + "/specs").keySet()));
            case "text" -> new DataType.Text(size(specs, "length", DEFAULT_TEXT_LENGTH, path));
            case "date" -> new DataType.Date();
            case "struct" -> new DataType.Struct(members(specs, path + "/specs"));
            case "array" ->
                new DataType.Array(
                        type(object(specs, path + "/specs").get("item"), path + "/specs/item"),
                        size(specs, "size", DEFAULT_ARRAY_SIZE, path));
            default ->
                throw new IllegalArgumentException("[" + path + "/type] is [" + name
                        + "]; known are int, float, double, bool, enum, text, date, struct, array.");
        };
    }

    private static DataType number(int code, boolean whole, @Nullable Object specs, String path) {
        return new DataType.Numeric(code, whole, decimal(specs, "min", path), decimal(specs, "max", path));
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
