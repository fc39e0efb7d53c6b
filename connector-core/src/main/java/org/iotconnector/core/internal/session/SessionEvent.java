package org.iotconnector.core.internal.session;

import java.time.Duration;
import java.util.Optional;
import org.iotconnector.core.session.Failure;

/**
 * What can happen to a session. Events that belong to a connection attempt carry its number, so that a late one is
 * recognised; randomness comes in as a number from 0 inclusive to 1 exclusive, so that the machine stays a function.
 */
sealed interface SessionEvent {
    /**
     * The owner wants the session connected, now if it waits.
     *
     * @param pause how long the platform's connect quota makes the first attempt wait
     */
    record ConnectRequested(Duration pause) implements SessionEvent {}

    /**
     * CONNACK accepted.
     *
     * @param renewIn when the credentials have to be replaced; empty for never
     */
    record Connected(int attempt, Optional<Duration> renewIn) implements SessionEvent {
        Connected(int attempt) {
            this(attempt, Optional.empty());
        }
    }

    /**
     * The attempt ended without a connection, or the connection was lost.
     *
     * @param mended whether the next attempt will not fail for the same reason, so that it need not be slow
     */
    record Disconnected(int attempt, Failure failure, double jitter, boolean mended) implements SessionEvent {
        Disconnected(int attempt, Failure failure, double jitter) {
            this(attempt, failure, jitter, false);
        }
    }

    /** The credentials of this connection end soon. */
    record RenewalDue(int attempt) implements SessionEvent {}

    /**
     * Nothing is in flight any more, or the time for that is over.
     *
     * @param pause how long the platform's connect quota makes the next attempt wait
     */
    record Quiet(int attempt, Duration pause) implements SessionEvent {}

    /** Every SUBACK of the attempt has come; {@code failure} tells the first refusal, if any. */
    record Subscribed(int attempt) implements SessionEvent {}

    /** At least one filter was refused, or a SUBACK did not come. */
    record SubscribeFailed(int attempt, Failure failure, double jitter) implements SessionEvent {}

    /** The wait is over; {@code pause} is what the platform's connect quota still asks for. */
    record RetryDue(int attempt, Duration pause) implements SessionEvent {}

    /** The wait before asking again for refused subscriptions is over. */
    record ResubscribeDue(int attempt) implements SessionEvent {}

    /** The connection has held as long as the policy asks. */
    record StableDue(int attempt) implements SessionEvent {}

    /** The owner closes the session. */
    record CloseRequested() implements SessionEvent {}

    /** Nothing is left to send, or the time for it is over. */
    record Drained() implements SessionEvent {}
}
