package org.iotconnector.core.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The types that hold several texts: lists and mappings, as YAML or as comma-separated text. */
final class CollectionTypes {
    private CollectionTypes() {}

    static ValueType<List<String>> list() {
        return new ValueType<>(
                List.class, "list", (raw, folder) -> parseList(raw), items -> String.join(",", items), false);
    }

    static ValueType<Map<String, String>> map() {
        return new ValueType<>(
                Map.class,
                "mapping",
                (raw, folder) -> Collections.unmodifiableMap(parseMap(raw)),
                entries -> entries.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(",")),
                false);
    }

    private static List<String> parseList(RawSetting raw) {
        return raw.match(
                text -> splitList(text.text()),
                mapping -> {
                    throw new BadValueException("must be a list, not a mapping");
                },
                sequence -> sequence.items().stream().map(ValueParser::text).toList(),
                invalid -> {
                    throw new BadValueException(invalid.problem());
                });
    }

    private static List<String> splitList(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            if (item.isBlank()) {
                throw new BadValueException("must be a list such as a,b,c, without empty items");
            }
            items.add(item.trim());
        }
        return List.copyOf(items);
    }

    private static Map<String, String> parseMap(RawSetting raw) {
        return raw.match(
                text -> splitMap(text.text()),
                mapping -> {
                    Map<String, String> entries = new LinkedHashMap<>();
                    mapping.entries().forEach((key, value) -> entries.put(key, ValueParser.text(value)));
                    return entries;
                },
                sequence -> {
                    throw new BadValueException("must be a mapping, not a list");
                },
                invalid -> {
                    throw new BadValueException(invalid.problem());
                });
    }

    private static Map<String, String> splitMap(String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String item : splitList(text)) {
            int equalsSign = item.indexOf('=');
            if (equalsSign < 1) {
                throw new BadValueException("must be a mapping such as a=b,c=d");
            }
            String key = item.substring(0, equalsSign).trim();
            if (entries.put(key, item.substring(equalsSign + 1).trim()) != null) {
                throw new BadValueException("must name each key once");
            }
        }
        return entries;
    }
}
