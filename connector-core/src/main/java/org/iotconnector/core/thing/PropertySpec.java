package org.iotconnector.core.thing;

import java.util.Objects;

/**
 * A property: state that a device reports and perhaps lets be set.
 *
 * @param identifier its name in messages; {@code module:identifier} in a custom module; the rules of {@link Values}
 * @param name what people call it; may be empty
 * @param required whether every device of the model has it; a single report need not hold it
 * @param description what it is, for people; may be empty
 */
public record PropertySpec(
        String identifier, String name, AccessMode access, boolean required, DataType type, String description) {
    public PropertySpec {
        Names.check(identifier);
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(description, "description");
    }

    /** One without a description. */
    public PropertySpec(String identifier, String name, AccessMode access, boolean required, DataType type) {
        this(identifier, name, access, required, type, "");
    }

    /** An optional property that the device only reports. */
    public static PropertySpec readOnly(String identifier, DataType type) {
        return new PropertySpec(identifier, identifier, AccessMode.READ, false, type);
    }

    /** An optional property that the device reports and the platform may set. */
    public static PropertySpec readWrite(String identifier, DataType type) {
        return new PropertySpec(identifier, identifier, AccessMode.READ_WRITE, false, type);
    }
}
