package org.iotconnector.aliyun.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.aliyun.AliyunConfig;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Backlog.TimedEvent;
import org.iotconnector.core.thing.Backlog.TimedValues;
import org.iotconnector.core.thing.Value;

/** Values and events of several moments as the params of a batch and of a history. */
final class AliyunBacklog {
    private final String productKey;
    private final String deviceName;

    AliyunBacklog(AliyunConfig config) {
        this.productKey = config.productKey();
        this.deviceName = config.deviceName();
    }

    private record Sample(Value value, Instant time) {}

    /** {@code {"properties":{"T":[{"value","time"},…]},"events":{"alarm":[…]}}}: by name, then in order. */
    void batch(Backlog backlog, JsonWriter json) {
        Map<String, List<Sample>> properties = new LinkedHashMap<>();
        for (TimedValues entry : backlog.values()) {
            entry.values().forEach((name, value) -> add(properties, name, new Sample(value, entry.time())));
        }
        AliyunReports.checkCount(properties.size(), "a batch");
        Map<String, List<Sample>> events = new LinkedHashMap<>();
        for (TimedEvent entry : backlog.events()) {
            add(events, entry.event(), new Sample(new Value.Struct(entry.output()), entry.time()));
        }
        json.startObject();
        samples(json, "properties", properties);
        samples(json, "events", events);
        json.endObject();
    }

    private static void add(Map<String, List<Sample>> byName, String name, Sample sample) {
        byName.computeIfAbsent(name, unused -> new ArrayList<>()).add(sample);
    }

    private static void samples(JsonWriter json, String member, Map<String, List<Sample>> byName) {
        if (byName.isEmpty()) {
            return;
        }
        json.name(member).startObject();
        byName.forEach((name, samples) -> {
            json.name(name).startArray();
            samples.forEach(sample -> Alink.timed(json, sample.value(), sample.time()));
            json.endArray();
        });
        json.endObject();
    }

    /** {@code [{"identity":{…},"properties":[{"T":{"value","time"}},…],"events":[{"alarm":{…}},…]}]}: in order. */
    void history(Backlog backlog, JsonWriter json) {
        json.startArray().startObject();
        json.name("identity").startObject();
        json.name("productKey")
                .text(productKey)
                .name("deviceName")
                .text(deviceName)
                .endObject();
        if (!backlog.values().isEmpty()) {
            json.name("properties").startArray();
            backlog.values().forEach(entry -> historyValues(json, entry));
            json.endArray();
        }
        if (!backlog.events().isEmpty()) {
            json.name("events").startArray();
            backlog.events().forEach(entry -> historyEvent(json, entry));
            json.endArray();
        }
        json.endObject().endArray();
    }

    private static void historyValues(JsonWriter json, TimedValues entry) {
        json.startObject();
        entry.values().forEach((name, value) -> Alink.timed(json.name(name), value, entry.time()));
        json.endObject();
    }

    private static void historyEvent(JsonWriter json, TimedEvent entry) {
        json.startObject().name(entry.event());
        Alink.timed(json, new Value.Struct(entry.output()), entry.time());
        json.endObject();
    }
}
