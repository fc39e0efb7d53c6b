package org.iotconnector.onenet.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.onenet.OneNetConfig;

/**
 * Thing-model messages as OneJSON: hands each to the class that knows its kind. Reads what a gateway hears for its
 * sub-devices, too. Immutable.
 */
public final class OneNetCodec implements ThingCodec {
    private static final Function<Uplink, Outgoing> NO_RAW =
            Unsupported.because("A OneNET product of data protocol onejson has no raw messages; use a product"
                    + " of data protocol raw for a payload of your own.");

    private final OneNetTopics topics;
    private final OneNetSubscriptions subscriptions;
    private final OneNetReports reports;
    private final OneNetRequests requests;

    OneNetCodec(OneNetConfig config) {
        this.topics = new OneNetTopics(config.productId(), config.deviceName());
        this.subscriptions = new OneNetSubscriptions(topics);
        this.reports = new OneNetReports(config, topics);
        this.requests = new OneNetRequests(config.thingModel());
    }

    /** The codec of the product's data protocol, or of a sub-device. */
    public static ThingCodec of(OneNetConfig config) {
        if (config.gateway().isPresent()) {
            return new OneNetSubDeviceCodec(config, config.gateway().get());
        }
        return switch (config.dataProtocol()) {
            case ONEJSON -> new OneNetCodec(config);
            case RAW -> new OneNetRawCodec(config);
            case DATASTREAM -> new OneNetDataStreamCodec(config);
        };
    }

    @Override
    public List<Subscription> subscriptions(Interest interest) {
        return subscriptions.thingModel();
    }

    @Override
    public List<Outgoing> encode(Uplink message, long sequence) {
        String id = OneJson.id(sequence);
        return List.of(message.match(
                report -> reports.properties(report, id),
                event -> reports.event(event, id),
                OneNetAnswers::set,
                OneNetAnswers::service,
                query -> reports.desiredQuery(query, id),
                delete -> reports.desiredDelete(delete, id),
                batch -> reports.batch(batch.backlog(), id),
                history -> reports.history(history.backlog(), id),
                NO_RAW,
                NO_RAW));
    }

    @Override
    public List<Downlink> decode(Message message) {
        Optional<OneNetTopics.Route> route = topics.route(message.topic());
        return route.map(it -> List.of(decode(it, message.payload()))).orElse(List.of());
    }

    private Downlink decode(OneNetTopics.Route route, Bytes payload) {
        return switch (route.kind()) {
            case REPLY -> OneNetReplies.reply(route, payload);
            case DESIRED_REPLY -> OneNetReplies.desired(route, payload);
            case PROPERTY_SET -> requests.set(route, payload);
            case PROPERTY_GET -> OneNetRequests.get(route, payload);
            case SERVICE -> requests.service(route, payload);
            case SUB_PROPERTY_SET, SUB_PROPERTY_GET, SUB_SERVICE -> requests.subDevice(route, payload);
        };
    }
}
