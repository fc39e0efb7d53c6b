package org.iotconnector.core.internal.session;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells every watcher each change once, and the present state when it comes. Lives on the session's mailbox. */
final class ConnectionWatchers {
    private final Set<ConnectionWatcher> watchers = new LinkedHashSet<>();
    private boolean up;

    void add(ConnectionWatcher watcher) {
        if (watchers.add(watcher) && up) {
            watcher.onUp();
        }
    }

    void remove(ConnectionWatcher watcher) {
        watchers.remove(watcher);
    }

    void up() {
        if (!up) {
            up = true;
            List.copyOf(watchers).forEach(ConnectionWatcher::onUp);
        }
    }

    void down() {
        if (up) {
            up = false;
            List.copyOf(watchers).forEach(ConnectionWatcher::onDown);
        }
    }
}
