package org.iotconnector.core.internal.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is registered under the filters that match a topic name, in time that depends on the name's depth and not
 * on the number of filters: a gateway has thousands. Confined to one thread at a time.
 */
final class TopicTree<T> {
    private final Node<T> root = new Node<>();

    void add(TopicFilter filter, T item) {
        Node<T> node = root;
        for (String level : filter.levels()) {
            node = node.children.computeIfAbsent(level, l -> new Node<>());
        }
        node.items.merge(item, 1, Integer::sum);
    }

    void remove(TopicFilter filter, T item) {
        remove(root, filter, 0, item);
    }

    private boolean remove(Node<T> node, TopicFilter filter, int depth, T item) {
        if (depth == filter.levels().size()) {
            node.items.computeIfPresent(item, (same, times) -> times == 1 ? null : times - 1);
        } else {
            String level = filter.levels().get(depth);
            Node<T> child = node.children.get(level);
            if (child != null && remove(child, filter, depth + 1, item)) {
                node.children.remove(level);
            }
        }
        return node.items.isEmpty() && node.children.isEmpty();
    }

    /** Everything under a matching filter, each once, in the order registered within a filter. */
    Set<T> match(TopicName name) {
        Set<T> found = new LinkedHashSet<>();
        collect(root, name.text(), 0, found);
        return found;
    }

    /** Walks one level of the name, which starts at {@code from}; past its end only '#' can still match. */
    private void collect(Node<T> node, String name, int from, Set<T> found) {
        // MQTT 3.1.1 section 4.7.2: a leading wildcard does not reach names that start with '$'.
        boolean wildcards = from > 0 || !name.startsWith("$");
        Node<T> rest = node.children.get("#");
        if (rest != null && wildcards) {
            found.addAll(rest.items.keySet());
        }
        if (from > name.length()) {
            found.addAll(node.items.keySet());
            return;
        }
        int slash = name.indexOf('/', from);
        int end = slash < 0 ? name.length() : slash;
        descend(node.children.get(name.substring(from, end)), name, end + 1, found);
        if (wildcards) {
            descend(node.children.get("+"), name, end + 1, found);
        }
    }

    private void descend(@Nullable Node<T> child, String name, int from, Set<T> found) {
        if (child != null) {
            collect(child, name, from, found);
        }
    }

    private static final class Node<T> {
        private final Map<String, Node<T>> children = new HashMap<>(4);
        /** How often each was added: a shared filter and a plain one may match alike. */
        private final Map<T, Integer> items = new LinkedHashMap<>(2);
    }
}
