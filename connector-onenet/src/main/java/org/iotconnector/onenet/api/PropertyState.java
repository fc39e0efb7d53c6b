package org.iotconnector.onenet.api;

import java.time.Instant;
import java.util.Optional;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.internal.api.ValueText;

/**
 * What the platform knows of a property.
 *
 * @param identifier its name in messages
 * @param name what people call it
 * @param dataType the platform's name of its type, such as {@code float}
 * @param writable whether it may be set
 * @param value what was reported last; empty if nothing ever was
 * @param time when that was
 * @param expected the desired value; empty if there is none
 */
public record PropertyState(
        String identifier,
        String name,
        String dataType,
        boolean writable,
        Optional<Value> value,
        Optional<Instant> time,
        Optional<Value> expected) {

    static PropertyState read(Values data) {
        String type = data.find("data_type").map(Value::asText).orElse("");
        return new PropertyState(
                data.text("identifier"),
                data.find("name").map(Value::asText).orElse(""),
                type,
                data.find("access_mode")
                        .map(mode -> mode.asText().contains("w"))
                        .orElse(false),
                data.find("value").map(value -> ValueText.read(value, type)),
                data.find("time").map(Value::asInstant),
                data.find("expect_value").filter(PropertyState::isThere).map(value -> ValueText.read(value, type)));
    }

    /** The platform writes an empty text where nothing is desired. */
    private static boolean isThere(Value expected) {
        return !expected.equals(Value.of(""));
    }
}
