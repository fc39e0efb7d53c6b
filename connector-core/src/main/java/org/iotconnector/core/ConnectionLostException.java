package org.iotconnector.core;

import java.time.Duration;
import java.util.Optional;
import org.iotconnector.core.session.SessionState;

/** Nobody has to act: the session retries by itself, unless it is closed. */
public final class ConnectionLostException extends ConnectorException {
    private static final long serialVersionUID = 1L;

    private final transient SessionState state;

    /** Reports that {@code what} was not possible because of {@code state}. */
    public ConnectionLostException(String what, SessionState state) {
        super(describe(what, state), state.failure().map(f -> f.cause()).orElse(null));
        this.state = state;
    }

    /** The session's state at that time, with the failure behind it. */
    public SessionState state() {
        return state;
    }

    /** The number of the connection attempt. */
    public int attempt() {
        return state.attempt();
    }

    /** The time until the next attempt; empty when none is planned. */
    public Optional<Duration> nextDelay() {
        return state.retryIn();
    }

    private static String describe(String what, SessionState state) {
        return state.failure()
                .map(failure -> what + " " + failure.explain())
                .orElse(what + " The session is " + state.phase() + ".");
    }
}
