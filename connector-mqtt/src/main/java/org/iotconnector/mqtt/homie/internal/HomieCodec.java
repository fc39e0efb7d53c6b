package org.iotconnector.mqtt.homie.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ReplyCodes;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.mqtt.homie.HomieConfig;
import org.iotconnector.mqtt.homie.HomieState;
import org.iotconnector.mqtt.homie.HomieVersion;
import org.iotconnector.mqtt.internal.Utf8;

/** One device of the convention, whatever its version. Immutable. */
public final class HomieCodec implements ThingCodec {
    private static final String TARGET_SUFFIX = "/" + HomieTopics.TARGET;

    private final HomieConfig config;
    private final HomieLayout layout;
    private final HomieTopics topics;
    private final boolean newest;
    private final Map<TopicName, LaidProperty> settable = new LinkedHashMap<>();

    /** The codec of {@code config}, whose thing model is laid out as {@code layout}. */
    public HomieCodec(HomieConfig config, HomieLayout layout) {
        this.config = config;
        this.layout = layout;
        this.topics = new HomieTopics(config.homieVersion(), config.domain(), config.device());
        this.newest = config.homieVersion() == HomieVersion.V5;
        layout.all().stream()
                .filter(LaidProperty::settable)
                .forEach(each -> settable.put(topics.set(each.node(), each.id()), each));
    }

    @Override
    public List<Subscription> subscriptions(Interest interest) {
        List<Subscription> all = new ArrayList<>();
        settable.forEach((topic, property) -> {
            boolean wanted = property.kind() == LaidProperty.Kind.PROPERTY
                    ? interest.sets()
                    : interest.services().contains(property.identifier());
            if (wanted) {
                all.add(new Subscription(TopicFilter.of(topic), qos(property)));
            }
        });
        return List.copyOf(all);
    }

    /** Version 5 wants QoS 0 for what the broker does not keep, and for the commands of it. */
    private QualityOfService qos(LaidProperty property) {
        return newest && !property.retained() ? QualityOfService.AT_MOST_ONCE : config.qos();
    }

    @Override
    public List<Outgoing> encode(Uplink message, long sequence) {
        return message.match(
                report -> properties(report),
                event -> List.of(event(event)),
                this::setReply,
                this::serviceReply,
                query -> none("desired values"),
                delete -> none("desired values"),
                batch -> none("batch reports"),
                history -> none("history reports"),
                raw -> none("raw messages"),
                raw -> none("raw messages"));
    }

    private List<Outgoing> properties(Uplink.PropertyReport report) {
        if (report.time().isPresent()) {
            throw new MappingException("time", "Homie has no times of values; report without one.");
        }
        List<Outgoing> all = new ArrayList<>();
        report.values().forEach((name, value) -> all.add(value(name, value)));
        return all;
    }

    private Outgoing value(String name, Value value) {
        LaidProperty property = layout.find(LaidProperty.Kind.PROPERTY, name)
                .orElseThrow(() -> new MappingException(name, "is not in the thing model that the device describes."));
        return new Outgoing(
                publication(property, property.write(value)), Optional.empty(), Set.of(property.identifier()));
    }

    private Publication publication(LaidProperty property, String payload) {
        return new Publication(
                topics.value(property.node(), property.id()),
                Bytes.ofUtf8(payload),
                qos(property),
                property.retained());
    }

    private Outgoing event(Uplink.EventReport event) {
        if (event.time().isPresent()) {
            throw new MappingException("time", "Homie has no times of events; report without one.");
        }
        LaidProperty property = layout.find(LaidProperty.Kind.EVENT, event.event())
                .orElseThrow(() -> new MappingException(event.event(), "is no event of the thing model."));
        return Outgoing.of(publication(property, property.write(event.output())));
    }

    /** Only version 5 has a place for what went wrong. */
    private List<Outgoing> setReply(Uplink.SetReply reply) {
        return trouble(reply.to().detail(), reply.code(), reply.message());
    }

