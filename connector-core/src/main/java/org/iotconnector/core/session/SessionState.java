package org.iotconnector.core.session;

import java.time.Duration;
import java.util.Optional;

/**
 * What a session's listeners are told.
 *
 * @param phase where the session stands
 * @param attempt the number of the connection attempt, counted from 1 over the session's life; 0 before the first
 * @param failures how many attempts have failed since the connection was last stable
 * @param failure why the session is not connected, or is deaf; empty when all is well
 * @param retryIn the time until the next attempt, in {@link SessionPhase#WAITING} and {@link SessionPhase#DEAF}
 * @param warning what works today and will not for long, such as a root certificate that ends within 90 days; empty when
 *     nothing is known
 */
public record SessionState(
        SessionPhase phase,
        int attempt,
        int failures,
        Optional<Failure> failure,
        Optional<Duration> retryIn,
        Optional<Failure> warning) {
    /** A state without a warning. */
    public SessionState(
            SessionPhase phase, int attempt, int failures, Optional<Failure> failure, Optional<Duration> retryIn) {
        this(phase, attempt, failures, failure, retryIn, Optional.empty());
    }

    /** The same state with {@code newWarning}. */
    public SessionState warning(Optional<Failure> newWarning) {
        return new SessionState(phase, attempt, failures, failure, retryIn, newWarning);
    }

    /** Whether the session will try again by itself. */
    public boolean willRetry() {
        return phase == SessionPhase.WAITING || phase == SessionPhase.DEAF;
    }

    /** One line, such as {@code WAITING after CONNECTION_CLOSED: …; attempt 4 in 3.2 s}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(phase.name());
        failure.ifPresent(f -> text.append(" after ").append(f));
        retryIn.ifPresent(d -> text.append("; attempt ")
                .append(attempt + 1)
                .append(" in ")
                .append(d.toMillis() / 1000.0)
                .append(" s"));
        return text.toString();
    }
}
