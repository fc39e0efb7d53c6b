package org.iotconnector.simulator.testing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;

/** The golden values of Adafruit IO; each entry of the file names its source. */
public final class AdafruitVectors {
    private AdafruitVectors() {}

    /** One of them. */
    public record Vector(Map<String, @Nullable Object> members) {
        /** A member as it is. */
        public @Nullable Object get(String key) {
            return members.get(key);
        }

        /** Whether there is such a member. */
        public boolean has(String key) {
            return members.containsKey(key);
        }

        /** A member as text; {@code {"repeat":…,"times":…}} is spelled out. */
        public String text(String key) {
            return AdafruitVectors.text(members.get(key));
        }

        /** A member as a whole number. */
        public int number(String key) {
            return ((Number) Objects.requireNonNull(members.get(key))).intValue();
        }

        /** A member as an object. */
        public Map<String, @Nullable Object> object(String key) {
            return Json.object(members.get(key)).orElseThrow();
        }
    }

    /** Reads one list of the file, such as {@code keys/from_name}. */
    public static List<Vector> list(String path) {
        Object found = all();
        for (String step : path.split("/", -1)) {
            found = Json.object(found).orElseThrow().get(step);
        }
        List<Vector> vectors = ((List<?>) Objects.requireNonNull(found, path))
                .stream()
                        .map(entry -> new Vector(Json.object(entry).orElseThrow()))
                        .toList();
        if (vectors.isEmpty()) {
            throw new AssertionError("no vectors in " + path);
        }
        return vectors;
    }

    /** As {@link #list}, for parameterized tests. */
    public static Stream<Named<Vector>> named(String path) {
        return list(path).stream().map(vector -> Named.of(name(vector), vector));
    }

    /** Spells a text of the file out. */
    public static String text(@Nullable Object value) {
        return Json.object(value)
                .map(object -> String.valueOf(object.get("repeat"))
                        .repeat(((Number) Objects.requireNonNull(object.get("times"))).intValue()))
                .orElseGet(() -> String.valueOf(value));
    }

    private static String name(Vector vector) {
        String text = Json.text(vector.members());
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }

    private static @Nullable Object all() {
        try (InputStream file = AdafruitVectors.class.getResourceAsStream("/adafruit-vectors.json")) {
            return Json.read(Objects.requireNonNull(file).readAllBytes());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
