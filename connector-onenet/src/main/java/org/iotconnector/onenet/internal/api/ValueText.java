package org.iotconnector.onenet.internal.api;

import java.nio.charset.StandardCharsets;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;

/**
 * Values as the application API hands them out: text that holds JSON. Texts were seen both as JSON, in quotes of their
 * own, and as they are.
 */
public final class ValueText {
    private static final String TEXT_TYPE = "string";

    private ValueText() {}

    /** The value that {@code received} stands for; what is no JSON is a text. */
    public static Value read(Value received) {
        return received instanceof Value.Text text ? parse(text) : received;
    }

    /**
     * As {@link #read}, for a property of a known type.
     *
     * @param dataType the platform's name of the type; a {@code string} stays a text even if it reads like a number
     */
    public static Value read(Value received, String dataType) {
        Value value = read(received);
        return dataType.equals(TEXT_TYPE) && !(value instanceof Value.Text) ? Value.of(received.asText()) : value;
    }

    private static Value parse(Value.Text text) {
        try {
            return Json.read(text.value().getBytes(StandardCharsets.UTF_8));
        } catch (MappingException plainText) {
            return text;
        }
    }
}
