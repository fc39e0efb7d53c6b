package org.iotconnector.simulator.internal.broker;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Topic filters with subscribers, arranged by level, so that a look-up costs by the depth of the topic and not by the number of
 * subscriptions.
 *
 * @param <S> subscriber, kept in sets
 */
final class TopicTree<S> {
    private final Node<S> root = new Node<>();

    void add(String filter, S subscriber) {
        Node<S> node = root;
        for (String level : TopicFilters.levels(filter)) {
            node = node.children.computeIfAbsent(level, key -> new Node<>());
        }
        node.subscribers.add(subscriber);
    }

    void remove(String filter, S subscriber) {
        remove(root, TopicFilters.levels(filter), 0, subscriber);
    }

    /** Everyone with at least one filter that matches, each once. */
    Set<S> match(String name) {
        Set<S> found = new LinkedHashSet<>();
        collect(root, TopicFilters.levels(name), 0, found);
        return found;
    }

    boolean isEmpty() {
        return root.isEmpty();
    }

    private void collect(@Nullable Node<S> node, String[] levels, int depth, Set<S> found) {
        if (node == null) {
            return;
        }
        boolean wildcards = depth > 0 || !TopicFilters.isSystem(levels[0]);
        Node<S> rest = wildcards ? node.children.get("#") : null;
        if (rest != null) {
            found.addAll(rest.subscribers);
        }
        if (depth == levels.length) {
            found.addAll(node.subscribers);
            return;
        }
        collect(node.children.get(levels[depth]), levels, depth + 1, found);
        if (wildcards) {
            collect(node.children.get("+"), levels, depth + 1, found);
        }
    }

    private boolean remove(Node<S> node, String[] levels, int depth, S subscriber) {
        if (depth == levels.length) {
            node.subscribers.remove(subscriber);
        } else {
            Node<S> child = node.children.get(levels[depth]);
            if (child != null && remove(child, levels, depth + 1, subscriber)) {
                node.children.remove(levels[depth]);
            }
        }
        return node.isEmpty();
    }

    private static final class Node<S> {
        private final Map<String, Node<S>> children = new HashMap<>();
        private final Set<S> subscribers = new LinkedHashSet<>();

        boolean isEmpty() {
            return children.isEmpty() && subscribers.isEmpty();
        }
    }
}
