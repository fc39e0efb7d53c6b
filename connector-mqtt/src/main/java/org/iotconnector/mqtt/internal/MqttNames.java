package org.iotconnector.mqtt.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.mqtt.MqttConfig;

/** Every topic of one device. Immutable. */
final class MqttNames {
    private static final String PROPERTY = "property";
    private static final String EVENT = "event";
    private static final String SERVICE = "service";

    final MqttTopics reports;
    final MqttTopics commands;
    final MqttTopics commandReplies;
    final MqttTopics events;
    final MqttTopics services;
    final MqttTopics serviceReplies;
    final Optional<TopicName> raw;
    final Optional<TopicName> rawCommands;
    private final Set<String> settable = new LinkedHashSet<>();
    private final QualityOfService qos;
    private final Optional<String> group;

    MqttNames(MqttConfig config) {
        this.reports = topics(config, PROPERTY, config.propertyTopic(), config.propertyTopics());
        this.commands = topics(config, PROPERTY, config.commandTopic(), config.commandTopics());
        this.commandReplies = topics(config, PROPERTY, config.commandReplyTopic(), Map.of());
        this.events = topics(config, EVENT, config.eventTopic(), config.eventTopics());
        this.services = topics(config, SERVICE, config.serviceTopic(), config.serviceTopics());
        this.serviceReplies = topics(config, SERVICE, config.serviceReplyTopic(), Map.of());
        this.raw = bind(config, config.rawTopic()).map(TopicTemplate::topic);
        this.rawCommands = bind(config, config.rawCommandTopic()).map(TopicTemplate::topic);
        this.qos = config.commandQos();
        this.group = config.shareGroup();
        settable.addAll(config.commandTopics().keySet());
        config.thingModel()
                .ifPresent(model -> model.properties().stream()
                        .filter(property -> property.access().writable())
                        .map(PropertySpec::identifier)
                        .forEach(settable::add));
    }

    private static MqttTopics topics(
            MqttConfig config, String variable, Optional<String> template, Map<String, String> exceptions) {
        Map<String, TopicName> own = new LinkedHashMap<>();
        exceptions.forEach((name, text) ->
                own.put(name, bind(config, Optional.of(text)).orElseThrow().topic(variable, name)));
        return new MqttTopics(variable, bind(config, template), own);
    }

    static Optional<TopicTemplate> bind(MqttConfig config, Optional<String> template) {
        return template.map(text -> TopicTemplate.parse(
                        config.topicPrefix() + text,
                        Set.of("deviceName", "clientId", "username", PROPERTY, EVENT, SERVICE))
                .bind(Map.of(
                        "deviceName",
                        config.deviceName(),
                        "clientId",
                        config.clientId(),
                        "username",
                        config.username().orElse(""))));
    }

    List<TopicFilter> commandFilters() {
        return commands.filters(settable);
    }

    /** All that the device may ever listen to, services by the template's wildcard included. */
    List<TopicFilter> allFilters() {
        Set<TopicFilter> all = new LinkedHashSet<>(commandFilters());
        all.addAll(services.filters(Set.of()));
        rawCommands.map(TopicFilter::of).ifPresent(all::add);
        return List.copyOf(all);
    }

    Subscription subscription(TopicFilter filter) {
        return new Subscription(
                group.map(name -> TopicFilter.of("$share/" + name + "/" + filter))
                        .orElse(filter),
                qos);
    }
}
