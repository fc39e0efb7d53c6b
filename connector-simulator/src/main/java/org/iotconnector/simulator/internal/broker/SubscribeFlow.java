package org.iotconnector.simulator.internal.broker;

import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.simulator.internal.spi.Message;

/**
 * SUBSCRIBE and UNSUBSCRIBE. A filter that is refused does not close the connection, small clients would not recover; too many in one
 * packet do where the platform says so.
 */
final class SubscribeFlow {
    private static final int FAILURE_3 = 0x80;
    private static final int NOT_AUTHORIZED_5 = 0x87;
    private static final int FILTER_INVALID_5 = 0x8F;
    private static final short NO_SUBSCRIPTION_EXISTED_5 = 0x11;
    private static final int QUOTA_EXCEEDED = 0x97;
    private static final int PROTOCOL_ERROR = 0x82;
    private static final int SHARED_NOT_SUPPORTED_5 = 0x9E;

    private final Broker broker;

    SubscribeFlow(Broker broker) {
        this.broker = broker;
    }

    void subscribe(ClientConnection connection, MqttSubscribeMessage packet) {
        if (refusesFilters(connection, packet.payload().topicSubscriptions().size())
                || isMalformed(connection, packet)) {
            return;
        }
        List<Integer> codes = new ArrayList<>();
        List<Message> retained = new ArrayList<>();
        for (MqttTopicSubscription wish : packet.payload().topicSubscriptions()) {
            codes.add(subscribe(connection, wish, retained));
        }
        connection.send(Packets.subAck(packet.variableHeader().messageId(), codes));
        retained.forEach(message ->
                broker.deliveries().deliverRetained(connection.state().session(), message));
        broker.journal().ring();
    }

    void unsubscribe(ClientConnection connection, MqttUnsubscribeMessage packet) {
        if (refusesFilters(connection, packet.payload().topics().size())) {
            return;
        }
        Session session = connection.state().session();
        List<Short> codes = new ArrayList<>();
        for (String filter : packet.payload().topics()) {
            codes.add(unsubscribe(session, filter) ? 0 : NO_SUBSCRIPTION_EXISTED_5);
        }
        connection.send(Packets.unsubAck(packet.variableHeader().messageId(), codes));
        broker.journal().ring();
    }

    private boolean unsubscribe(Session session, String filter) {
        SharedFilter shared = session.shared().remove(filter);
        if (shared != null) {
            broker.shared().remove(shared, session);
            return true;
        }
        broker.tree().remove(filter, session);
        return session.subscriptions().remove(filter) != null;
    }

    /** What closes the connection, on platforms that are strict about it. */
    private boolean isMalformed(ClientConnection connection, MqttSubscribeMessage packet) {
        boolean malformed = broker.rules().closesOnMalformedFilter()
                && packet.payload().topicSubscriptions().stream().anyMatch(SubscribeFlow::isMalformed);
        if (malformed) {
            connection.close(PROTOCOL_ERROR, "a malformed topic filter");
        }
        return malformed;
    }

    private static boolean isMalformed(MqttTopicSubscription wish) {
        String filter = wish.topicFilter();
        return SharedFilter.isShared(filter)
                ? SharedFilter.parse(filter).isEmpty() || wish.option().isNoLocal()
                : !TopicFilters.isValidFilter(filter);
    }

    private boolean refusesFilters(ClientConnection connection, int count) {
        boolean refused = !broker.rules().allowsFilters(count);
        if (refused) {
            connection.close(QUOTA_EXCEEDED, count + " filters in one packet");
        }
        return refused;
    }

    private int subscribe(ClientConnection connection, MqttTopicSubscription wish, List<Message> retained) {
        String filter = wish.topicFilter();
        boolean mqtt5 = connection.protocolLevel() >= 5;
        if (isMalformed(wish)) {
            return refused(mqtt5 ? FILTER_INVALID_5 : FAILURE_3);
        }
        if (SharedFilter.isShared(filter)) {
            return share(connection, wish);
        }
        MqttSubscriptionOption option = wish.option();
        int granted = broker.rules().grant(connection, filter, option.qos().value());
        if (granted < 0) {
            return refused(mqtt5 ? NOT_AUTHORIZED_5 : FAILURE_3);
        }
        Session session = connection.state().session();
        Subscription old = session.subscriptions()
                .put(filter, new Subscription(granted, option.isNoLocal(), option.isRetainAsPublished()));
        broker.tree().add(filter, session);
        boolean sendRetained = switch (option.retainHandling()) {
            case SEND_AT_SUBSCRIBE -> true;
            case SEND_AT_SUBSCRIBE_IF_NOT_YET_EXISTS -> old == null;
            case DONT_SEND_AT_SUBSCRIBE -> false;
        };
        if (sendRetained) {
            retained.addAll(broker.retained().matching(filter));
        }
        return granted;
    }
    /** A shared subscription; retained messages are not sent for it. MQTT 5 section 4.8.2. */
    private int share(ClientConnection connection, MqttTopicSubscription wish) {
        boolean mqtt5 = connection.protocolLevel() >= 5;
        Optional<SharedFilter> parsed = SharedFilter.parse(wish.topicFilter());
        if (parsed.isEmpty() || !broker.rules().offersSharedSubscriptions()) {
            return refused(mqtt5 ? SHARED_NOT_SUPPORTED_5 : FAILURE_3);
        }
        SharedFilter shared = parsed.get();
        MqttSubscriptionOption option = wish.option();
        int granted =
                broker.rules().grant(connection, shared.filter(), option.qos().value());
        if (granted < 0) {
            return refused(mqtt5 ? NOT_AUTHORIZED_5 : FAILURE_3);
        }
        Session session = connection.state().session();
        session.shared().put(wish.topicFilter(), shared);
        broker.shared().add(shared, session, new Subscription(granted, false, option.isRetainAsPublished()));
        return granted;
    }

    private int refused(int code) {
        broker.tally().count(Tally.Figure.SUBSCRIPTION_REFUSED);
        return code;
    }
}
