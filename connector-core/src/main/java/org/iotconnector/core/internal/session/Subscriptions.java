package org.iotconnector.core.internal.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;

/**
 * What the session is to receive, who wants it, and what the server has granted on the present connection. Lives on the
 * session's mailbox.
 */
final class Subscriptions {
    private final Map<TopicFilter, Wanted> wanted = new LinkedHashMap<>(2);
    private final TopicTree<Receiver> tree = new TopicTree<>();

    /** Adds {@code receiver}; what is not granted yet shows up in {@link #ask}. */
    void add(Subscription subscription, Receiver receiver) {
        Wanted entry = wanted.computeIfAbsent(subscription.filter(), filter -> new Wanted(subscription));
        if (entry.receivers.add(receiver)) {
            tree.add(subscription.filter(), receiver);
        }
        if (subscription.qos().level() > entry.subscription.qos().level()) {
            entry.subscription = subscription;
            entry.last = Optional.empty();
            entry.asked = false;
        }
        if (entry.granted()) {
            receiver.onGranted(entry.subscription);
        }
    }

    /** Removes {@code receiver}; true when nobody wants the filter any more. */
    boolean remove(TopicFilter filter, Receiver receiver) {
        Wanted entry = wanted.get(filter);
        if (entry == null || !entry.receivers.remove(receiver)) {
            return false;
        }
        tree.remove(filter, receiver);
        if (!entry.receivers.isEmpty()) {
            return false;
        }
        wanted.remove(filter);
        return true;
    }

    /** Adds {@code receiver} for what the server sends unasked: it is found, and shows up in no {@link #ask}. */
    void listen(TopicFilter filter, Receiver receiver) {
        tree.add(filter, receiver);
    }

    /** Takes back what {@link #listen} added. */
    void ignore(TopicFilter filter, Receiver receiver) {
        tree.remove(filter, receiver);
    }

    Set<Receiver> receivers(TopicName name) {
        return tree.match(name);
    }

    /**
     * A new connection grants nothing yet, even where the server says that it kept the session: servers that say so and
     * have forgotten the subscriptions are how devices go deaf, and asking twice is harmless.
     */
    void onNewConnection() {
        wanted.values().forEach(entry -> {
            entry.last = Optional.empty();
            entry.asked = false;
        });
    }

    /**
     * What to ask for now, cut into SUBSCRIBE packets of at most {@code size} filters, and marked as asked.
     *
     * @param again whether to ask once more for what was refused
     */
    List<List<Subscription>> ask(int size, boolean again) {
        List<List<Subscription>> packets = new ArrayList<>();
        List<Subscription> packet = new ArrayList<>();
        for (Wanted entry : wanted.values()) {
            if (!entry.asked && (again ? !entry.granted() : entry.last.isEmpty())) {
                entry.asked = true;
                packet.add(entry.subscription);
                if (packet.size() == size) {
                    packets.add(packet);
                    packet = new ArrayList<>();
                }
            }
        }
        if (!packet.isEmpty()) {
            packets.add(packet);
        }
        return packets;
    }

    /** The question about these filters is over, answered or not. */
    void onAnswer(List<Subscription> packet) {
        for (Subscription subscription : packet) {
            Wanted entry = wanted.get(subscription.filter());
            if (entry != null) {
                entry.asked = false;
            }
        }
    }

    /** Tells those who want the filter when it is granted now and was not before. */
    void onResult(SubscribeResult result) {
        Wanted entry = wanted.get(result.filter());
        if (entry == null) {
            return;
        }
        boolean before = entry.granted();
        entry.last = Optional.of(result);
        if (!before && entry.granted()) {
            Subscription granted = entry.subscription;
            List.copyOf(entry.receivers).forEach(receiver -> receiver.onGranted(granted));
        }
    }

    /** The server's last word on a filter on this connection. */
    Optional<SubscribeResult> result(TopicFilter filter) {
        Wanted entry = wanted.get(filter);
        return entry == null ? Optional.empty() : entry.last;
    }

    /** The first filter that is not granted. */
    Optional<TopicFilter> firstMissing() {
        return wanted.values().stream()
                .filter(entry -> !entry.granted())
                .map(entry -> entry.subscription.filter())
                .findFirst();
    }

    private static final class Wanted {
        private final Set<Receiver> receivers = new LinkedHashSet<>(2);
        private Subscription subscription;
        private Optional<SubscribeResult> last = Optional.empty();
        private boolean asked;

        Wanted(Subscription subscription) {
            this.subscription = subscription;
        }

        boolean granted() {
            return last.filter(SubscribeResult::accepted).isPresent();
        }
    }
}
