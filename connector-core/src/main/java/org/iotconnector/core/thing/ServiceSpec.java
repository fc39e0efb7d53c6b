package org.iotconnector.core.thing;

import java.util.List;
import java.util.Objects;

/**
 * A service: something a platform may ask a device to do.
 *
 * @param identifier its name in messages; {@code module:identifier} in a custom module; the rules of {@link Values}
 * @param name what people call it; may be empty
 * @param input the arguments, all of which a call must give; may be empty
 * @param output the results, which a reply may give; may be empty
 * @param description what it does, for people; may be empty
 */
public record ServiceSpec(
        String identifier,
        String name,
        CallType callType,
        List<FieldSpec> input,
        List<FieldSpec> output,
        String description) {
    public ServiceSpec {
        Names.check(identifier);
        Objects.requireNonNull(callType, "callType");
        input = List.copyOf(input);
        output = List.copyOf(output);
        Objects.requireNonNull(description, "description");
    }

    /** One without a description. */
    public ServiceSpec(
            String identifier, String name, CallType callType, List<FieldSpec> input, List<FieldSpec> output) {
        this(identifier, name, callType, input, output, "");
    }

    /** Whether the caller waits on the line. */
    public enum CallType {
        /** The reply may take its time. */
        ASYNC,
        /** The caller waits some seconds for the reply. */
        SYNC
    }

    /** A service that people call by its identifier. */
    public static ServiceSpec of(String identifier, CallType callType, List<FieldSpec> input, List<FieldSpec> output) {
        return new ServiceSpec(identifier, identifier, callType, input, output);
    }
}
