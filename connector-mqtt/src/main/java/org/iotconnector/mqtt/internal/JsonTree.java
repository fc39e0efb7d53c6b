package org.iotconnector.mqtt.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** A JSON object that grows as values are put at pointers; it makes objects on the way, never arrays. Not thread-safe. */
final class JsonTree {
    private final Map<String, Object> root = new LinkedHashMap<>();

    /** A tree that begins with {@code start}. */
    JsonTree(Values start) {
        copy(start, root);
    }

    private static void copy(Values from, Map<String, Object> to) {
        from.forEach((name, value) -> {
            if (value instanceof Value.Struct it) {
                Map<String, Object> inner = new LinkedHashMap<>();
                copy(it.value(), inner);
                to.put(name, inner);
            } else {
                to.put(name, value);
            }
        });
    }

    /**
     * Puts a value.
     *
     * @throws MappingException if something that is no object stands in the way
     */
    void put(JsonPointer pointer, Value value) {
        List<String> tokens = pointer.tokens();
        Map<String, Object> place = root;
        for (String token : tokens.subList(0, tokens.size() - 1)) {
            Object next = place.computeIfAbsent(token, name -> new LinkedHashMap<String, Object>());
            if (!(next instanceof Map)) {
                throw new MappingException(pointer.text(), "Another value stands at " + token + " already.");
            }
            @SuppressWarnings("unchecked") // Only this class puts maps in, always of this type.
            Map<String, Object> inner = (Map<String, Object>) next;
            place = inner;
        }
        place.put(tokens.get(tokens.size() - 1), value);
    }

    Bytes toBytes() {
        return Bytes.copyOf(Json.write(Values.copyOf(root)));
    }
}
