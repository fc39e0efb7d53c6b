package org.iotconnector.aliyun.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** The platform's golden values: published ones, and ones composed and recomputed for the purpose. */
final class Vectors {
    private Vectors() {}

    static Stream<Vector> ofKind(String kind) {
        return read().asList().stream()
                .map(Value::asStruct)
                .filter(vector -> vector.text("kind").equals(kind))
                .map(vector -> new Vector(vector.text("name"), vector.struct("inputs"), vector.struct("expected")));
    }

    private static Value read() {
        try (InputStream file = Vectors.class.getResourceAsStream("/aliyun-vectors.json")) {
            if (file == null) {
                throw new IllegalStateException("aliyun-vectors.json is missing among the test resources.");
            }
            return Json.read(file.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    record Vector(String name, Values inputs, Values expected) {
        @Override
        public String toString() {
            return name;
        }
    }
}
