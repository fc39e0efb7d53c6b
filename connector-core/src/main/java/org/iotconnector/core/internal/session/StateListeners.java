package org.iotconnector.core.internal.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.iotconnector.core.internal.concurrent.HandlerLane;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.SessionListener;
import org.iotconnector.core.session.SessionState;

/** Tells every listener every state, in order, each listener on its own serial executor. */
final class StateListeners {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Executor handlers;
    private final SessionLog log;

    StateListeners(Executor handlers, SessionLog log) {
        this.handlers = handlers;
        this.log = log;
    }

    Registration add(SessionListener listener, Supplier<SessionState> present) {
        Entry entry = new Entry(listener, new HandlerLane(handlers));
        // Announcements hold the same lock, so the present state comes first and no later one is missed.
        synchronized (entries) {
            entry.tell(present.get());
            entries.add(entry);
        }
        return () -> entries.remove(entry);
    }

    void announce(SessionState state) {
        synchronized (entries) {
            entries.forEach(entry -> entry.tell(state));
        }
    }

    private final class Entry {
        private final SessionListener listener;
        private final HandlerLane executor;

        Entry(SessionListener listener, HandlerLane executor) {
            this.listener = listener;
            this.executor = executor;
        }

        void tell(SessionState state) {
            executor.execute(() -> {
                try {
                    listener.onState(state);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (Throwable e) {
                    log.listenerFailed(e);
                }
            });
        }
    }
}
