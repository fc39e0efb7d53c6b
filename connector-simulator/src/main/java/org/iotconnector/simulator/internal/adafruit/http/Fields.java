package org.iotconnector.simulator.internal.adafruit.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Named values of a query or a body. Null and missing mean the same, since the Python client always sends all members. Numbers and truth
 * values may come as text, since forms have nothing else. Every mistake names the member.
 */
final class Fields {
    private final Map<String, ? extends @Nullable Object> values;

    Fields(Map<String, ? extends @Nullable Object> values) {
        this.values = values;
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    /** As it came; null if it is not there. */
    @Nullable
    Object raw(String name) {
        return values.get(name);
    }

    /** As text: numbers, truth values, objects and lists as compact JSON. */
    @Nullable
    String text(String name) {
        Object value = values.get(name);
        if (value == null) {
            return null;
        }
        return value instanceof String text ? text : Json.text(value);
    }

    /** A text that must be there. */
    String requiredText(String name) {
        String text = text(name);
        if (text == null || text.isEmpty()) {
            throw ApiFailure.invalid(name + " is missing");
        }
        return text;
    }

    /** True for {@code true}, {@code ON} and {@code 1}, false for {@code false}, {@code OFF} and {@code 0}, in any case. */
    @Nullable
    Boolean flag(String name) {
        String text = text(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "on", "1" -> true;
            case "false", "off", "0" -> false;
            default -> throw ApiFailure.invalid(name + " is [" + text + "], expected true or false");
        };
    }

    /** A whole number of up to nine digits. */
    @Nullable
    Integer whole(String name) {
        String text = text(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!text.matches("-?[0-9]{1,9}")) {
            throw ApiFailure.invalid(name + " is [" + text + "], expected a whole number");
        }
        return Integer.valueOf(text);
    }

    /** A finite number. */
    @Nullable
    Double decimal(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            double number = Double.parseDouble(text.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Told below, together with the infinities.
        }
        throw ApiFailure.invalid(name + " is [" + text + "], expected a number");
    }

    /** A time, see {@link Times#parse}. */
    @Nullable
    Instant time(String name) {
        String text = text(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Times.parse(text)
                .orElseThrow(() ->
                        ApiFailure.invalid(name + " is [" + text + "], expected a time such as 2026-03-01T12:00:00Z"));
    }

    /** An object; empty if it is anything else. */
    Optional<Fields> object(String name) {
        return Json.object(values.get(name)).map(Fields::new);
    }

    /** A list; empty if it is anything else. */
    Optional<List<?>> list(String name) {
        return values.get(name) instanceof List<?> list ? Optional.of(list) : Optional.empty();
    }

    /** Objects of a list that must be there and hold nothing else. */
    static List<Fields> objects(@Nullable Object list, String name) {
        if (!(list instanceof List<?> entries)) {
            throw ApiFailure.invalid(name + " must be a list");
        }
        return entries.stream()
                .map(entry -> Json.object(entry)
                        .map(Fields::new)
                        .orElseThrow(() -> ApiFailure.invalid(name + " must be a list of objects")))
                .toList();
    }
}
