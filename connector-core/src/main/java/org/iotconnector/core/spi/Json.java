package org.iotconnector.core.spi;

import java.nio.charset.StandardCharsets;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.internal.thing.JsonReading;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * Values from and to JSON, the way all providers do it.
 *
 * <p>Reading is strict: RFC 8259 in UTF-8, at most 1 MiB and 32 levels, no comments, no duplicate names, nothing after
 * the value. A number with neither fraction nor exponent is an Int, or a Float64 if it needs more than 64 bits; any
 * other number is a Float64. A member that is {@code null} counts as absent; {@code null} elsewhere is an error. Every
 * defect is a {@link MappingException} that gives the JSON pointer where one is known, the byte where it was noticed
 * and the reason.
 *
 * <p>Writing turns floats into the fewest digits that name them, always with a decimal point. Thread-safe.
 */
public final class Json {
    private Json() {}

    /** Reads any value but {@code null}. */
    public static Value read(byte[] json) {
        return JsonReading.read(json);
    }

    /**
     * Reads what an application API answered, which may be larger and less tidy than a message: null items of arrays are
     * left out, and so are members whose name {@link Values} does not take. All else is as strict as {@link #read(byte[])}.
     *
     * @param largest how many bytes are read at most, 1 or more
     */
    public static Value readLenient(byte[] json, int largest) {
        return JsonReading.readLenient(json, largest);
    }

    /** Reads an object; anything else is a {@link MappingException}. */
    public static Values readObject(byte[] json) {
        Value value = JsonReading.read(json);
        if (value instanceof Value.Struct it) {
            return it.value();
        }
        throw new MappingException("", "The payload must be a JSON object but is " + kind(value) + ".");
    }

    /** The value in plain form, as UTF-8. */
    public static byte[] write(Value value) {
        return JsonWriter.create().value(value).finish();
    }

    /** The values as an object in plain form, as UTF-8. */
    public static byte[] write(Values values) {
        return JsonWriter.create().value(values).finish();
    }

    /** The value in plain form, as text. */
    public static String toText(Value value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    private static String kind(Value value) {
        return value.match(
                it -> "a boolean",
                it -> "a number",
                it -> "a number",
                it -> "a number",
                it -> "a text",
                it -> "a date",
                it -> "an object",
                it -> "an array");
    }
}
