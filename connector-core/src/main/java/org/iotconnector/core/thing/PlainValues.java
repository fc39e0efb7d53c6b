package org.iotconnector.core.thing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values from and to plain Java objects. */
final class PlainValues {
    /** A list that holds itself must give an error, not a stack overflow; JSON has the same limit. */
    static final int MAX_DEPTH = 32;

    private PlainValues() {}

    static Value toValue(String name, Object value) {
        try {
            return toValue(value, 0);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("The value of \"" + name + "\": " + refused.getMessage(), refused);
        }
    }

    static Value toValue(@Nullable Object value, int depth) {
        if (value instanceof Value it) {
            return it;
        } else if (value instanceof String it) {
            return new Value.Text(it);
        } else if (value instanceof Boolean it) {
            return new Value.Bool(it);
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte) {
            return new Value.Int(((Number) value).longValue());
        } else if (value instanceof Double it) {
            return new Value.Float64(it);
        } else if (value instanceof Float it) {
            return new Value.Float32(it);
        } else if (value instanceof Instant it) {
            return new Value.Date(it);
        } else if (value instanceof Values it) {
            return new Value.Struct(it);
        } else if (value instanceof Map<?, ?> it) {
            return new Value.Struct(toValues(it, depth + 1));
        } else if (value instanceof List<?> it) {
            return toArray(it, depth + 1);
        }
        throw new IllegalArgumentException(
                (value == null ? "null is not a value; leave it out." : className(value) + " is not a value.")
                        + " Use Boolean, Byte, Short, Integer, Long, Float, Double, String, Instant, Values, Map, List"
                        + " or Value.");
    }

    private static Value toArray(List<?> list, int depth) {
        checkDepth(depth);
        List<Value> items = new ArrayList<>(list.size());
        for (Object item : list) {
            items.add(toValue(item, depth));
        }
        return new Value.Array(items);
    }

    static Values toValues(Map<?, ?> map, int depth) {
        checkDepth(depth);
        Values.Builder builder = Values.builder();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException(
                        "Names must be texts, but a key of the map is " + className(key) + ".");
            }
            builder.put(name, toValue(value, depth));
        });
        return builder.build();
    }

    private static void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("Values may be nested at most " + MAX_DEPTH + " levels deep.");
        }
    }

    static String className(@Nullable Object object) {
        return object == null ? "null" : object.getClass().getName();
    }

    static Object toPlain(Value value) {
        return value.match(
                it -> it.value(),
                it -> it.value(),
                it -> it.value(),
                it -> it.value(),
                it -> it.value(),
                it -> it.value().toEpochMilli(),
                it -> toPlain(it.value()),
                it -> it.value().stream().map(PlainValues::toPlain).toList());
    }

    static Map<String, Object> toPlain(Values values) {
        Map<String, Object> map = new LinkedHashMap<>();
        values.forEach((name, value) -> map.put(name, toPlain(value)));
        return Collections.unmodifiableMap(map);
    }
}
