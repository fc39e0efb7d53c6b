package org.iotconnector.simulator.internal.onenet;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.onenet.model.ThingModel;
import org.iotconnector.simulator.onenet.DataPoint;
import org.iotconnector.simulator.onenet.PropertyValue;
import org.iotconnector.simulator.onenet.ReportedEvent;
import org.jspecify.annotations.Nullable;

/** Writes {@link Notices} in the form of the rule engine. OneNET Studio, "Rule engine", read 2026-11. */
final class NoticeSender {
    private final Notices notices;
    private final Clock clock;

    NoticeSender(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    void lifeCycle(DeviceState device, boolean online) {
        Map<String, @Nullable Object> body = body(device, "lifeCycle");
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("status", online ? "online" : "offline");
        data.put("time", clock.millis());
        body.put("data", data);
        notices.send(new Notices.Notice(Notices.Kind.LIFE_CYCLE, device, body));
    }

    /** One value per property; of several, as history reports hold them, the last. */
    void properties(DeviceState device, String id, Map<String, List<PropertyValue>> values) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        values.forEach((identifier, list) -> list.forEach(value -> {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("time", value.time().toEpochMilli());
            entry.put("value", value.value());
            params.put(identifier, entry);
        }));
        if (!params.isEmpty()) {
            notify(Notices.Kind.PROPERTY, device, "property", id, params);
        }
    }

    void events(DeviceState device, String id, List<ReportedEvent> events) {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        for (ReportedEvent event : events) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("eventType", eventType(device, event.identifier()));
            entry.put("time", event.time().toEpochMilli());
            entry.put("value", event.outputs());
            params.put(event.identifier(), entry);
        }
        if (!params.isEmpty()) {
            notify(Notices.Kind.EVENT, device, "event", id, params);
        }
    }

    void serviceReply(
            DeviceState device,
            String service,
            Map<String, ?> input,
            Instant sent,
            Map<String, @Nullable Object> reply) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("id", reply.get("id"));
        request.put("version", "1.0");
        request.put("params", Map.of("identifier", service, "input", input));
        Map<String, @Nullable Object> response = new LinkedHashMap<>(reply);
        response.put(
                "data",
                Map.of(
                        "identifier",
                        service,
                        "output",
                        Json.object(reply.get("data")).orElse(Map.of())));
        Map<String, @Nullable Object> body = body(device, "reply");
        body.put("callType", "async");
        body.put("request", request);
        body.put("response", response);
        body.put("sTime", sent.toEpochMilli());
        body.put("rTime", clock.millis());
        notices.send(new Notices.Notice(Notices.Kind.SERVICE_REPLY, device, body));
    }

    /** The rule engine's form for data streams is that of the MQTT suite, one body per point; here one notice holds one stream. */
    void dataPoint(DeviceState device, String stream, DataPoint point) {
        Map<String, @Nullable Object> body = body(device, "notify");
        body.put("notifyType", "datapoint");
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("datastream", stream);
        data.put("time", point.time().toEpochMilli());
        data.put("value", point.value());
        body.put("data", data);
        notices.send(new Notices.Notice(Notices.Kind.DATA_POINT, device, body));
    }

    private void notify(
            Notices.Kind kind, DeviceState device, String type, String id, Map<String, @Nullable Object> params) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", id);
        data.put("version", "1.0");
        data.put("params", params);
        Map<String, @Nullable Object> body = body(device, "notify");
        body.put("notifyType", type);
        body.put("data", data);
        notices.send(new Notices.Notice(kind, device, body));
    }

    private static Map<String, @Nullable Object> body(DeviceState device, String messageType) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("productId", device.product().productId());
        body.put("deviceId", device.number());
        body.put("deviceName", device.deviceName());
        body.put("messageType", messageType);
        return body;
    }

    private static String eventType(DeviceState device, String identifier) {
        return Optional.ofNullable(device.product().model())
                .map(ThingModel::events)
                .map(events -> events.get(identifier))
                .map(ThingModel.Event::eventType)
                .orElse("info");
    }
}
