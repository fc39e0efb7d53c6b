package org.iotconnector.core.internal.session;

import java.time.Duration;
import org.iotconnector.core.session.SessionState;

/** What the driver does for the machine; see {@link SessionDriver}. */
sealed interface SessionAction {
    /** Opens a network connection and sends CONNECT with credentials computed now. */
    record Connect(int attempt) implements SessionAction {}

    /** Ends the network connection, whatever its state. */
    record Disconnect() implements SessionAction {}

    /** Ends the network connection in good form, to make another one. */
    record Suspend() implements SessionAction {}

    /** Sends SUBSCRIBE for every filter that is not granted on this connection yet. */
    record Subscribe(int attempt) implements SessionAction {}

    /** Lets queued messages go. */
    record ReleaseSending() implements SessionAction {}

    /** Holds queued messages back. */
    record HoldSending() implements SessionAction {}

    /** Delivers {@link SessionEvent.RetryDue} after {@code delay}. */
    record ArmRetry(int attempt, Duration delay) implements SessionAction {}

    /** Delivers {@link SessionEvent.ResubscribeDue} after {@code delay}. */
    record ArmResubscribe(int attempt, Duration delay) implements SessionAction {}

    /** Delivers {@link SessionEvent.StableDue} after {@code delay}. */
    record ArmStable(int attempt, Duration delay) implements SessionAction {}

    /** Delivers {@link SessionEvent.RenewalDue} after {@code delay}. */
    record ArmRenewal(int attempt, Duration delay) implements SessionAction {}

    /** Delivers {@link SessionEvent.Quiet} once nothing is in flight, at the latest after {@code limit}. */
    record AwaitQuiet(int attempt, Duration limit) implements SessionAction {}

    /** Cancels every timer. */
    record CancelTimers() implements SessionAction {}

    /** Sends what is queued, for a limited time, then delivers {@link SessionEvent.Drained}. */
    record Drain() implements SessionAction {}

    /** Gives up what is still queued and ends for good. */
    record Finish() implements SessionAction {}

    /** Tells the listeners. */
    record Announce(SessionState state) implements SessionAction {}
}
