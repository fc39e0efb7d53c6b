package org.iotconnector.simulator.internal.broker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Groups that share subscriptions: each message goes to one member, in turn. A member that is not connected gets one only if no other is.
 * MQTT 5 section 4.8.2.
 */
final class SharedGroups {

    /** Who gets a message, and by which subscription. */
    record Turn(Session session, Subscription subscription) {}

    private final Map<SharedFilter, Map<Session, Subscription>> groups = new LinkedHashMap<>();

    void add(SharedFilter filter, Session session, Subscription subscription) {
        groups.computeIfAbsent(filter, unused -> new LinkedHashMap<>()).put(session, subscription);
    }

    void remove(SharedFilter filter, Session session) {
        Map<Session, Subscription> members = groups.get(filter);
        if (members != null && members.remove(session) != null && members.isEmpty()) {
            groups.remove(filter);
        }
    }

    void removeAll(Session session) {
        List.copyOf(groups.keySet()).forEach(filter -> remove(filter, session));
    }

    /** Members of all groups. */
    int count() {
        return groups.values().stream().mapToInt(Map::size).sum();
    }

    /** Whose turn it is in each group that the topic concerns; moves the turn on. */
    List<Turn> take(String topic, Predicate<Session> allowed) {
        List<Turn> turns = new ArrayList<>();
        groups.forEach((filter, members) -> {
            if (TopicFilters.matches(filter.filter(), topic)) {
                next(members, allowed).ifPresent(turns::add);
            }
        });
        return turns;
    }

    private static Optional<Turn> next(Map<Session, Subscription> members, Predicate<Session> allowed) {
        List<Turn> candidates = members.entrySet().stream()
                .filter(member -> allowed.test(member.getKey()))
                .map(member -> new Turn(member.getKey(), member.getValue()))
                .toList();
        Optional<Turn> chosen = candidates.stream()
                .filter(turn -> turn.session().connection() != null)
                .findFirst()
                .or(() -> candidates.stream().findFirst());
        chosen.ifPresent(turn -> {
            members.remove(turn.session());
            members.put(turn.session(), turn.subscription());
        });
        return chosen;
    }
}
