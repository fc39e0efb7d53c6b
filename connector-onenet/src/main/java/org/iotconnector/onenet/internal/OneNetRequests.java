package org.iotconnector.onenet.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.ServiceSpec;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * What the platform asks a device to do: {@code {"id","version","params"}}. A request without an id cannot be answered.
 * OneNET, "Properties, events and services" and "Gateway and sub-devices", read 2026-11.
 */
final class OneNetRequests {
    private final Optional<ThingModel> model;

    /** Reads requests to a device with this thing model. */
    OneNetRequests(Optional<ThingModel> model) {
        this.model = model;
    }

    Downlink set(OneNetTopics.Route route, Bytes payload) {
        Values message = OneJson.read(payload);
        return new Downlink.PropertySet(bare(message.struct("params")), answer(route, message, ""));
    }

    static Downlink get(OneNetTopics.Route route, Bytes payload) {
        Values message = OneJson.read(payload);
        return new Downlink.PropertyGet(names(message), answer(route, message, ""));
    }

    Downlink service(OneNetTopics.Route route, Bytes payload) {
        Values message = OneJson.read(payload);
        Values input = message.has("params") ? message.struct("params") : Values.empty();
        return new Downlink.ServiceCall(
                route.subject(), input, isSynchronous(route.subject()), answer(route, message, ""));
    }

    /** Nothing in a call says whether its caller waits; without a model it is taken to, since answering fast fits both. */
    private boolean isSynchronous(String service) {
        return model.flatMap(known -> known.service(service))
                .map(known -> known.callType() == ServiceSpec.CallType.SYNC)
                .orElse(true);
    }

    Downlink subDevice(OneNetTopics.Route route, Bytes payload) {
        Values message = OneJson.read(payload);
        Values params = message.struct("params");
        String device = params.text("productID") + "/" + params.text("deviceName");
        return new Downlink.SubDeviceMessage(device, forSubDevice(route, message, params));
    }

    private Downlink forSubDevice(OneNetTopics.Route route, Values message, Values params) {
        return switch (route.kind()) {
            case SUB_PROPERTY_SET ->
                new Downlink.PropertySet(bare(params.struct("params")), answer(route, message, ""));
            case SUB_PROPERTY_GET -> new Downlink.PropertyGet(names(params), answer(route, message, ""));
            default -> {
                String service = params.text("identifier");
                Values input = params.has("input") ? params.struct("input") : Values.empty();
                // The answer's data repeats which service it was.
                yield new Downlink.ServiceCall(service, input, true, answer(route, message, service));
            }
        };
    }

    private static List<String> names(Values message) {
        List<String> names = new ArrayList<>();
        for (Value name : message.list("params")) {
            names.add(name.asText());
        }
        return names;
    }

    private static Optional<ReplyAddress> answer(OneNetTopics.Route route, Values message, String detail) {
        String id = OneJson.id(message);
        return id.isEmpty() ? Optional.empty() : Optional.of(new ReplyAddress(route.answer(), id, detail));
    }

    /** Values are bare as documented; older platforms were seen to send {@code {"value":…}}. */
    private Values bare(Values values) {
        Values.Builder bare = Values.builder();
        values.forEach((name, value) -> bare.put(name, isWrapped(name, value) ? unwrapped(value) : value));
        return bare.build();
    }

    private boolean isWrapped(String name, Value value) {
        if (!(value instanceof Value.Struct struct) || !struct.value().has("value")) {
            return false;
        }
        boolean nothingElse = struct.value().without("time").size() == 1;
        boolean ownMember = model.flatMap(known -> known.property(name))
                .map(PropertySpec::type)
                .map(DataType::fields)
                .filter(fields ->
                        fields.stream().anyMatch(field -> field.identifier().equals("value")))
                .isPresent();
        return nothingElse && !ownMember;
    }

    private static Value unwrapped(Value value) {
        return value.asStruct().get("value");
    }
}
