package org.iotconnector.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.SettingBuilder;
import org.iotconnector.core.spi.Json;
import org.iotconnector.mqtt.internal.JsonPointer;
import org.iotconnector.mqtt.internal.TopicTemplate;

/** What several settings of the platform have in common: topic templates, pointers, qualities of service, and their checks. */
final class SettingForms {
    static final String PROPERTY = "property";
    static final String EVENT = "event";
    static final String SERVICE = "service";
    private static final Set<String> OWN = Set.of("deviceName", "clientId", "username");

    private SettingForms() {}

    /** The names that may stand in a template for {@code variable}. */
    static Set<String> placeholders(String variable) {
        Set<String> all = new HashSet<>(OWN);
        all.add(variable);
        return all;
    }

    static SettingBuilder<String> template(String key, String variable) {
        return Setting.text(key)
                .check(text -> text.isEmpty() ? Optional.empty() : problem(text, placeholders(variable)));
    }

    static SettingBuilder<Map<String, String>> templates(String key, String variable) {
        return Setting.map(key)
                .check(all -> all.entrySet().stream()
                        .map(entry -> problem(entry.getValue(), placeholders(variable))
                                .map(problem -> problem + " (" + entry.getKey() + ")"))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    static SettingBuilder<Integer> qos(String key, String description) {
        return Setting.integer(key).description(description).defaultValue(1).range(0, 2);
    }

    static Optional<String> problem(String template, Set<String> allowed) {
        try {
            TopicTemplate.parse(template, allowed);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    static Optional<String> pointerProblem(String pointer) {
        try {
            JsonPointer.parse(pointer);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    static Optional<String> pointersProblem(Map<String, String> pointers) {
        return pointers.values().stream()
                .map(SettingForms::pointerProblem)
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<String> objectProblem(String json) {
        try {
            Json.readObject(json.getBytes(StandardCharsets.UTF_8));
            return Optional.empty();
        } catch (MappingException wrong) {
            return Optional.of("must be a JSON object: " + wrong.getMessage());
        }
    }

    static Optional<String> wordsProblem(String words) {
        String[] two = words.split("/", -1);
        boolean good = two.length == 2 && !two[0].isEmpty() && !two[1].isEmpty() && !two[0].equalsIgnoreCase(two[1]);
        return good ? Optional.empty() : Optional.of("must be two different words such as ON/OFF");
    }
}
