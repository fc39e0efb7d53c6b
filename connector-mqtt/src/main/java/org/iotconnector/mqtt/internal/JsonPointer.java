package org.iotconnector.mqtt.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.thing.Value;

/**
 * A JSON pointer, RFC 6901: {@code /a/b} is member b of member a, the empty one the whole document. Members without a
 * name are not supported. Immutable.
 *
 * @param text as written
 * @param tokens the names on the way, unescaped
 */
public record JsonPointer(String text, List<String> tokens) {
    public JsonPointer {
        tokens = List.copyOf(tokens);
    }

    /**
     * Reads a pointer.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static JsonPointer parse(String text) {
        if (text.isEmpty()) {
            return new JsonPointer(text, List.of());
        }
        if (text.charAt(0) != '/') {
            throw new IllegalArgumentException("must begin with a slash, such as /" + text);
        }
        List<String> tokens = new ArrayList<>();
        for (String token : text.substring(1).split("/", -1)) {
            if (token.isEmpty()) {
                throw new IllegalArgumentException(
                        "must not name a member without a name (two slashes in a row or one at the end)");
            }
            if (token.replace("~0", "").replace("~1", "").indexOf('~') >= 0) {
                throw new IllegalArgumentException("must write '~' as ~0 (RFC 6901)");
            }
            tokens.add(token.replace("~1", "/").replace("~0", "~"));
        }
        return new JsonPointer(text, tokens);
    }

    /** The pointer that {@code template} is for {@code property}. */
    public static JsonPointer of(String template, String property) {
        String escaped = property.replace("~", "~0").replace("/", "~1");
        return parse(template.replace("{property}", escaped));
    }

    /** What stands there in {@code document}; an array's item by its number. */
    public Optional<Value> find(Value document) {
        Value value = document;
        for (String token : tokens) {
            Optional<Value> next = member(value, token);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            value = next.get();
        }
        return Optional.of(value);
    }

    private static Optional<Value> member(Value value, String token) {
        if (value instanceof Value.Struct it) {
            return it.value().find(token);
        }
        if (value instanceof Value.Array it && token.matches("0|[1-9][0-9]{0,8}")) {
            int index = Integer.parseInt(token);
            return index < it.value().size() ? Optional.of(it.value().get(index)) : Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
