package org.iotconnector.mqtt.internal;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.MessageProperties;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Echo;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.mqtt.MqttConfig;
import org.iotconnector.mqtt.PayloadForm;

/** What a device says, as messages. Immutable. */
final class MqttReports {
    private final MqttConfig config;
    private final MqttNames names;
    private final ValueForms forms;
    private final Pointers pointers;
    private final List<TopicFilter> heard;
    private final MessageProperties properties;

    MqttReports(MqttConfig config, MqttNames names, ValueForms forms) {
        this.config = config;
        this.names = names;
        this.forms = forms;
        this.pointers = new Pointers(config.pointer(), config.pointers());
        this.heard = names.allFilters();
        this.properties = config.reportProperties();
    }

    /** One message for each topic, in the order of the values. */
    List<Outgoing> properties(Uplink.PropertyReport report) {
        Map<TopicName, Values.Builder> byTopic = new LinkedHashMap<>();
        report.values()
                .forEach((name, value) -> byTopic.computeIfAbsent(
                                names.reports.of(name, "propertyTopic or propertyTopics"), topic -> Values.builder())
                        .put(name, value));
        return byTopic.entrySet().stream()
                .map(entry -> message(entry.getKey(), entry.getValue().build(), report.time()))
                .toList();
    }

    private Outgoing message(TopicName topic, Values values, Optional<Instant> time) {
        Bytes payload = config.payload() == PayloadForm.TEXT ? text(values, time) : json(topic, values, time);
        boolean retained = config.retain() || values.names().stream().anyMatch(config.retainedProperties()::contains);
        Publication publication = new Publication(topic, payload, config.qos(), retained, properties);
        return marked(new Outgoing(publication, Optional.empty(), Set.copyOf(values.names())));
    }

    private Bytes text(Values values, Optional<Instant> time) {
        if (values.size() > 1) {
            throw new MappingException(
                    values.names().get(1),
                    "A payload of text carries one value; give each its topic, or use payload: json.");
        }
        String name = values.names().get(0);
        if (time.isPresent()) {
            throw new MappingException(
                    name,
                    "A payload of text carries no time; use payload: json and timePointer, or report without a time.");
        }
        return Bytes.ofUtf8(forms.toText(type(name), values.get(name)));
    }

    private Bytes json(TopicName topic, Values values, Optional<Instant> time) {
        boolean shared = names.reports.isShared(topic);
        JsonPointer first = pointers.of(values.names().get(0), shared);
        if (first.tokens().isEmpty()) {
            return whole(values, time);
        }
        JsonTree tree = new JsonTree(config.jsonTemplate());
        values.forEach((name, value) -> {
            JsonPointer pointer = pointers.of(name, shared);
            if (pointer.tokens().isEmpty()) {
                throw new MappingException(
                        name, "Its pointer is the whole payload of " + topic + ", which others share.");
            }
            tree.put(pointer, forms.toJson(type(name), value));
        });
        time.ifPresent(at -> tree.put(timePointer(), new Value.Int(at.toEpochMilli())));
        return tree.toBytes();
    }

    private Bytes whole(Values values, Optional<Instant> time) {
        String name = values.names().get(0);
        if (values.size() > 1 || time.isPresent()) {
            throw new MappingException(
                    name, "It is the whole payload, in which nothing else has room; set pointer: /{property}.");
        }
        return Bytes.copyOf(Json.write(forms.toJson(type(name), values.get(name))));
    }

    private JsonPointer timePointer() {
        return config.timePointer()
                .map(JsonPointer::parse)
                .filter(pointer -> !pointer.tokens().isEmpty())
                .orElseThrow(() -> new MappingException(
                        "time", "The payload has no place for a time; set timePointer, or report without a time."));
    }

    Outgoing event(Uplink.EventReport event) {
        TopicName topic = names.events.of(event.event(), "eventTopic or eventTopics");
        JsonTree tree = new JsonTree(event.output());
        event.time().ifPresent(at -> tree.put(timePointer(), new Value.Int(at.toEpochMilli())));
        return marked(Outgoing.of(new Publication(topic, tree.toBytes(), config.qos(), false, properties)));
    }

    Outgoing raw(Bytes payload) {
        TopicName topic = names.raw.orElseThrow(
                () -> new UnsupportedOperationException("This device has no topic for raw messages; set rawTopic."));
        return marked(Outgoing.of(new Publication(topic, payload, config.qos(), false, properties)));
    }

    /** An answer goes where the request wants it, and repeats what belongs to the request. */
    Outgoing answer(ReplyAddress to, Bytes payload) {
        MessageProperties repeated = to.detail().isEmpty()
                ? MessageProperties.NONE
                : MessageProperties.NONE.withCorrelationData(
                        Bytes.copyOf(Base64.getDecoder().decode(to.detail())));
        return marked(Outgoing.of(new Publication(TopicName.of(to.topic()), payload, config.qos(), false, repeated)));
    }

    /** Marks what comes back because the device listens there, too. */
    private Outgoing marked(Outgoing outgoing) {
        TopicName topic = outgoing.publication().topic();
        return heard.stream().anyMatch(filter -> filter.matches(topic))
                ? outgoing.echoedAs(
                        List.of(new Echo(topic, outgoing.publication().payload())))
                : outgoing;
    }

    private Optional<DataType> type(String property) {
        return config.thingModel().flatMap(model -> model.property(property)).map(PropertySpec::type);
    }
}
