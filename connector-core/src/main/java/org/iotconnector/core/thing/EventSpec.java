package org.iotconnector.core.thing;

import java.util.List;
import java.util.Objects;

/**
 * An event: something that happens on a device.
 *
 * @param identifier its name in messages; {@code module:identifier} in a custom module; the rules of {@link Values}
 * @param name what people call it; may be empty
 * @param output what an occurrence tells; may be empty
 * @param description what it is, for people; may be empty
 */
public record EventSpec(String identifier, String name, Kind kind, List<FieldSpec> output, String description) {
    public EventSpec {
        Names.check(identifier);
        Objects.requireNonNull(kind, "kind");
        output = List.copyOf(output);
        Objects.requireNonNull(description, "description");
    }

    /** One without a description. */
    public EventSpec(String identifier, String name, Kind kind, List<FieldSpec> output) {
        this(identifier, name, kind, output, "");
    }

    /** How grave an event is. */
    public enum Kind {
        INFO,
        ALERT,
        ERROR
    }

    /** An event that people call by its identifier. */
    public static EventSpec of(String identifier, Kind kind, FieldSpec... output) {
        return new EventSpec(identifier, identifier, kind, List.of(output));
    }
}
