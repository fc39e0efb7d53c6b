package org.iotconnector.simulator.internal.onenet.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.internal.onenet.DeviceState;
import org.iotconnector.simulator.onenet.DataPoint;
import org.jspecify.annotations.Nullable;

/** {@code /datapoint/…}: data streams. OneNET, "API list", read 2026-05-29. */
final class DatapointApi {
    /** As in the first generation, whose page is the last that gives a number. */
    private static final int MAX_LIMIT = 6000;

    private static final int DEFAULT_LIMIT = 100;

    private final Targets targets;

    DatapointApi(Targets targets) {
        this.targets = targets;
    }

    void addTo(Routes routes) {
        routes.get("/datapoint/current-datapoints", targets.onDevice((device, parameters) -> current(device)));
        routes.get("/datapoint/history-datapoints", targets.onDevice(DatapointApi::history));
    }

    private static Map<String, @Nullable Object> current(DeviceState device) {
        List<Map<String, @Nullable Object>> streams = new ArrayList<>();
        for (String stream : device.streams()) {
            List<DataPoint> points = device.dataPoints(stream);
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("id", stream);
            entry.putAll(describe(points.get(points.size() - 1)));
            streams.add(entry);
        }
        Map<String, @Nullable Object> description = new LinkedHashMap<>();
        description.put("id", Long.toString(device.number()));
        description.put("title", device.deviceName());
        description.put("datastreams", streams);
        return Map.of("devices", List.of(description));
    }

    /** The cursor is the number of points that earlier pages held. */
    private static Map<String, @Nullable Object> history(DeviceState device, Parameters parameters) {
        String only = parameters.optionalText("datastream_id");
        Instant start = PlatformTime.parse("start", parameters.text("start"));
        String endText = parameters.optionalText("end");
        Instant end = endText == null ? Instant.MAX : PlatformTime.parse("end", endText);
        int limit = (int) parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
        int skip = (int) parameters.number("cursor", 0, Integer.MAX_VALUE, 0);
        int seen = 0;
        int count = 0;
        List<Map<String, @Nullable Object>> streams = new ArrayList<>();
        for (String stream : only == null ? device.streams() : List.of(only)) {
            List<Map<String, @Nullable Object>> points = new ArrayList<>();
            for (DataPoint point : device.dataPoints(stream)) {
                boolean inPeriod =
                        !point.time().isBefore(start) && !point.time().isAfter(end);
                if (inPeriod && seen++ >= skip && count < limit) {
                    points.add(describe(point));
                    count++;
                }
            }
            if (!points.isEmpty()) {
                streams.add(Map.of("id", stream, "datapoints", points));
            }
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("count", count);
        if (skip + count < seen) {
            data.put("cursor", Integer.toString(skip + count));
        }
        data.put("datastreams", streams);
        return data;
    }

    private static Map<String, @Nullable Object> describe(DataPoint point) {
        Map<String, @Nullable Object> description = new LinkedHashMap<>();
        description.put("at", PlatformTime.text(point.time()));
        description.put("value", point.value());
        return description;
    }
}
