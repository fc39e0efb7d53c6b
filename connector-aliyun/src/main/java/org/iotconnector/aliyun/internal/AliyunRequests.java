package org.iotconnector.aliyun.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * What the platform asks a device to do: {@code {"id","version","params","method"}}, of which only params must be
 * there, except on RRPC topics, where the method alone says what is meant. Aliyun IoT, "Device properties, events and
 * services" and "RRPC", read 2026-11.
 */
final class AliyunRequests {
    private AliyunRequests() {}

    static Downlink set(AliyunTopics.Route route, Bytes payload) {
        return set(route, Alink.read(payload));
    }

    static Downlink get(AliyunTopics.Route route, Bytes payload) {
        return get(route, Alink.read(payload));
    }

    static Downlink service(AliyunTopics.Route route, Bytes payload) {
        return service(route, route.subject(), Alink.read(payload));
    }

    static Downlink raw(AliyunTopics.Route route, Bytes payload) {
        return new Downlink.RawCommand(payload, Optional.of(new ReplyAddress(route.answer(), "")));
    }

    /** An RRPC carries whatever the caller sent: a call of a service if it reads like one, else raw bytes. */
    static Downlink rrpc(AliyunTopics.Route route, Bytes payload) {
        Optional<Values> alink = readable(payload);
        Optional<String> service = alink.flatMap(message -> message.find("method"))
                .filter(Value.Text.class::isInstance)
                .flatMap(method -> AliyunTopics.serviceOfMethod(method.asText()));
        if (alink.isEmpty() || service.isEmpty()) {
            return raw(route, payload);
        }
        return switch (service.get()) {
            case "property.set" -> set(route, alink.get());
            case "property.get" -> get(route, alink.get());
            default -> service(route, service.get(), alink.get());
        };
    }

    private static Optional<Values> readable(Bytes payload) {
        try {
            return Json.read(payload.toArray()) instanceof Value.Struct message
                    ? Optional.of(message.value())
                    : Optional.empty();
        } catch (MappingException notJson) {
            return Optional.empty();
        }
    }

    private static Downlink set(AliyunTopics.Route route, Values message) {
        return new Downlink.PropertySet(message.struct("params"), answer(route, message));
    }

    private static Downlink get(AliyunTopics.Route route, Values message) {
        List<String> names = new ArrayList<>();
        for (Value name : message.list("params")) {
            names.add(name.asText());
        }
        return new Downlink.PropertyGet(names, answer(route, message));
    }

    private static Downlink service(AliyunTopics.Route route, String service, Values message) {
        return new Downlink.ServiceCall(service, message.struct("params"), route.synchronous(), answer(route, message));
    }

    private static Optional<ReplyAddress> answer(AliyunTopics.Route route, Values message) {
        return Optional.of(new ReplyAddress(route.answer(), Alink.id(message)));
    }
}
