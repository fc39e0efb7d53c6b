package org.iotconnector.core;

import org.jspecify.annotations.Nullable;

/**
 * The caller's data or the thing model is wrong: a value cannot be put into, or taken out of, the platform's form.
 * Retrying the same data never helps.
 */
public final class MappingException extends ConnectorException {
    private static final long serialVersionUID = 1L;

    private final String location;

    /**
     * Says that what stands at {@code location} cannot be mapped.
     *
     * @param location a property name, or a JSON pointer into the payload; empty for the whole
     */
    public MappingException(String location, String message, @Nullable Throwable cause) {
        super(location.isEmpty() ? message : location + ": " + message, cause);
        this.location = location;
    }

    public MappingException(String location, String message) {
        this(location, message, null);
    }

    /** Where it is wrong: a property name, or a JSON pointer into the payload; empty for the whole. */
    public String location() {
        return location;
    }
}
