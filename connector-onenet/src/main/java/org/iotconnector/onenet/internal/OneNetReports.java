package org.iotconnector.onenet.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.onenet.OneNetConfig;
import org.iotconnector.onenet.OneNetDeviceId;

/**
 * What a device says of its own accord: {@code {"id","version","params"}}. The platform answers all of it, asked or not.
 * OneNET, "Properties, events and services", "Desired values" and "Batch and history data", read 2026-11.
 */
final class OneNetReports {
    private final OneNetConfig config;
    private final OneNetTopics topics;
    private final OneNetBacklog backlogs;

    /** Of {@code config}, on {@code topics}: its own, or its gateway's. */
    OneNetReports(OneNetConfig config, OneNetTopics topics) {
        this.config = config;
        this.topics = topics;
        this.backlogs = new OneNetBacklog(config);
    }

    Outgoing properties(Uplink.PropertyReport report, String id) {
        Set<String> names = Set.copyOf(report.values().names());
        return request(OneNetTopics.PROPERTY_POST, id, report.wantReply(), names, json -> properties(json, report));
    }

    private static void properties(JsonWriter json, Uplink.PropertyReport report) {
        json.startObject();
        report.values().forEach((name, value) -> {
            json.name(name).startObject().name("value").value(value);
            report.time().ifPresent(time -> json.name("time").number(OneJson.millis(time)));
            json.endObject();
        });
        json.endObject();
    }

    Outgoing event(Uplink.EventReport event, String id) {
        return request(OneNetTopics.EVENT_POST, id, event.wantReply(), Set.of(), json -> event(json, event));
    }

    private static void event(JsonWriter json, Uplink.EventReport event) {
        json.startObject().name(event.event()).startObject();
        json.name("value").value(event.output());
        event.time().ifPresent(time -> json.name("time").number(OneJson.millis(time)));
        json.endObject().endObject();
    }

    Outgoing batch(Backlog backlog, String id) {
        return request(OneNetTopics.PACK_POST, id, true, Set.of(), json -> backlogs.pack(backlog, json));
    }

    Outgoing history(Backlog backlog, String id) {
        return request(OneNetTopics.HISTORY_POST, id, true, Set.of(), json -> backlogs.history(backlog, json));
    }

    /** A sub-device's present values: a pack of one entry that names it. */
    Outgoing packed(OneNetDeviceId device, Uplink.PropertyReport report, String id) {
        Set<String> names = Set.copyOf(report.values().names());
        return request(OneNetTopics.PACK_POST, id, report.wantReply(), names, json -> {
            beginEntry(json, device);
            json.name("properties");
            properties(json, report);
            json.endObject().endArray();
        });
    }

    /** A sub-device's event: a pack of one entry that names it. */
    Outgoing packed(OneNetDeviceId device, Uplink.EventReport event, String id) {
        return request(OneNetTopics.PACK_POST, id, event.wantReply(), Set.of(), json -> {
            beginEntry(json, device);
            json.name("events");
            event(json, event);
            json.endObject().endArray();
        });
    }

    private static void beginEntry(JsonWriter json, OneNetDeviceId device) {
        json.startArray().startObject().name("identity").startObject();
        OneJson.identity(json, device);
        json.endObject();
    }

    /** A request of a gateway about one sub-device. */
    Outgoing subDevice(String path, String id, Consumer<JsonWriter> members) {
        return request(path, id, true, Set.of(), json -> {
            json.startObject();
            members.accept(json);
            json.endObject();
        });
    }

    Outgoing desiredQuery(Uplink.DesiredQuery query, String id) {
        List<String> names = query.properties().isEmpty() ? writableProperties() : query.properties();
        return request(OneNetTopics.DESIRED_GET, id, true, Set.of(), json -> {
            json.startArray();
            names.forEach(name -> json.text(OneJson.encodable(name)));
            json.endArray();
        });
    }

    /** The platform wants names; a thing model knows which there can be. */
    private List<String> writableProperties() {
        List<String> names = config.thingModel().stream()
                .flatMap(model -> model.properties().stream())
                .filter(property -> property.access().writable())
                .map(PropertySpec::identifier)
                .toList();
        if (names.isEmpty()) {
            throw new MappingException(
                    "", "OneNET has no query for all desired values; name the properties, or set thingModel.");
        }
        return names;
    }

    Outgoing desiredDelete(Uplink.DesiredDelete delete, String id) {
        return request(OneNetTopics.DESIRED_DELETE, id, true, Set.of(), json -> {
            json.startObject();
            delete.versions().forEach((name, version) -> {
                json.name(OneJson.encodable(name)).startObject();
                version.ifPresent(it -> json.name("version").number(it));
                json.endObject();
            });
            json.endObject();
        });
    }

    private Outgoing request(
            String path, String id, boolean wantReply, Set<String> properties, Consumer<JsonWriter> params) {
        JsonWriter json = JsonWriter.create().startObject();
        json.name("id").text(id).name("version").text("1.0").name("params");
        params.accept(json);
        Bytes payload = Bytes.copyOf(json.endObject().finish());
        Optional<String> replyKey = wantReply ? Optional.of(OneNetTopics.replyKey(path, id)) : Optional.empty();
        Publication publication = new Publication(TopicName.of(topics.of(path)), payload, config.qos(), false);
        return new Outgoing(publication, replyKey, properties);
    }
}
