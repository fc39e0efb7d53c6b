package org.iotconnector.aliyun.internal;

import java.util.List;
import java.util.Optional;
import org.iotconnector.aliyun.AliyunConfig;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;

/** Thing-model messages as Alink JSON on system topics: hands each to the class that knows its kind. Immutable. */
public final class AliyunCodec implements ThingCodec {
    private final AliyunTopics topics;
    private final AliyunSubscriptions subscriptions;
    private final AliyunReports reports;
    private final AliyunAnswers answers;

    public AliyunCodec(AliyunConfig config) {
        this.topics = new AliyunTopics(config.productKey(), config.deviceName());
        this.subscriptions = new AliyunSubscriptions(topics, usesCustomRrpc(config));
        this.reports = new AliyunReports(config, topics);
        this.answers = new AliyunAnswers(topics);
    }

    /** Bit 0 of the extension {@code ext}; what is no number is not ours to judge. */
    private static boolean usesCustomRrpc(AliyunConfig config) {
        String bits = config.extensions().getOrDefault("ext", "");
        return bits.matches("[0-9]{1,9}") && (Integer.parseInt(bits) & 1) == 1;
    }

    @Override
    public List<Subscription> subscriptions(Interest interest) {
        return subscriptions.of(interest);
    }

    @Override
    public List<Outgoing> encode(Uplink message, long sequence) {
        // Alink ids are texts of digits from 0 to 4294967295.
        String id = Long.toString(sequence & 0xFFFF_FFFFL);
        return List.of(message.match(
                report -> reports.properties(report, id),
                event -> reports.event(event, id),
                answers::set,
                answers::service,
                query -> reports.desiredQuery(query, id),
                delete -> reports.desiredDelete(delete, id),
                batch -> reports.batch(batch.backlog(), id),
                history -> reports.history(history.backlog(), id),
                reports::raw,
                answers::raw));
    }

    @Override
    public List<Downlink> decode(Message message) {
        Optional<AliyunTopics.Route> route = topics.route(message.topic());
        return route.map(it -> List.of(decode(it, message))).orElse(List.of());
    }

    private static Downlink decode(AliyunTopics.Route route, Message message) {
        return switch (route.kind()) {
            case REPLY -> AliyunReplies.reply(route, message.payload());
            case DESIRED_REPLY -> AliyunReplies.desired(route, message.payload());
            case RAW_REPORT_REPLY -> new Downlink.RawReportReply(message.payload());
            case RAW_COMMAND -> AliyunRequests.raw(route, message.payload());
            case RRPC -> AliyunRequests.rrpc(route, message.payload());
            case PROPERTY_SET -> AliyunRequests.set(route, message.payload());
            case PROPERTY_GET -> AliyunRequests.get(route, message.payload());
            case SERVICE -> AliyunRequests.service(route, message.payload());
        };
    }
}
