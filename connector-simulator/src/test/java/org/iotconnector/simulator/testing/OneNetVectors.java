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

/** The golden values of OneNET; each entry of the file names its source. */
public final class OneNetVectors {
    private OneNetVectors() {}

    /** One of them. */
    public record Vector(String name, Map<String, @Nullable Object> inputs, Map<String, @Nullable Object> expected) {
        /** An input as text. */
        public String input(String key) {
            return String.valueOf(inputs.get(key));
        }

        /** An expected value as text. */
        public String expected(String key) {
            return String.valueOf(expected.get(key));
        }
    }

    /** All whose names begin so; there must be one. */
    public static List<Vector> startingWith(String prefix) {
        try (InputStream file = OneNetVectors.class.getResourceAsStream("/onenet-vectors.json")) {
            List<?> all = (List<?>) Objects.requireNonNull(
                    Json.read(Objects.requireNonNull(file).readAllBytes()));
            List<Vector> found = all.stream()
                    .map(entry -> Json.object(entry).orElseThrow())
                    .map(entry -> new Vector(
                            String.valueOf(entry.get("name")),
                            Json.object(entry.get("inputs")).orElseThrow(),
                            Json.object(entry.get("expected")).orElseThrow()))
                    .filter(vector -> vector.name().startsWith(prefix))
                    .toList();
            if (found.isEmpty()) {
                throw new AssertionError("no vector is named " + prefix);
            }
            return found;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** As {@link #startingWith}, for parameterized tests. */
    public static Stream<Named<Vector>> named(String prefix) {
        return startingWith(prefix).stream().map(vector -> Named.of(vector.name(), vector));
    }

    /** The one of this name. */
    public static Vector one(String name) {
        return startingWith(name).stream()
                .filter(vector -> vector.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
