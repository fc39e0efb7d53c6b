package org.iotconnector.core.internal.thing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Reads one JSON text into a value; every defect is a {@link MappingException} that says where and why. */
public final class JsonReading {
    private final JsonParser parser;
    private final byte[] json;
    private final boolean lenient;

    private JsonReading(JsonParser parser, byte[] json, boolean lenient) {
        this.parser = parser;
        this.json = json;
        this.lenient = lenient;
    }

    public static Value read(byte[] json) {
        return read(json, JsonSyntax.MAX_BYTES, false);
    }

    public static Value readLenient(byte[] json, int largest) {
        return read(json, largest, true);
    }

    private static Value read(byte[] json, int largest, boolean lenient) {
        if (json.length > largest) {
            throw new MappingException(
                    "", "The JSON text has " + json.length + " bytes; at most " + largest + " are read.");
        }
        Utf8.check(json);
        try (JsonParser parser = JsonSyntax.FACTORY.createParser(ObjectReadContext.empty(), json)) {
            return new JsonReading(parser, json, lenient).document();
        }
    }

    private Value document() {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new MappingException("", "The JSON text is empty.");
            }
            Value value = value(first, 1);
            if (value == null) {
                throw new MappingException("", "The JSON text is null, which is not a value.");
            }
            if (parser.nextToken() != null) {
                long offset = parser.currentTokenLocation().getByteOffset();
                throw new MappingException("", "After the JSON value more follows, from byte " + offset + ".");
            }
            return value;
        } catch (JacksonException broken) {
            throw describe(broken);
        }
    }

    /** Null stands for JSON's null. */
    private @Nullable Value value(JsonToken token, int depth) {
        return switch (token) {
            case START_OBJECT -> new Value.Struct(object(depth));
            case START_ARRAY -> new Value.Array(array(depth));
            case VALUE_STRING -> text();
            case VALUE_TRUE -> new Value.Bool(true);
            case VALUE_FALSE -> new Value.Bool(false);
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_NULL -> null;
            default -> throw new MappingException(pointer(), "This is not a JSON value.");
        };
    }

    private Values object(int depth) {
        checkDepth(depth);
        Values.Builder values = Values.builder();
        Set<String> absent = Set.of();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            if (values.has(name) || absent.contains(name)) {
                throw new MappingException(pointer(), "The name is there twice in one object.");
            }
            Value value = value(parser.nextToken(), depth + 1);
            if (value == null) {
                // A member that is null counts as absent: platforms write both for "nothing to say".
                absent = absent.isEmpty() ? new HashSet<>() : absent;
                absent.add(name);
            } else {
                put(values, name, value);
            }
        }
        return values.build();
    }

    private void put(Values.Builder values, String name, Value value) {
        try {
            values.put(name, value);
        } catch (IllegalArgumentException badName) {
            if (lenient) {
                return;
            }
            throw new MappingException(pointer(), "The name cannot be used: " + badName.getMessage());
        }
    }

    private List<Value> array(int depth) {
        checkDepth(depth);
        List<Value> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Value item = value(token, depth + 1);
            if (item != null) {
                items.add(item);
            } else if (!lenient) {
                throw new MappingException(pointer(), "An item of an array must not be null.");
            }
        }
        return items;
    }

    private void checkDepth(int depth) {
        if (depth > JsonSyntax.MAX_DEPTH) {
            throw new MappingException(
                    pointer(), "Objects and arrays are nested deeper than " + JsonSyntax.MAX_DEPTH + " levels.");
        }
    }

    private Value text() {
        try {
            return new Value.Text(parser.getString());
        } catch (IllegalArgumentException broken) {
            throw new MappingException(pointer(), String.valueOf(broken.getMessage()));
        }
    }

    private Value whole() {
        return switch (parser.getNumberType()) {
            case INT, LONG -> new Value.Int(parser.getLongValue());
            default -> decimal();
        };
    }

    private Value decimal() {
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw new MappingException(pointer(), "The number is too large: it is beyond ±1.8e308.");
        }
        return new Value.Float64(number);
    }

    private String pointer() {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    /** In own words: the parser's speak of its own settings and may repeat parts of the payload. */
    private MappingException describe(JacksonException broken) {
        if (broken instanceof UnexpectedEndOfInputException) {
            return new MappingException(pointer(), "The JSON text ends too early, at byte " + json.length + ".");
        }
        if (broken instanceof StreamConstraintsException) {
            return new MappingException(
                    pointer(), "A name or number in the JSON text is too long, or there are too many names.");
        }
        // The parser stands behind the byte it stumbled over.
        long behind = Math.max(1, Math.min(parser.currentLocation().getByteOffset(), json.length));
        int offset = (int) behind - 1;
        return new MappingException(pointer(), "This is not JSON, near byte " + offset + found(offset) + ".");
    }

    private String found(int offset) {
        int found = json[offset] & 0xff;
        return found > ' ' && found < 0x7f ? String.format(" ('%c')", found) : String.format(" (byte 0x%02x)", found);
    }
}
