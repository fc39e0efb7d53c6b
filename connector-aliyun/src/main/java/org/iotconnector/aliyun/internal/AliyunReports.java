package org.iotconnector.aliyun.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.iotconnector.aliyun.AliyunConfig;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.Uplink;

/**
 * What a device says of its own accord: {@code {"id","version","sys":{"ack"},"params","method"}}. Aliyun IoT, "Device
 * properties, events and services" and "Desired property values", read 2026-11.
 */
final class AliyunReports {
    private final AliyunConfig config;
    private final AliyunTopics topics;
    private final AliyunBacklog backlogs;

    AliyunReports(AliyunConfig config, AliyunTopics topics) {
        this.config = config;
        this.topics = topics;
        this.backlogs = new AliyunBacklog(config);
    }

    Outgoing properties(Uplink.PropertyReport report, String id) {
        checkCount(report.values().size(), "a report");
        Set<String> names = Set.copyOf(report.values().names());
        return request(AliyunTopics.PROPERTY_POST, id, report.wantReply(), names, json -> {
            Optional<Instant> time = report.time();
            if (time.isEmpty()) {
                json.value(report.values());
                return;
            }
            json.startObject();
            report.values().forEach((name, value) -> Alink.timed(json.name(name), value, time.get()));
            json.endObject();
        });
    }

    Outgoing event(Uplink.EventReport event, String id) {
        return request(AliyunTopics.eventPost(event.event()), id, event.wantReply(), Set.of(), json -> {
            json.startObject().name("value").value(event.output());
            event.time().ifPresent(time -> json.name("time").number(Alink.millis(time)));
            json.endObject();
        });
    }

    Outgoing batch(Backlog backlog, String id) {
        return request(AliyunTopics.BATCH_POST, id, true, Set.of(), json -> backlogs.batch(backlog, json));
    }

    Outgoing history(Backlog backlog, String id) {
        return request(AliyunTopics.HISTORY_POST, id, true, Set.of(), json -> backlogs.history(backlog, json));
    }

    Outgoing desiredQuery(Uplink.DesiredQuery query, String id) {
        List<String> names = query.properties().isEmpty() ? writableProperties() : query.properties();
        checkCount(names.size(), "a query of desired values");
        return request(AliyunTopics.DESIRED_GET, id, true, Set.of(), json -> {
            json.startArray();
            names.forEach(json::text);
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
                    "", "Aliyun IoT has no query for all desired values; name the properties, or set thingModel.");
        }
        return names;
    }

    Outgoing desiredDelete(Uplink.DesiredDelete delete, String id) {
        checkCount(delete.versions().size(), "a deletion of desired values");
        return request(AliyunTopics.DESIRED_DELETE, id, true, Set.of(), json -> {
            json.startObject();
            delete.versions().forEach((name, version) -> {
                json.name(name).startObject();
                version.ifPresent(it -> json.name("version").number(it));
                json.endObject();
            });
            json.endObject();
        });
    }

    Outgoing raw(Uplink.RawReport report) {
        return Outgoing.of(publication(AliyunTopics.RAW_UP, report.payload()));
    }

    private Outgoing request(
            String path, String id, boolean wantReply, Set<String> properties, Consumer<JsonWriter> params) {
        JsonWriter json = JsonWriter.create(Alink.FORM)
                .startObject()
                .name("id")
                .text(id)
                .name("version")
                .text("1.0")
                .name("sys")
                .startObject()
                .name("ack")
                .number(wantReply ? 1 : 0)
                .endObject()
                .name("params");
        params.accept(json);
        byte[] payload =
                json.name("method").text(AliyunTopics.method(path)).endObject().finish();
        Optional<String> replyKey = wantReply ? Optional.of(AliyunTopics.replyKey(path, id)) : Optional.empty();
        return new Outgoing(publication(path, Bytes.copyOf(payload)), replyKey, properties);
    }

    private Publication publication(String path, Bytes payload) {
        QualityOfService qos = config.qos();
        return new Publication(TopicName.of(topics.of(path)), payload, qos, false);
    }

    static void checkCount(int properties, String what) {
        if (properties > AliyunLimits.MAX_PROPERTIES) {
            throw new MappingException(
                    "",
                    "There are " + properties + " properties in " + what + "; Aliyun IoT takes "
                            + AliyunLimits.MAX_PROPERTIES + ". Split it.");
        }
    }
}
