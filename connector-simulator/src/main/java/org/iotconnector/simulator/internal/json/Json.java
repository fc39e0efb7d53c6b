package org.iotconnector.simulator.internal.json;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as plain values: {@code Map} in document order, {@code List}, {@code String}, {@code Number}, {@code Boolean}, null. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * Reads one JSON text.
     *
     * @throws IOException if it is not JSON; the message says where
     */
    public static @Nullable Object read(byte[] text) throws IOException {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (JacksonException malformed) {
            throw new IOException(malformed.getOriginalMessage(), malformed);
        }
    }

    /** Writes plain values as compact JSON in UTF-8. */
    public static byte[] write(@Nullable Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Writes plain values as compact JSON. */
    public static String text(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The value as an object, empty if it is anything else. */
    public static Optional<Map<String, @Nullable Object>> object(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        @SuppressWarnings("unchecked") // a map that came from JSON has text keys
        Map<String, @Nullable Object> object = (Map<String, @Nullable Object>) map;
        return Optional.of(object);
    }
}
