package org.iotconnector.onenet.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Backlog.TimedEvent;
import org.iotconnector.core.thing.Backlog.TimedValues;
import org.iotconnector.core.thing.Value;
import org.iotconnector.onenet.OneNetConfig;
import org.iotconnector.onenet.OneNetDeviceId;

/**
 * Values and events of several moments as the params of a pack and of a history. An entry without identity is that of
 * the device that publishes; a sub-device's names it.
 */
final class OneNetBacklog {
    private final Optional<OneNetDeviceId> identity;

    OneNetBacklog(OneNetConfig config) {
        this.identity = config.gateway().map(gateway -> new OneNetDeviceId(config.productId(), config.deviceName()));
    }

    private void startEntry(JsonWriter json) {
        json.startObject();
        identity.ifPresent(device -> {
            json.name("identity").startObject();
            OneJson.identity(json, device);
            json.endObject();
        });
    }

    private record Sample(Value value, Instant time) {}

    /**
     * {@code [{"properties":{"T":{"value","time"},…}},…,{"events":{"alarm":{…}}},…]}: one entry for each moment, in
     * order.
     */
    void pack(Backlog backlog, JsonWriter json) {
        int points = backlog.events().size()
                + backlog.values().stream()
                        .mapToInt(entry -> entry.values().size())
                        .sum();
        check(points, OneNetLimits.MAX_BATCH_POINTS, "values and events in a batch");
        json.startArray();
        for (TimedValues entry : backlog.values()) {
            startEntry(json);
            json.name("properties").startObject();
            entry.values().forEach((name, value) -> OneJson.timed(json.name(name), value, entry.time()));
            json.endObject().endObject();
        }
        for (TimedEvent entry : backlog.events()) {
            startEntry(json);
            json.name("events").startObject().name(entry.event());
            OneJson.timed(json, new Value.Struct(entry.output()), entry.time());
            json.endObject().endObject();
        }
        json.endArray();
    }

    /** {@code [{"properties":{"T":[{"value","time"},…]},"events":{"alarm":[…]}}]}: by name, then in order. */
    void history(Backlog backlog, JsonWriter json) {
        Map<String, List<Sample>> properties = new LinkedHashMap<>();
        for (TimedValues entry : backlog.values()) {
            entry.values().forEach((name, value) -> add(properties, name, new Sample(value, entry.time())));
        }
        Map<String, List<Sample>> events = new LinkedHashMap<>();
        for (TimedEvent entry : backlog.events()) {
            add(events, entry.event(), new Sample(new Value.Struct(entry.output()), entry.time()));
        }
        json.startArray();
        startEntry(json);
        samples(json, "properties", properties);
        samples(json, "events", events);
        json.endObject().endArray();
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
            check(samples.size(), OneNetLimits.MAX_HISTORY_VALUES, "values of " + name + " in a history");
            json.name(name).startArray();
            samples.forEach(sample -> OneJson.timed(json, sample.value(), sample.time()));
            json.endArray();
        });
        json.endObject();
    }

    private static void check(int count, int limit, String what) {
        if (count > limit) {
            throw new MappingException(
                    "", "There are " + count + " " + what + "; OneNET takes " + limit + ". Split it.");
        }
    }
}
