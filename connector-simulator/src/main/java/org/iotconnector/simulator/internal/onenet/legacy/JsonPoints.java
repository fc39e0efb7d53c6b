package org.iotconnector.simulator.internal.onenet.legacy;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.onenet.legacy.BinaryData;
import org.iotconnector.simulator.onenet.legacy.DataPoint;
import org.jspecify.annotations.Nullable;

/** The JSON of layouts 1 to 4. */
final class JsonPoints {
    private JsonPoints() {}

    static List<DataPoint> ofStreams(byte[] json) throws IOException {
        List<DataPoint> points = new ArrayList<>();
        for (Object each : list(object(Json.read(json)), "datastreams")) {
            Map<String, @Nullable Object> stream = object(each);
            String id = text(stream, "id");
            for (Object point : list(stream, "datapoints")) {
                Map<String, @Nullable Object> members = object(point);
                points.add(new DataPoint(id, at(members), value(members.get("value"))));
            }
        }
        return points;
    }

    static DataPoint ofBinary(byte[] json, byte[] content) throws IOException {
        Map<String, @Nullable Object> header = object(Json.read(json));
        String description = header.containsKey("desc") ? text(header, "desc") : "";
        return new DataPoint(text(header, "ds_id"), at(header), new BinaryData(description, content));
    }

    static List<DataPoint> ofValues(byte[] json) throws IOException {
        List<DataPoint> points = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> each : object(Json.read(json)).entrySet()) {
            points.add(new DataPoint(each.getKey(), Optional.empty(), value(each.getValue())));
        }
        return points;
    }

    static List<DataPoint> ofTimedValues(byte[] json) throws IOException {
        List<DataPoint> points = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> stream :
                object(Json.read(json)).entrySet()) {
            for (Map.Entry<String, @Nullable Object> point :
                    object(stream.getValue()).entrySet()) {
                Optional<LocalDateTime> at = Optional.of(TextPoints.time(point.getKey()));
                points.add(new DataPoint(stream.getKey(), at, value(point.getValue())));
            }
        }
        return points;
    }

    private static Optional<LocalDateTime> at(Map<String, @Nullable Object> members) throws IOException {
        return members.containsKey("at") ? Optional.of(TextPoints.time(text(members, "at"))) : Optional.empty();
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value) throws IOException {
        return Json.object(value).orElseThrow(() -> new BadPacketException("something else than a JSON object"));
    }

    private static List<?> list(Map<String, @Nullable Object> members, String name) throws IOException {
        if (members.get(name) instanceof List<?> list) {
            return list;
        }
        throw new BadPacketException("no list [" + name + "]");
    }

    private static String text(Map<String, @Nullable Object> members, String name) throws IOException {
        if (members.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new BadPacketException("no text [" + name + "]");
    }

    private static Object value(@Nullable Object value) throws IOException {
        if (value == null) {
            throw new BadPacketException("a point without a value");
        }
        return value;
    }
}
