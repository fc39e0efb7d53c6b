package org.iotconnector.simulator.internal.broker;

import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttSubscriptionOption;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.ArrayList;
import java.util.List;
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
    private static final String SHARED = "$share/";

    private final Broker broker;

    SubscribeFlow(Broker broker) {
        this.broker = broker;
    }

    void subscribe(ClientConnection connection, MqttSubscribeMessage packet) {
        if (refusesFilters(connection, packet.payload().topicSubscriptions().size())) {
            return;
        }
        List<Integer> codes = new ArrayList<>();
        List<Message> retained = new ArrayList<>();
        for (MqttTopicSubscription wish : packet.payload().topicSubscriptions()) {
            codes.add(subscribe(connection, wish, retained));
        }
        connection.send(Packets.subAck(packet.variableHeader().messageId(), codes));
        retained.forEach(message -> broker.deliverRetained(connection.state().session(), message));
        broker.journal().ring();
    }

    void unsubscribe(ClientConnection connection, MqttUnsubscribeMessage packet) {
        if (refusesFilters(connection, packet.payload().topics().size())) {
            return;
        }
        Session session = connection.state().session();
        List<Short> codes = new ArrayList<>();
        for (String filter : packet.payload().topics()) {
            boolean existed = session.subscriptions().remove(filter) != null;
            broker.tree().remove(filter, session);
            codes.add(existed ? 0 : NO_SUBSCRIPTION_EXISTED_5);
        }
        connection.send(Packets.unsubAck(packet.variableHeader().messageId(), codes));
        broker.journal().ring();
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
        if (!TopicFilters.isValidFilter(filter) || filter.startsWith(SHARED)) {
            broker.tally().count(Tally.Figure.SUBSCRIPTION_REFUSED);
            return mqtt5 ? FILTER_INVALID_5 : FAILURE_3;
        }
        MqttSubscriptionOption option = wish.option();
        int granted = broker.rules().grant(connection, filter, option.qos().value());
        if (granted < 0) {
            broker.tally().count(Tally.Figure.SUBSCRIPTION_REFUSED);
            return mqtt5 ? NOT_AUTHORIZED_5 : FAILURE_3;
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
}
