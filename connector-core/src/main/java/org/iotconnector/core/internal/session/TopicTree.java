package org.iotconnector.core.internal.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
            node = node.child(level);
        }
        node.add(item);
    }

    void remove(TopicFilter filter, T item) {
        remove(root, filter.levels(), 0, item);
    }

    private boolean remove(Node<T> node, List<String> levels, int depth, T item) {
        if (depth == levels.size()) {
            node.remove(item);
        } else {
            String level = levels.get(depth);
            Node<T> child = node.children.get(level);
            if (child != null && remove(child, levels, depth + 1, item)) {
                node.removeChild(level);
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

    /** Most have one child or one item, and thousands of sessions have a few each: so none costs a table of its own. */
    private static final class Node<T> {
        private Map<String, Node<T>> children = Map.of();
        /** How often each was added: a shared filter and a plain one may match alike. */
        private Map<T, Integer> items = Map.of();

        Node<T> child(String level) {
            Node<T> known = children.get(level);
            if (known != null) {
                return known;
            }
            Node<T> made = new Node<>();
            if (children.isEmpty()) {
                children = Map.of(level, made);
            } else {
                children = children.size() > 1 ? children : new HashMap<>(children);
                children.put(level, made);
            }
            return made;
        }

        void removeChild(String level) {
            if (children.size() == 1) {
                children = Map.of();
            } else {
                children.remove(level);
            }
        }

        void add(T item) {
            if (items.isEmpty()) {
                items = Map.of(item, 1);
            } else {
                items = items.size() > 1 ? items : new LinkedHashMap<>(items);
                items.merge(item, 1, Integer::sum);
            }
        }

        void remove(T item) {
            int times = items.getOrDefault(item, 0);
            if (times == 0) {
                return;
            }
            if (times > 1 || items.size() > 1) {
                items = items.size() > 1 ? items : new LinkedHashMap<>(items);
                items.computeIfPresent(item, (same, before) -> before == 1 ? null : before - 1);
            } else {
                items = Map.of();
            }
        }
    }
}
