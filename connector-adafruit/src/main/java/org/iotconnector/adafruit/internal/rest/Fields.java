package org.iotconnector.adafruit.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** Members of the platform's records, read leniently: what is not there or of another form is empty. */
public final class Fields {
    private Fields() {}

    /** A text, or a number or boolean as text. */
    public static Optional<String> text(Values values, String name) {
        return values.find(name)
                .filter(value -> !(value instanceof Value.Struct || value instanceof Value.Array))
                .map(Value::asText);
    }

    /** As {@link #text}; empty for what is missing. */
    public static String plainText(Values values, String name) {
        return text(values, name).orElse("");
    }

    /** A boolean, or the texts the platform's clients use for one: true, false, on, off, 1, 0 in any case. */
    public static Optional<Boolean> bool(Values values, String name) {
        return text(values, name).flatMap(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "on", "1" -> Optional.of(true);
            case "false", "off", "0" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A whole number, also as text. */
    public static OptionalLong whole(Values values, String name) {
        try {
            Optional<Value> value = values.find(name);
            return value.isPresent()
                    ? OptionalLong.of(Long.parseLong(value.get().asText()))
                    : OptionalLong.empty();
        } catch (NumberFormatException | MappingException other) {
            return OptionalLong.empty();
        }
    }

    /** A finite number, also as text. */
    public static OptionalDouble number(Values values, String name) {
        Optional<String> text = text(values, name);
        return text.isPresent() ? number(text.get()) : OptionalDouble.empty();
    }

    /** A finite number. */
    public static OptionalDouble number(String text) {
        try {
            double number = Double.parseDouble(text.strip());
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    /** A time in any of the platform's forms. */
    public static Optional<Instant> time(Values values, String name) {
        return text(values, name).flatMap(PlatformTimes::find);
    }

    /** An object. */
    public static Optional<Values> struct(Values values, String name) {
        return values.find(name).filter(Value.Struct.class::isInstance).map(value -> ((Value.Struct) value).value());
    }

    /** The objects of an array; others are left out. */
    public static List<Values> structs(Values values, String name) {
        return values.find(name).map(Fields::structs).orElse(List.of());
    }

    static List<Values> structs(Value value) {
        return items(value).stream()
                .filter(Value.Struct.class::isInstance)
                .map(item -> ((Value.Struct) item).value())
                .collect(Collectors.toUnmodifiableList());
    }

    /** The plain items of an array as text; others are left out. */
    public static List<String> texts(Values values, String name) {
        return values.find(name).map(Fields::texts).orElse(List.of());
    }

    /** The plain items of an array as text; others are left out. */
    public static List<String> texts(Value value) {
        return items(value).stream()
                .filter(item -> !(item instanceof Value.Struct || item instanceof Value.Array))
                .map(Value::asText)
                .toList();
    }

    /** The items of an array. */
    public static List<Value> items(Values values, String name) {
        return values.find(name).map(Fields::items).orElse(List.of());
    }

    private static List<Value> items(Value value) {
        return value instanceof Value.Array array ? array.value() : List.of();
    }
}
