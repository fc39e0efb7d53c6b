package org.iotconnector.onenet.api.push;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** Takes a message apart that is one object or a list of them. */
final class Messages {
    private Messages() {}

    /**
     * The events of every object.
     *
     * @throws MappingException located at {@code location} if the text is neither
     */
    static List<PlatformEvent> each(String json, String location, Function<Values, List<PlatformEvent>> reader) {
        List<PlatformEvent> events = new ArrayList<>();
        for (Values message : objects(json, location)) {
            events.addAll(reader.apply(message));
        }
        return events;
    }

    private static List<Values> objects(String json, String location) {
        try {
            Value value = Json.read(json.getBytes(StandardCharsets.UTF_8));
            return value instanceof Value.Array list
                    ? list.value().stream().map(Value::asStruct).toList()
                    : List.of(value.asStruct());
        } catch (MappingException unreadable) {
            throw new MappingException(location, "must hold a JSON object, or a list of them.", unreadable);
        }
    }

    /** What {@code typed} makes of a message, or the message as it is if that is not of the documented form. */
    static List<PlatformEvent> orOther(
            EventDevice device, String kind, Values body, Function<Values, List<PlatformEvent>> typed) {
        try {
            return typed.apply(body);
        } catch (MappingException otherForm) {
            return List.of(new PlatformEvent.Other(device, kind, body));
        }
    }
}
