package org.iotconnector.simulator.internal.onenet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.onenet.model.DataType;
import org.iotconnector.simulator.internal.onenet.model.ThingModel;
import org.jspecify.annotations.Nullable;

/**
 * Checks what applications ask for, and what devices answer, against the thing model; everything is good where there is none. The
 * words were seen in answers of the application API.
 */
final class ModelCheck {
    private static final String UNKNOWN = "identifier not exist";

    private ModelCheck() {}

    /** Values to set. */
    static Optional<String> writable(DeviceState device, Map<String, ?> values) {
        ThingModel model = device.product().model();
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            ThingModel.Property property =
                    model == null ? null : model.properties().get(entry.getKey());
            if (model != null && property != null && !property.writable()) {
                return Optional.of(problem(entry.getKey(), "property is read only"));
            }
        }
        return values(device, values);
    }

    /** Values that were read. */
    static Optional<String> values(DeviceState device, Map<String, ?> values) {
        ThingModel model = device.product().model();
        if (model == null) {
            return Optional.empty();
        }
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            ThingModel.Property property = model.properties().get(entry.getKey());
            String error = property == null ? UNKNOWN : property.type().check(entry.getValue());
            if (error != null) {
                return Optional.of(problem(entry.getKey(), error));
            }
        }
        return Optional.empty();
    }

    /** Properties to read. */
    static Optional<String> readable(DeviceState device, List<String> identifiers) {
        ThingModel model = device.product().model();
        return identifiers.stream()
                .filter(identifier -> model != null && !model.properties().containsKey(identifier))
                .findFirst()
                .map(identifier -> problem(identifier, UNKNOWN));
    }

    /** A service and its inputs, of which none may be missing. */
    static Optional<String> inputs(DeviceState device, String service, Map<String, ?> input) {
        ThingModel model = device.product().model();
        if (model == null) {
            return Optional.empty();
        }
        ThingModel.Service known = model.services().get(service);
        if (known == null) {
            return Optional.of(problem(service, UNKNOWN));
        }
        for (String identifier : known.inputs().keySet()) {
            if (!input.containsKey(identifier)) {
                return Optional.of(problem(identifier, "required value"));
            }
        }
        return members(known.inputs(), input);
    }

    /** What a service returned. */
    static Optional<String> outputs(DeviceState device, String service, Map<String, ?> output) {
        ThingModel model = device.product().model();
        ThingModel.Service known = model == null ? null : model.services().get(service);
        return known == null ? Optional.empty() : members(known.outputs(), output);
    }

    /** Whether the model says that callers of this service do not wait. */
    static boolean isAsynchronous(DeviceState device, String service) {
        ThingModel model = device.product().model();
        ThingModel.Service known = model == null ? null : model.services().get(service);
        return known != null && !known.synchronous();
    }

    private static Optional<String> members(
            Map<String, DataType> types, Map<String, ? extends @Nullable Object> values) {
        for (Map.Entry<String, ? extends @Nullable Object> entry : values.entrySet()) {
            DataType type = types.get(entry.getKey());
            String error = type == null ? UNKNOWN : type.check(entry.getValue());
            if (error != null) {
                return Optional.of(problem(entry.getKey(), error));
            }
        }
        return Optional.empty();
    }

    private static String problem(String identifier, String error) {
        return "identifier: " + identifier + ", error: " + error;
    }
}
