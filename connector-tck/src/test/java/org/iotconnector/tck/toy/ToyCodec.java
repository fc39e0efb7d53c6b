package org.iotconnector.tck.toy;

import java.util.ArrayList;
import java.util.List;
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
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;

/**
 * Topics {@code toy/<device>/…}, payloads {@code {"id":…,"values":{…}}}, answers {@code {"id":…,"code":…}}. The platform
 * sends on {@code toy/<device>/unasked/…} without a subscription.
 */
public record ToyCodec(String device) implements ThingCodec {
    private String topic(String what) {
        return "toy/" + device + "/" + what;
    }

    @Override
    public List<Subscription> subscriptions(Interest interest) {
        List<Subscription> filters = new ArrayList<>();
        filters.add(Subscription.atLeastOnce(topic("report/reply")));
        filters.add(Subscription.atLeastOnce(topic("child/+")));
        if (interest.sets()) {
            filters.add(Subscription.atLeastOnce(topic("set")));
        }
        return filters;
    }

    @Override
    public List<TopicFilter> unsubscribed() {
        return List.of(TopicFilter.of(topic("unasked/+")));
    }

    @Override
    public List<Outgoing> encode(Uplink message, long sequence) {
        if (message instanceof Uplink.PropertyReport report) {
            Values envelope = Values.of("id", sequence, "values", report.values());
            return List.of(new Outgoing(
                    publication(topic("report"), envelope),
                    Optional.of(Long.toString(sequence)),
                    Set.copyOf(report.values().names())));
        } else if (message instanceof Uplink.SetReply reply) {
            Values envelope = Values.of("id", reply.to().id(), "code", reply.code());
            return List.of(Outgoing.of(publication(reply.to().topic(), envelope)));
        }
        throw new UnsupportedOperationException("Toy has no such message.");
    }

    static Publication publication(String topic, Values envelope) {
        return new Publication(
                TopicName.of(topic), Bytes.copyOf(Json.write(envelope)), QualityOfService.AT_LEAST_ONCE, false);
    }

    @Override
    public List<Downlink> decode(Message message) {
        String topic = message.topic().text();
        if (topic.equals(topic("set")) || topic.startsWith(topic("unasked/"))) {
            Values envelope = Json.readObject(message.payload().toArray());
            return List.of(new Downlink.PropertySet(
                    envelope.struct("values"), Optional.of(new ReplyAddress(topic("set/reply"), id(envelope)))));
        } else if (topic.equals(topic("report/reply"))) {
            Values envelope = Json.readObject(message.payload().toArray());
            int code = envelope.integer("code");
            return List.of(new Downlink.PlatformReply(id(envelope), code, "", Values.empty(), code == 200));
        }
        if (topic.equals(topic("child/set"))) {
            Values envelope = Json.readObject(message.payload().toArray());
            return List.of(new Downlink.SubDeviceMessage(
                    envelope.text("child"),
                    new Downlink.PropertySet(
                            envelope.struct("values"),
                            Optional.of(new ReplyAddress(topic("child/set/reply"), id(envelope))))));
        } else if (topic.equals(topic("child/join")) || topic.equals(topic("child/login"))) {
            Values envelope = Json.readObject(message.payload().toArray());
            int code = envelope.integer("code");
            String key = topic.substring(topic.lastIndexOf('/') + 1) + "#" + id(envelope);
            return List.of(new Downlink.PlatformReply(key, code, "", Values.empty(), code == 200));
        }
        return List.of();
    }

    private static String id(Values envelope) {
        return envelope.find("id")
                .map(id -> id.toString().replaceAll("\\D", ""))
                .orElseThrow(() -> new MappingException("/id", "is missing"));
    }
}
