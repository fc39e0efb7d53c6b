package org.iotconnector.simulator.internal.onenet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last thousand of something. */
final class Recent<T> {
    private static final int LIMIT = 1000;

    private final Deque<T> entries = new ArrayDeque<>();

    void add(T entry) {
        entries.addLast(entry);
        if (entries.size() > LIMIT) {
            entries.removeFirst();
        }
    }

    /** Oldest first. */
    List<T> list() {
        return List.copyOf(entries);
    }
}
