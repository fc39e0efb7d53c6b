package org.iotconnector.core.thing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.internal.thing.JsonReading;

/** What the types' checks share. */
final class TypeChecks {
    private TypeChecks() {}

    static Optional<Value> refuse(String path, Value value, DataType type, Consumer<? super Violation> problems) {
        problems.accept(new Violation(path, "is " + Coercion.describe(value), type.allowed()));
        return Optional.empty();
    }

    /** Reads {@code text} as {@code reader} does, but says what the type allows if it cannot. */
    static <T> T parse(DataType type, String text, Function<Value.Text, T> reader) {
        try {
            return reader.apply(new Value.Text(text));
        } catch (MappingException | IllegalArgumentException unreadable) {
            throw unreadable(type, text);
        }
    }

    static Value parseJson(DataType type, String text) {
        return type.check(JsonReading.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MappingException unreadable(DataType type, String text) {
        return new MappingException("", "\"" + Coercion.cut(text) + "\" cannot be read as " + type.allowed() + ".");
    }

    static String member(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
