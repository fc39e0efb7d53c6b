package org.iotconnector.adafruit;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** The platform's golden cases: documented ones, observed ones, and ones chosen where the platform is silent. */
public final class Vectors {
    private Vectors() {}

    /** The cases of a list, such as {@code keys/from_name}. */
    public static Stream<Values> list(String path) {
        Value at = read();
        for (String name : path.split("/", -1)) {
            at = at.asStruct().get(name);
        }
        return at.asList().stream().map(Value::asStruct);
    }

    /** A text, which may be given as one that is repeated. */
    public static String text(Values vector, String name) {
        Value value = vector.get(name);
        return value instanceof Value.Struct repeated
                ? repeated.value().text("repeat").repeat(repeated.value().integer("times"))
                : value.asText();
    }

    private static Value read() {
        try (InputStream file = Vectors.class.getResourceAsStream("/adafruit-vectors.json")) {
            if (file == null) {
                throw new IllegalStateException("adafruit-vectors.json is missing among the test resources.");
            }
            return Json.read(file.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the case says it happened, or nothing. */
    public static FeedLocation location(Values at) {
        List<Double> numbers =
                Stream.of("lat", "lon", "ele").filter(at::has).map(at::number).toList();
        return numbers.size() == 3
                ? FeedLocation.of(numbers.get(0), numbers.get(1), numbers.get(2))
                : FeedLocation.of(numbers.get(0), numbers.get(1));
    }
}
