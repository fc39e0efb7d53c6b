package org.iotconnector.onenet;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** The platform's golden values: published ones, and ones composed and recomputed for the purpose. */
public final class Vectors {
    private Vectors() {}

    /** Those whose name begins with {@code prefix}. */
    public static Stream<Vector> named(String prefix) {
        return read().asList().stream()
                .map(Value::asStruct)
                .filter(vector -> vector.text("name").startsWith(prefix))
                .map(vector -> new Vector(vector.text("name"), vector.struct("inputs"), vector.struct("expected")));
    }

    /** The one of that name. */
    public static Vector get(String name) {
        return named(name)
                .filter(vector -> vector.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Value read() {
        try (InputStream file = Vectors.class.getResourceAsStream("/onenet-vectors.json")) {
            if (file == null) {
                throw new IllegalStateException("onenet-vectors.json is missing among the test resources.");
            }
            return Json.read(file.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One golden value. */
    public record Vector(String name, Values inputs, Values expected) {
        @Override
        public String toString() {
            return name;
        }
    }
}
