package org.iotconnector.simulator.internal.adafruit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.iotconnector.simulator.internal.broker.TopicFilters;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.DeliveryResult;
import org.iotconnector.simulator.internal.spi.Message;

/** Clients that are logged in, or whose session waits for them, and how messages come to them. */
final class Clients {
    private static final int QOS = 1;

    private final Map<String, AdafruitLogin> logins = new LinkedHashMap<>();
    private final BrokerControl broker;

    Clients(BrokerControl broker) {
        this.broker = broker;
    }

    void add(AdafruitLogin login) {
        logins.put(login.identity(), login);
    }

    /** The connection has ended; a client that is back already stays. */
    void remove(AdafruitLogin login) {
        logins.remove(login.identity(), login);
    }

    /** Whether a client of this account is connected. */
    boolean isOnline(String username) {
        return logins.values().stream()
                .anyMatch(login -> login.username().equals(username) && broker.isOnline(login.identity()));
    }

    /** Whether someone would receive what comes on this topic. */
    boolean anySubscribed(String topic) {
        return logins.values().stream().anyMatch(login -> hears(login, topic));
    }

    /** Sends to all that are subscribed and may have it, and returns whom. */
    List<String> deliver(Predicate<AdafruitLogin> allowed, String topic, String payload) {
        Message message = message(topic, payload);
        return List.copyOf(logins.values()).stream()
                .filter(login -> allowed.test(login) && hears(login, topic))
                .filter(login -> sent(broker.deliver(login.identity(), message)))
                .map(AdafruitLogin::identity)
                .toList();
    }

    /** Sends to this one if it is subscribed. */
    void deliver(AdafruitLogin login, String topic, String payload) {
        if (hears(login, topic)) {
            broker.deliver(login.identity(), message(topic, payload));
        }
    }

    /** Cuts all connections of an account. */
    void cut(String username) {
        List.copyOf(logins.values()).stream()
                .filter(login -> login.username().equals(username))
                .forEach(login -> broker.kick(login.identity(), 0x8A));
    }

    private boolean hears(AdafruitLogin login, String topic) {
        if (login.unheard().isEmpty()) {
            return broker.isSubscribed(login.identity(), topic);
        }
        Optional<String> real = broker.filters(login.identity()).stream()
                .filter(filter -> !login.unheard().contains(filter) && TopicFilters.matches(filter, topic))
                .findFirst();
        return real.isPresent();
    }

    private static boolean sent(DeliveryResult result) {
        return result == DeliveryResult.SENT || result == DeliveryResult.QUEUED;
    }

    private static Message message(String topic, String payload) {
        return Message.of(topic, payload.getBytes(StandardCharsets.UTF_8), QOS);
    }
}