    private List<Outgoing> trouble(String what, int code, String message) {
        if (!newest || code == ReplyCodes.HTTP_LIKE.done()) {
            return List.of();
        }
        return List.of(Outgoing.of(new Publication(
                topics.attribute("$log/warn"),
                Bytes.ofUtf8(what + ": " + message),
                QualityOfService.AT_MOST_ONCE,
                false)));
    }

    private List<Outgoing> serviceReply(Uplink.ServiceReply reply) {
        TopicName topic = TopicName.of(reply.to().topic());
        if (topic.text().endsWith(TARGET_SUFFIX)) {
            String node = topic.text().substring(0, topic.text().length() - TARGET_SUFFIX.length());
            LaidProperty property = settable.get(TopicName.of(node + "/" + HomieTopics.SET));
            return property == null
                    ? List.of()
                    : List.of(Outgoing.of(new Publication(
                            topic, Bytes.ofUtf8(reply.to().detail()), qos(property), property.retained())));
        }
        LaidProperty service = settable.get(TopicName.of(topic.text() + "/" + HomieTopics.SET));
        boolean done = reply.code() == ReplyCodes.HTTP_LIKE.done();
        return service == null || !done
                ? trouble(reply.to().detail(), reply.code(), reply.message())
                : List.of(Outgoing.of(publication(service, service.write(reply.output()))));
    }

    @Override
    public List<Downlink> decode(Message message) {
        LaidProperty property = settable.get(message.topic());
        // A command that somebody had the broker keep would be obeyed again at every start.
        if (property == null || message.retained()) {
            return List.of();
        }
        String payload = Utf8.read(message.payload());
        if (property.kind() == LaidProperty.Kind.SERVICE) {
            Values input = payload.isEmpty()
                    ? Values.empty()
                    : Json.readObject(message.payload().toArray());
            ReplyAddress to = new ReplyAddress(
                    topics.value(property.node(), property.id()).text(), "", property.identifier());
            return List.of(new Downlink.ServiceCall(property.identifier(), input, false, Optional.of(to)));
        }
        List<Downlink> all = new ArrayList<>();
        Values values = Values.of(property.identifier(), property.read(payload));
        if (newest && config.target()) {
            // $target has to be there before any value that the handler reports. Requests are carried out in order,
            // so one for the property that is answered on $target goes out before the handler of the set is called.
            String target = topics.target(property.node(), property.id()).text();
            all.add(new Downlink.PropertyGet(
                    List.of(property.identifier()), Optional.of(new ReplyAddress(target, "", payload))));
        }
        all.add(new Downlink.PropertySet(
                values, Optional.of(new ReplyAddress(message.topic().text(), "", property.identifier()))));
        return all;
    }

    /** Init, the description, the values that the broker may not have, ready. */
    @Override
    public List<Outgoing> attach(Instant now, Values reported, long sequence) {
        List<Outgoing> all = new ArrayList<>();
        all.add(state(HomieState.INIT));
        if (newest) {
            all.add(attribute(HomieTopics.DESCRIPTION, HomieDescription.document(config, layout)));
        } else {
            HomieDescription.attributes(config, layout)
                    .forEach(each -> all.add(attribute(each.path(), Bytes.ofUtf8(each.text()))));
        }
        reported.forEach((name, value) -> layout.find(LaidProperty.Kind.PROPERTY, name)
                .filter(LaidProperty::retained)
                .ifPresent(property -> all.add(Outgoing.of(publication(property, property.write(value))))));
        all.add(state(HomieState.READY));
        return all;
    }

    @Override
    public List<Outgoing> detach(long sequence) {
        return List.of(state(config.stateAtClose()));
    }

    private Outgoing state(HomieState state) {
        return attribute(HomieTopics.STATE, Bytes.ofUtf8(state.text()));
    }

    private Outgoing attribute(String path, Bytes payload) {
        return Outgoing.of(new Publication(topics.attribute(path), payload, config.qos(), true));
    }

    private static List<Outgoing> none(String what) {
        throw new UnsupportedOperationException("Homie has no " + what + ".");
    }
}
