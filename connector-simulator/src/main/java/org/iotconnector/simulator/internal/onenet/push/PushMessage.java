package org.iotconnector.simulator.internal.onenet.push;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.onenet.DeviceState;
import org.iotconnector.simulator.internal.onenet.Notices.Notice;
import org.iotconnector.simulator.onenet.PushTarget;
import org.jspecify.annotations.Nullable;

/** What a notice says, in the form of a server. */
final class PushMessage {
    private static final int DATA_POINT = 1;
    private static final int LIFE_CYCLE = 2;
    private static final int LOGIN_BY_MQTT = 7;

    private PushMessage() {}

    /** The message as plain values; empty when this form has no such message. */
    static Optional<Object> of(PushTarget.Form form, Notice notice) {
        if (form == PushTarget.Form.STUDIO) {
            return Optional.of(notice.body());
        }
        Map<String, @Nullable Object> data =
                Json.object(notice.body().get("data")).orElse(Map.of());
        return switch (notice.kind()) {
            case LIFE_CYCLE -> Optional.of(lifeCycle(notice.device(), data));
            case PROPERTY -> points(notice.device(), data);
            case DATA_POINT -> Optional.of(point(notice.device(), String.valueOf(data.get("datastream")), data));
            case EVENT, SERVICE_REPLY -> Optional.empty();
        };
    }

    private static Map<String, @Nullable Object> lifeCycle(DeviceState device, Map<String, @Nullable Object> data) {
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("type", LIFE_CYCLE);
        message.put("dev_id", device.number());
        message.put("status", "online".equals(data.get("status")) ? 1 : 0);
        message.put("login_type", LOGIN_BY_MQTT);
        message.put("at", data.get("time"));
        return message;
    }

    /** Several values go as an array, which servers of this generation have to expect. */
    private static Optional<Object> points(DeviceState device, Map<String, @Nullable Object> data) {
        List<Object> points = new ArrayList<>();
        Json.object(data.get("params"))
                .orElse(Map.of())
                .forEach((identifier, value) ->
                        points.add(point(device, identifier, Json.object(value).orElse(Map.of()))));
        return points.isEmpty() ? Optional.empty() : Optional.of(points.size() == 1 ? points.get(0) : points);
    }

    private static Map<String, @Nullable Object> point(
            DeviceState device, String stream, Map<String, @Nullable Object> value) {
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        message.put("type", DATA_POINT);
        message.put("dev_id", device.number());
        message.put("ds_id", stream);
        message.put("at", value.get("time"));
        message.put("value", value.get("value"));
        return message;
    }
}
