package org.iotconnector.simulator.internal.onenet;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.onenet.model.DataType;
import org.iotconnector.simulator.internal.onenet.model.ThingModel;
import org.iotconnector.simulator.onenet.PropertyValue;
import org.iotconnector.simulator.onenet.ReportedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reads reported values and checks them against the thing model. One bad value refuses the whole message, so nothing is stored while
 * reading. OneNET Studio, "Thing model messages", read 2026-11.
 */
final class ValueReader {
    private static final int MAX_HISTORY = 100;

    private final Clock clock;

    ValueReader(Clock clock) {
        this.clock = clock;
    }

    /** A value with its time, as it came. */
    private record Timed(@Nullable Object value, Instant time) {}

    /** {@code {"identifier":{"value":…,"time":…}}}; with history, a list of those, each with its time. */
    Map<String, List<PropertyValue>> properties(DeviceState device, @Nullable Object json, boolean history)
            throws Refused {
        ThingModel model = device.product().model();
        Map<String, List<PropertyValue>> values = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> entry : object(json, "params").entrySet()) {
            String identifier = entry.getKey();
            ThingModel.Property property =
                    model == null ? null : model.properties().get(identifier);
            if (model != null && property == null) {
                throw Refused.unknown(identifier);
            }
            List<PropertyValue> list = new ArrayList<>();
            for (Timed timed : timed(identifier, entry.getValue(), history)) {
                check(identifier, property == null ? null : property.type(), timed.value());
                if (timed.value() == null) {
                    throw new Refused(Refused.DATA_TYPE, "value type error:identifier:" + identifier);
                }
                list.add(new PropertyValue(timed.value(), timed.time()));
            }
            values.put(identifier, list);
        }
        return values;
    }

    /** {@code {"identifier":{"value":{outputs},"time":…}}}; with history as for properties. */
    List<ReportedEvent> events(DeviceState device, @Nullable Object json, boolean history) throws Refused {
        ThingModel model = device.product().model();
        List<ReportedEvent> events = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> entry : object(json, "params").entrySet()) {
            String identifier = entry.getKey();
            ThingModel.Event event = model == null ? null : model.events().get(identifier);
            if (model != null && event == null) {
                throw Refused.unknown(identifier);
            }
            for (Timed timed : timed(identifier, entry.getValue(), history)) {
                Map<String, @Nullable Object> outputs = object(timed.value(), identifier);
                if (event != null) {
                    checkOutputs(event, outputs);
                }
                events.add(new ReportedEvent(identifier, outputs, timed.time()));
            }
        }
        return events;
    }

    private static void checkOutputs(ThingModel.Event event, Map<String, @Nullable Object> outputs) throws Refused {
        for (Map.Entry<String, @Nullable Object> output : outputs.entrySet()) {
            DataType type = event.outputs().get(output.getKey());
            if (type == null) {
                throw Refused.unknown(output.getKey());
            }
            check(output.getKey(), type, output.getValue());
        }
    }

    private static void check(String identifier, @Nullable DataType type, @Nullable Object value) throws Refused {
        String error = type == null ? null : type.check(value);
        if (error != null) {
            throw new Refused(Refused.DATA_TYPE, error + ":identifier:" + identifier);
        }
    }

    private List<Timed> timed(String identifier, @Nullable Object json, boolean history) throws Refused {
        if (!history) {
            return List.of(timed(identifier, object(json, identifier), clock.instant()));
        }
        if (!(json instanceof List<?> list) || list.size() > MAX_HISTORY) {
            throw new Refused(
                    Refused.JSON_FORMAT,
                    "json format error: [" + identifier + "] must be a list of at most 100 values");
        }
        List<Timed> values = new ArrayList<>();
        for (Object element : list) {
            values.add(timed(identifier, object(element, identifier), null));
        }
        return values;
    }

    /** The time is taken from the message, or {@code otherwise}; null where it must be given. */
    private static Timed timed(String identifier, Map<String, @Nullable Object> json, @Nullable Instant otherwise)
            throws Refused {
        if (!json.containsKey("value")) {
            throw new Refused(Refused.JSON_FORMAT, "json format error: [" + identifier + "] has no value");
        }
        Object time = json.get("time");
        if (time == null && otherwise != null) {
            return new Timed(json.get("value"), otherwise);
        }
        if (!(time instanceof Integer || time instanceof Long)) {
            throw new Refused(Refused.DATA_TYPE, "time type error:identifier:" + identifier);
        }
        return new Timed(json.get("value"), Instant.ofEpochMilli(((Number) time).longValue()));
    }

    private static Map<String, @Nullable Object> object(@Nullable Object json, String what) throws Refused {
        return Json.object(json)
                .orElseThrow(
                        () -> new Refused(Refused.JSON_FORMAT, "json format error: [" + what + "] must be an object"));
    }
}
