package org.iotconnector.simulator.internal.onenet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.onenet.DataPoint;
import org.jspecify.annotations.Nullable;

/** Data points of data-stream devices, taken or refused as a whole. OneNET, "MQTT suite, data points", read 2026-11. */
final class DataStreams {
    private static final String PATH = "dp/post/json";
    private static final int ILLEGAL_DATA = 98;
    private static final int MAX_DEPTH = 5;
    private static final int MAX_KEY_BYTES = 30;
    private static final String STREAM = "\\$?[A-Za-z0-9_.]{1,30}";

    private final NoticeSender notices;
    private final ReplySender replies;
    private final Clock clock;

    DataStreams(NoticeSender notices, ReplySender replies, Clock clock) {
        this.notices = notices;
        this.replies = replies;
        this.clock = clock;
    }

    private record Point(String stream, DataPoint point) {}

    void post(DeviceState device, byte[] payload) {
        Map<String, @Nullable Object> request = object(payload);
        int id = request.get("id") instanceof Integer number && number > 0 ? number : -1;
        List<Point> points = id < 0 ? null : points(request.get("dp"));
        Map<String, @Nullable Object> reply = new LinkedHashMap<>();
        reply.put("id", id);
        if (points == null) {
            reply.put("err_code", ILLEGAL_DATA);
            reply.put("err_msg", "Illegal Data");
        } else {
            points.forEach(entry -> {
                device.add(entry.stream(), entry.point());
                notices.dataPoint(device, entry.stream(), entry.point());
            });
        }
        replies.send(device, PATH + (points == null ? "/rejected" : "/accepted"), Json.write(reply));
    }

    private static Map<String, @Nullable Object> object(byte[] payload) {
        try {
            return Json.object(Json.read(payload)).orElse(Map.of());
        } catch (IOException notJson) {
            return Map.of();
        }
    }

    /** All points, null if one is wrong. */
    private @Nullable List<Point> points(@Nullable Object streams) {
        Map<String, @Nullable Object> byName = Json.object(streams).orElse(Map.of());
        if (byName.isEmpty()) {
            return null;
        }
        List<Point> points = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> stream : byName.entrySet()) {
            if (!stream.getKey().matches(STREAM) || !(stream.getValue() instanceof List<?> list)) {
                return null;
            }
            for (Object element : list) {
                DataPoint point = point(Json.object(element).orElse(Map.of()));
                if (point == null) {
                    return null;
                }
                points.add(new Point(stream.getKey(), point));
            }
        }
        return points;
    }

    private @Nullable DataPoint point(Map<String, @Nullable Object> json) {
        Object value = json.get("v");
        Object time = json.get("t");
        boolean timeGood = time == null || time instanceof Integer || time instanceof Long;
        if (value == null || !timeGood || !isGood(value, 0)) {
            return null;
        }
        return new DataPoint(
                value,
                time instanceof Number seconds
                        ? Instant.ofEpochSecond(seconds.longValue())
                        : Instant.ofEpochSecond(clock.instant().getEpochSecond()));
    }

    /** A number, a text, or an object of those that is at most five levels deep. */
    private static boolean isGood(@Nullable Object value, int depth) {
        if (!(value instanceof Map<?, ?> map)) {
            return value instanceof Number || value instanceof String || (depth > 0 && value instanceof Boolean);
        }
        return depth < MAX_DEPTH
                && map.entrySet().stream()
                        .allMatch(entry ->
                                String.valueOf(entry.getKey()).getBytes(StandardCharsets.UTF_8).length <= MAX_KEY_BYTES
                                        && isGood(entry.getValue(), depth + 1));
    }
}
