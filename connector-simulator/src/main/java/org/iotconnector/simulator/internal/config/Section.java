package org.iotconnector.simulator.internal.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** One object of the configuration file, with its place for error messages. Every key must be a known one. */
final class Section {
    private final String path;
    private final Map<String, @Nullable Object> values;

    private Section(String path, Map<String, @Nullable Object> values, Set<String> known) {
        this.path = path;
        this.values = values;
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw error(
                        key,
                        "is not a known key; did you mean [" + Nearest.of(key, known) + "]? Known here: "
                                + String.join(", ", new TreeSet<>(known)) + ".");
            }
        }
    }

    /** Checks that {@code value} is an object with nothing but known keys. */
    static Section of(String path, @Nullable Object value, Set<String> known) {
        Map<String, @Nullable Object> values = Json.object(value)
                .orElseThrow(() -> new SimulatorConfigurationException(
                        "Simulator configuration: " + place(path) + " must be a mapping of keys to values."));
        return new Section(path, values, known);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable
    Object raw(String key) {
        return values.get(key);
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    Optional<String> text(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            // The value itself may be a secret, so it is not shown.
            throw error(key, "must be a text; put it in quotes.");
        }
        return Optional.of(text);
    }

    String requiredText(String key) {
        return text(key).orElseThrow(() -> error(key, "is missing; give a text."));
    }

    Optional<Integer> port(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Integer port) || port < 0 || port > 65_535) {
            throw error(key, "is [" + value + "], not a port; give 0 to 65535, where 0 takes a free one.");
        }
        return Optional.of(port);
    }

    /** Whole seconds, 1 or more. */
    Optional<Integer> seconds(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Integer seconds) || seconds < 1) {
            throw error(key, "is [" + value + "]; give whole seconds, 1 or more.");
        }
        return Optional.of(seconds);
    }

    Optional<Boolean> flag(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Boolean flag)) {
            throw error(key, "is [" + value + "]; give true or false.");
        }
        return Optional.of(flag);
    }

    /** Texts of a list, empty when the key is absent. */
    List<String> texts(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw error(key, "must be a list of texts.");
        }
        List<String> texts = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof String text)) {
                throw error(key, "must be a list of texts; put [" + element + "] in quotes.");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Elements of a list, empty when the key is absent. */
    List<Section> sections(String key, Set<String> known) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw error(key, "must be a list.");
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            sections.add(of(path(key) + "[" + i + "]", list.get(i), known));
        }
        return sections;
    }

    /** Elements of a list, where a bare text stands for an object with nothing but {@code shortKey}. */
    List<Section> textsOrSections(String key, String shortKey, Set<String> known) {
        Object value = values.get(key);
        if (!(value instanceof List<?> list)) {
            return sections(key, known);
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i) instanceof String text ? Map.of(shortKey, text) : list.get(i);
            sections.add(of(path(key) + "[" + i + "]", element, known));
        }
        return sections;
    }

    SimulatorConfigurationException error(String key, String problem) {
        return new SimulatorConfigurationException("Simulator configuration: [" + path(key) + "] " + problem);
    }

    private static String place(String path) {
        return path.isEmpty() ? "the file" : "[" + path + "]";
    }
}
