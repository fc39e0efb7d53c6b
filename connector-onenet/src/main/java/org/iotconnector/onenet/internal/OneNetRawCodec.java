package org.iotconnector.onenet.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.onenet.OneNetConfig;

/**
 * Products of data protocol raw: the device's own bytes both ways, which a script on the platform turns into OneJSON.
 * What the platform answers depends on that script, so nothing is awaited. Immutable. OneNET, "Pass-through", read
 * 2026-11.
 */
final class OneNetRawCodec implements ThingCodec {
    private static final Function<Uplink, Outgoing> ONLY_RAW =
            Unsupported.because("A OneNET product of data protocol raw knows raw reports and raw commands"
                    + " only; its script makes properties and events of them.");

    private final OneNetTopics topics;
    private final OneNetSubscriptions subscriptions;
    private final OneNetConfig config;

    OneNetRawCodec(OneNetConfig config) {
        this.topics = new OneNetTopics(config.productId(), config.deviceName());
        this.subscriptions = new OneNetSubscriptions(topics);
        this.config = config;
    }

    @Override
    public List<Subscription> subscriptions(Interest interest) {
        return subscriptions.raw(interest);
    }

    @Override
    public List<Outgoing> encode(Uplink message, long sequence) {
        return List.of(message.match(
                ONLY_RAW,
                ONLY_RAW,
                ONLY_RAW,
                ONLY_RAW,
                ONLY_RAW,
                ONLY_RAW,
                ONLY_RAW,
                ONLY_RAW,
                this::report,
                raw -> OneNetAnswers.bytes(raw.to(), raw.payload())));
    }

    private Outgoing report(Uplink.RawReport report) {
        TopicName topic = TopicName.of(topics.of(OneNetTopics.RAW_UP));
        return Outgoing.of(new Publication(topic, report.payload(), config.qos(), false));
    }

    @Override
    public List<Downlink> decode(Message message) {
        Optional<String> path = topics.path(message.topic());
        if (path.filter(OneNetTopics.answer(OneNetTopics.RAW_UP)::equals).isPresent()) {
            return List.of(new Downlink.RawReportReply(message.payload()));
        }
        return path.flatMap(it -> OneNetTopics.levelAfter(OneNetTopics.RAW_DOWN, it))
                .map(id -> List.<Downlink>of(new Downlink.RawCommand(message.payload(), answer(id))))
                .orElse(List.of());
    }

    private Optional<ReplyAddress> answer(String id) {
        return Optional.of(new ReplyAddress(topics.of(OneNetTopics.RAW_DOWN_REPLY + id), id));
    }
}
