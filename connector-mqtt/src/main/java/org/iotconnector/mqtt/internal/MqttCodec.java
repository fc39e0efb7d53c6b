package org.iotconnector.mqtt.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.mqtt.MqttConfig;

/** The topics and payloads that the settings of one device describe. Immutable. */
public final class MqttCodec implements ThingCodec {
    private final MqttNames names;
    private final MqttReports reports;
    private final MqttCommands commands;
    private final Optional<TopicName> availability;
    private final MqttConfig config;

    public MqttCodec(MqttConfig config) {
        ValueForms forms = new ValueForms(config.booleanWords(), config.enumerations());
        this.config = config;
        this.names = new MqttNames(config);
        this.reports = new MqttReports(config, names, forms);
        this.commands = new MqttCommands(config, names, forms);
        this.availability = MqttNames.bind(config, config.availabilityTopic()).map(TopicTemplate::topic);
    }

    @Override
    public List<Subscription> subscriptions(Interest interest) {
        List<TopicFilter> filters = new ArrayList<>();
        if (interest.sets()) {
            filters.addAll(names.commandFilters());
        }
        for (String service : interest.services()) {
            names.services.find(service).map(TopicFilter::of).ifPresent(filters::add);
        }
        if (interest.raw()) {
            names.rawCommands.map(TopicFilter::of).ifPresent(filters::add);
        }
        return filters.stream().distinct().map(names::subscription).toList();
    }

    @Override
    public List<Outgoing> encode(Uplink message, long sequence) {
        return message.match(
                reports::properties,
                event -> List.of(reports.event(event)),
                reply -> List.of(setReply(reply)),
                reply -> List.of(serviceReply(reply)),
                query -> none("desired values"),
                delete -> none("desired values"),
                batch -> none("batch reports"),
                history -> none("history reports"),
                raw -> List.of(reports.raw(raw.payload())),
                raw -> List.of(reports.answer(raw.to(), raw.payload())));
    }

    private Outgoing setReply(Uplink.SetReply reply) {
        byte[] payload = JsonWriter.create()
                .startObject()
                .name("code")
                .number(reply.code())
                .name("message")
                .text(reply.message())
                .endObject()
                .finish();
        return reports.answer(reply.to(), Bytes.copyOf(payload));
    }

    private Outgoing serviceReply(Uplink.ServiceReply reply) {
        JsonWriter json = JsonWriter.create().startObject();
        if (!reply.to().id().isEmpty()) {
            json.name(config.requestIdMember().orElse("id")).raw(reply.to().id());
        }
        json.name("code").number(reply.code()).name("message").text(reply.message());
        if (!reply.output().isEmpty()) {
            json.name("output").value(reply.output());
        }
        return reports.answer(reply.to(), Bytes.copyOf(json.endObject().finish()));
    }

    @Override
    public List<Downlink> decode(Message message) {
        return commands.decode(message);
    }

    @Override
    public List<Outgoing> attach(Instant now, Values reported, long sequence) {
        return presence(config.onlinePayload());
    }

    @Override
    public List<Outgoing> detach(long sequence) {
        return presence(config.offlinePayload());
    }

    private List<Outgoing> presence(String text) {
        return availability
                .map(topic -> List.of(
                        Outgoing.of(new Publication(topic, Bytes.ofUtf8(text), QualityOfService.AT_LEAST_ONCE, true))))
                .orElse(List.of());
    }

    private static List<Outgoing> none(String what) {
        throw new UnsupportedOperationException("A plain MQTT broker has no " + what + ".");
    }
}
