package org.iotconnector.simulator.internal.broker;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.iotconnector.simulator.internal.time.SimulatorLoop;

/** Sessions by identity, and how long each outlives its connection. MQTT 5 section 3.1.2.11.2. */
final class SessionStore {
    static final Duration FOR_EVER = Duration.ofSeconds(0xFFFF_FFFFL);

    private final SimulatorLoop loop;
    private final TopicTree<Session> tree;
    private final SharedGroups shared;
    private final Consumer<String> whenEnded;
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<Session, Duration> expiries = new HashMap<>();
    private final Map<Session, Runnable> ends = new HashMap<>();

    SessionStore(SimulatorLoop loop, TopicTree<Session> tree, SharedGroups shared, Consumer<String> whenEnded) {
        this.loop = loop;
        this.tree = tree;
        this.shared = shared;
        this.whenEnded = whenEnded;
    }

    Optional<Session> find(String identity) {
        return Optional.ofNullable(sessions.get(identity));
    }

    Collection<Session> all() {
        return sessions.values();
    }

    /** The session to go on with; a clean start removes it instead. */
    Optional<Session> resume(String identity, boolean cleanStart) {
        Session session = sessions.get(identity);
        if (session == null) {
            return Optional.empty();
        }
        stopExpiry(session);
        if (cleanStart) {
            remove(session);
            return Optional.empty();
        }
        return Optional.of(session);
    }

    Session create(String identity, int maxQueued) {
        Session session = new Session(identity, maxQueued);
        sessions.put(identity, session);
        return session;
    }

    void expiry(Session session, Duration afterDisconnect) {
        expiries.put(session, afterDisconnect);
    }

    /** The connection has ended: removes the session now or later, as was agreed. */
    void detached(Session session) {
        session.attach(null);
        Duration expiry = expiries.getOrDefault(session, Duration.ZERO);
        if (expiry.isZero()) {
            remove(session);
        } else if (expiry.compareTo(FOR_EVER) < 0) {
            ends.put(session, loop.schedule(expiry, () -> remove(session)));
        }
    }

    private void remove(Session session) {
        stopExpiry(session);
        expiries.remove(session);
        sessions.remove(session.identity(), session);
        session.subscriptions().keySet().forEach(filter -> tree.remove(filter, session));
        shared.removeAll(session);
        whenEnded.accept(session.identity());
    }

    private void stopExpiry(Session session) {
        Runnable cancel = ends.remove(session);
        if (cancel != null) {
            cancel.run();
        }
    }
}
