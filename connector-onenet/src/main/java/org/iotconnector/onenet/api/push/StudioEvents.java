package org.iotconnector.onenet.api.push;

import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * Messages of the rule engine, and those of the MQTT suite that came before. OneNET Studio, "Message formats", read
 * 2026-11.
 */
final class StudioEvents {
    private StudioEvents() {}

    static List<PlatformEvent> read(Values message) {
        if (message.has("sysProperty")) {
            return suite(message);
        }
        EventDevice device = EventDevice.of(message, "productId", "deviceName", "deviceId");
        String kind = kind(message);
        return Messages.orOther(device, kind, message, body -> switch (kind) {
            case "lifeCycle" -> {
                Values data = body.struct("data");
                yield List.of(new PlatformEvent.LifeCycle(device, data.text("status"), Times.of(data, "time")));
            }
            case "notify/property" ->
                List.of(new PlatformEvent.PropertyReport(
                        device, Times.samples(body.struct("data").struct("params"))));
            case "notify/event" -> events(device, body.struct("data").struct("params"));
            case "reply" -> List.of(reply(device, body));
            default -> List.of(new PlatformEvent.Other(device, kind, body));
        });
    }

    private static String kind(Values message) {
        String type = text(message, "messageType");
        return type.equals("notify") ? type + "/" + text(message, "notifyType") : type;
    }

    static List<PlatformEvent> events(EventDevice device, Values params) {
        List<PlatformEvent> events = new ArrayList<>();
        params.forEach((identifier, value) -> {
            Values event = value.asStruct();
            events.add(new PlatformEvent.EventReport(
                    device,
                    identifier,
                    event.find("eventType").map(Value::asText),
                    event.struct("value"),
                    Times.of(event, "time")));
        });
        return events;
    }

    private static PlatformEvent reply(EventDevice device, Values body) {
        Values response = body.struct("response");
        Values data = response.find("data").map(Value::asStruct).orElse(Values.empty());
        return new PlatformEvent.ServiceReply(
                device,
                response.text("id"),
                body.struct("request").struct("params").text("identifier"),
                response.integer("code"),
                text(response, "msg"),
                data.find("output").map(Value::asStruct).orElse(Values.empty()),
                Times.of(body, "rTime"));
    }

    private static List<PlatformEvent> suite(Values message) {
        Values system = message.find("sysProperty")
                .filter(Value.Struct.class::isInstance)
                .map(Value::asStruct)
                .orElse(Values.empty());
        Values application = message.find("appProperty")
                .filter(Value.Struct.class::isInstance)
                .map(Value::asStruct)
                .orElse(Values.empty());
        EventDevice device = EventDevice.of(system.plus(application), "productId", "deviceName", "deviceId");
        String kind = text(system, "messageType");
        if (!kind.equals("deviceDatapoint")) {
            return List.of(new PlatformEvent.Other(device, kind, message));
        }
        return Messages.orOther(
                device,
                kind,
                message,
                body -> List.of(new PlatformEvent.DataPoint(
                        device,
                        application.text("datastream"),
                        new Sample(body.get("body"), Times.of(application, "dataTimestamp")))));
    }

    static String text(Values body, String name) {
        return body.find(name)
                .filter(value -> value instanceof Value.Text || value instanceof Value.Int)
                .map(Value::asText)
                .orElse("");
    }
}
