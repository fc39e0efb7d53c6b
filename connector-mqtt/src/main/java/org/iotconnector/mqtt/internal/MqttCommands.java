package org.iotconnector.mqtt.internal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.mqtt.MqttConfig;
import org.iotconnector.mqtt.PayloadForm;

/** What a device is told: property sets, calls of services, raw commands. Immutable. */
final class MqttCommands {
    private final MqttConfig config;
    private final MqttNames names;
    private final ValueForms forms;
    private final Pointers pointers;

    MqttCommands(MqttConfig config, MqttNames names, ValueForms forms) {
        this.config = config;
        this.names = names;
        this.forms = forms;
        Map<String, String> own = new LinkedHashMap<>(config.pointers());
        own.putAll(config.commandPointers());
        this.pointers = new Pointers(config.pointer(), own);
    }

    List<Downlink> decode(Message message) {
        TopicName topic = message.topic();
        if (names.rawCommands.filter(topic::equals).isPresent()) {
            return message.retained()
                    ? List.of()
                    : List.of(new Downlink.RawCommand(message.payload(), replyTo(message, names.raw, "")));
        }
        Optional<List<String>> services = names.services.names(topic).filter(found -> !found.isEmpty());
        if (services.isPresent()) {
            // A call that the broker kept from before is a call of nobody.
            return message.retained() ? List.of() : List.of(call(services.get().get(0), message));
        }
        Optional<List<String>> properties = names.commands.names(topic);
        if (properties.isEmpty() || (message.retained() && !obeysRetained(topic, properties.get()))) {
            return List.of();
        }
        return set(message, properties.get());
    }

    /** What the broker kept on a topic that the device reports on is its own last report. */
    private boolean obeysRetained(TopicName topic, List<String> properties) {
        boolean own = names.reports.names(topic).isPresent()
                || properties.stream()
                        .anyMatch(name ->
                                names.reports.find(name).filter(topic::equals).isPresent());
        return config.retainedCommands() && !own;
    }

    private List<Downlink> set(Message message, List<String> properties) {
        TopicName topic = message.topic();
        Bytes payload = message.payload();
        Values values = config.commandPayload() == PayloadForm.TEXT
                ? text(topic, properties, payload)
                : json(topic, properties, payload);
        if (values.isEmpty()) {
            throw new MappingException("", "A command on " + topic + " sets no property that this device has.");
        }
        return List.of(new Downlink.PropertySet(
                values,
                replyTo(message, names.commandReplies.find(values.names().get(0)), "")));
    }

    /** The topic that an MQTT 5 request names goes before that of the settings. */
    private static Optional<ReplyAddress> replyTo(Message request, Optional<TopicName> usual, String id) {
        String correlation = request.properties()
                .correlationData()
                .map(data -> Base64.getEncoder().encodeToString(data.toArray()))
                .orElse("");
        return request.properties()
                .responseTopic()
                .or(() -> usual)
                .map(topic -> new ReplyAddress(topic.text(), id, correlation));
    }

    private Values text(TopicName topic, List<String> properties, Bytes payload) {
        if (properties.size() != 1) {
            throw new MappingException("", "A text on " + topic + " does not say which property it sets.");
        }
        String name = properties.get(0);
        try {
            return named(name, forms.fromText(type(name), Utf8.read(payload)));
        } catch (MappingException wrong) {
            throw new MappingException(name, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private Values json(TopicName topic, List<String> properties, Bytes payload) {
        Value document = Json.read(payload.toArray());
        boolean shared = names.commands.isShared(topic);
        Values.Builder found = Values.builder();
        for (String name : candidates(document, properties, shared)) {
            pointers.of(name, shared)
                    .find(document)
                    .ifPresent(value -> found.put(name, forms.fromJson(type(name), value)));
        }
        return found.build();
    }

    /** The properties to look for: those of the topic, else those that are known, else every member at the pointer. */
    private List<String> candidates(Value document, List<String> properties, boolean shared) {
        if (!properties.isEmpty()) {
            return properties;
        }
        if (config.thingModel().isPresent()) {
            return config.thingModel().get().properties().stream()
                    .map(PropertySpec::identifier)
                    .toList();
        }
        Set<String> known = pointers.names();
        String template = pointers.template(shared);
        List<String> all = new ArrayList<>(known);
        if (template.endsWith(Pointers.BY_NAME)) {
            String parent = template.substring(0, template.length() - Pointers.BY_NAME.length());
            Set<String> firstTokens = pointers.firstTokens();
            JsonPointer.parse(parent).find(document).stream()
                    .flatMap(value -> value instanceof Value.Struct it ? it.value().names().stream() : Stream.of())
                    .filter(name -> !known.contains(name) && !(parent.isEmpty() && firstTokens.contains(name)))
                    .forEach(all::add);
        }
        return all;
    }

    private Downlink call(String service, Message message) {
        Bytes payload = message.payload();
        Values input = payload.length() == 0 ? Values.empty() : Json.readObject(payload.toArray());
        String id = "";
        if (config.requestIdMember().isPresent()) {
            String member = config.requestIdMember().get();
            id = input.find(member).map(MqttCommands::idText).orElse("");
            input = input.without(member);
        }
        return new Downlink.ServiceCall(
                service, input, false, replyTo(message, names.serviceReplies.find(service), id));
    }

    /** As JSON, so that a number comes back as a number and a text as a text. */
    private static String idText(Value id) {
        return Json.toText(id);
    }

    private static Values named(String name, Value value) {
        try {
            return Values.of(name, value);
        } catch (IllegalArgumentException badName) {
            throw new MappingException("", "The topic names no property: " + badName.getMessage(), badName);
        }
    }

    private Optional<DataType> type(String property) {
        return config.thingModel().flatMap(model -> model.property(property)).map(PropertySpec::type);
    }
}
