package org.iotconnector.simulator.internal.broker;

import java.util.ArrayList;
import java.util.List;
import org.iotconnector.simulator.internal.spi.DeliveryResult;
import org.iotconnector.simulator.internal.spi.Message;
import org.jspecify.annotations.Nullable;

/** Which sessions a message goes to, and in which form. Confined to the loop thread. */
final class Deliveries {
    private final Broker broker;

    Deliveries(Broker broker) {
        this.broker = broker;
    }

    /** A stored message for a new subscription: it keeps its retain flag. MQTT 5 section 3.3.1.3. */
    void deliverRetained(Session session, Message message) {
        session.match(message, false)
                .filter(subscription -> broker.rules().mayReceive(session.identity(), message.topic()))
                .ifPresent(subscription -> send(
                        session, message.with(broker.rules().deliveryQos(message.qos(), subscription.qos()), true)));
    }

    /** Sends to all whose subscriptions fit, and returns whom. */
    List<String> spread(Message message, @Nullable Session sender) {
        List<String> receivers = new ArrayList<>();
        for (Session session : broker.tree().match(message.topic())) {
            if (arrives(deliver(session, message, session == sender))) {
                receivers.add(session.identity());
            }
        }
        for (SharedGroups.Turn turn : broker.shared()
                .take(message.topic(), session -> broker.rules().mayReceive(session.identity(), message.topic()))) {
            int qos = broker.rules()
                    .deliveryQos(message.qos(), turn.subscription().qos());
            boolean retain = message.retain() && turn.subscription().retainAsPublished();
            if (arrives(send(turn.session(), message.with(qos, retain)))) {
                receivers.add(turn.session().identity());
            }
        }
        return receivers;
    }

    private static boolean arrives(DeliveryResult result) {
        return result == DeliveryResult.SENT || result == DeliveryResult.QUEUED;
    }

    DeliveryResult deliver(Session session, Message message, boolean ownMessage) {
        return session.match(message, ownMessage)
                .filter(subscription -> broker.rules().mayReceive(session.identity(), message.topic()))
                .map(subscription -> send(
                        session,
                        message.with(
                                broker.rules().deliveryQos(message.qos(), subscription.qos()),
                                message.retain() && subscription.retainAsPublished())))
                .orElse(DeliveryResult.NOT_SUBSCRIBED);
    }

    DeliveryResult send(Session session, Message message) {
        ClientConnection connection = session.connection();
        if (message.qos() == 0) {
            if (connection == null) {
                return DeliveryResult.OFFLINE;
            }
            connection.publish(message, 0, false);
            return DeliveryResult.SENT;
        }
        if (!session.outbound().offer(message)) {
            broker.tally().count(Tally.Figure.DELIVERY_DROPPED);
            return DeliveryResult.QUEUE_FULL;
        }
        if (connection == null) {
            return DeliveryResult.QUEUED;
        }
        session.outbound().pump(connection, connection.state().inFlightLimit());
        return DeliveryResult.SENT;
    }
}
