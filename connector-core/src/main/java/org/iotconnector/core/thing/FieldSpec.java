package org.iotconnector.core.thing;

import java.util.Objects;

/**
 * A member of a struct, an output of an event, or an input or output of a service.
 *
 * @param identifier its name in messages; the rules of {@link Values}
 * @param name what people call it; may be empty
 */
public record FieldSpec(String identifier, String name, DataType type) {
    public FieldSpec {
        Names.check(identifier);
        Objects.requireNonNull(type, "type");
    }

    /** A field that people call by its identifier. */
    public static FieldSpec of(String identifier, DataType type) {
        return new FieldSpec(identifier, identifier, type);
    }
}
