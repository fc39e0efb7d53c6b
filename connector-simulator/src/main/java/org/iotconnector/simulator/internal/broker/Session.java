package org.iotconnector.simulator.internal.broker;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.simulator.internal.spi.Message;
import org.jspecify.annotations.Nullable;

/** What the broker keeps for one client identity, connected or not. */
final class Session {
    private final String identity;
    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private final Map<String, SharedFilter> shared = new LinkedHashMap<>();
    private final Set<Integer> receivedQos2 = new HashSet<>();
    private final OutboundWindow outbound;
    private @Nullable ClientConnection connection;

    Session(String identity, int maxQueued) {
        this.identity = identity;
        this.outbound = new OutboundWindow(maxQueued);
    }

    String identity() {
        return identity;
    }

    Map<String, Subscription> subscriptions() {
        return subscriptions;
    }

    /** Shared filters by their whole text; their options are with the group. */
    Map<String, SharedFilter> shared() {
        return shared;
    }

    /** All topic filters, as they were asked for. */
    Set<String> filters() {
        Set<String> all = new LinkedHashSet<>(subscriptions.keySet());
        all.addAll(shared.keySet());
        return all;
    }

    /** Packet identifiers of QoS 2 messages that the client has not released yet. */
    Set<Integer> receivedQos2() {
        return receivedQos2;
    }

    OutboundWindow outbound() {
        return outbound;
    }

    @Nullable
    ClientConnection connection() {
        return connection;
    }

    void attach(@Nullable ClientConnection next) {
        connection = next;
    }

    /** The subscription that decides about a message: of all that match, the one with the highest QoS. */
    Optional<Subscription> match(Message message, boolean ownMessage) {
        Subscription best = null;
        for (Map.Entry<String, Subscription> entry : subscriptions.entrySet()) {
            Subscription candidate = entry.getValue();
            boolean better = best == null || candidate.qos() > best.qos();
            boolean excluded = ownMessage && candidate.noLocal();
            if (better && !excluded && TopicFilters.matches(entry.getKey(), message.topic())) {
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }
}
