package org.iotconnector.tck.mirror;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.spi.Echo;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * {@code <device>} carries {@code name=value,…}, as report and as command. {@code <device>/get} asks for the last one.
 * {@code notice} carries {@code <kind> <seconds>}.
 */
record MirrorCodec(String device, boolean introduces) implements ThingCodec {
    @Override
    public List<Subscription> subscriptions(Interest interest) {
        List<Subscription> all = new ArrayList<>();
        all.add(Subscription.atLeastOnce("notice"));
        if (interest.sets()) {
            all.add(Subscription.atLeastOnce(device));
        }
        return all;
    }

    @Override
    public List<Outgoing> recall(Subscription granted) {
        return granted.filter().text().equals(device)
                ? List.of(Outgoing.of(publication("/get", "")).costing(0))
                : List.of();
    }

    @Override
    public List<Outgoing> attach(Instant now, Values reported, long sequence) {
        return introduces
                ? List.of(
                        Outgoing.of(publication("/hello", write(reported))).costing(0),
                        Outgoing.of(publication("/ready", "")).costing(0))
                : List.of();
    }

    @Override
    public List<Outgoing> detach(long sequence) {
        return List.of(Outgoing.of(publication("/goodbye", "")).costing(0));
    }

    @Override
    public List<Outgoing> encode(Uplink message, long sequence) {
        if (message instanceof Uplink.PropertyReport report) {
            Publication publication = publication("", write(report.values()));
            Set<String> names = Set.copyOf(report.values().names());
            return List.of(new Outgoing(publication, Optional.empty(), names)
                    .echoedAs(List.of(new Echo(publication.topic(), publication.payload())))
                    .costing(names.size()));
        }
        throw new UnsupportedOperationException("Mirror has no such message.");
    }

    private Publication publication(String suffix, String text) {
        Publication plain = Publication.text(device + suffix, text);
        return new Publication(plain.topic(), plain.payload(), QualityOfService.AT_LEAST_ONCE, false);
    }

    private static String write(Values values) {
        List<String> pairs = new ArrayList<>();
        values.names().forEach(name -> pairs.add(name + "=" + values.text(name)));
        return String.join(",", pairs);
    }

    @Override
    public List<Downlink> decode(Message message) {
        String text = new String(message.payload().toArray(), StandardCharsets.UTF_8);
        if (message.topic().text().equals("notice")) {
            String[] words = text.split(" ", -1);
            return List.of(new Downlink.Notice(
                    Downlink.NoticeKind.valueOf(words[0]),
                    text,
                    Optional.of(Duration.ofSeconds(Long.parseLong(words[1])))));
        }
        Values.Builder values = Values.builder();
        for (String pair : text.split(",", -1)) {
            String[] parts = pair.split("=", -1);
            values.put(parts[0], Value.of(parts[1]));
        }
        return List.of(new Downlink.PropertySet(values.build(), Optional.empty()));
    }
}
