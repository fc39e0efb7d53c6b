package org.iotconnector.core.session;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection could not be made or was lost, and what mends it.
 *
 * @param kind what sort of failure it is
 * @param message what happened, with the values that matter; never a secret
 * @param advice what to do; empty when the session's own retry is all there is to do
 * @param code the reason code of the server's CONNACK or DISCONNECT, as received; empty when none came
 * @param retryAfter the time the server asked to stay away; empty when it said nothing
 * @param cause the exception behind it, for the log; null when there is none
 */
public record Failure(
        FailureKind kind,
        String message,
        String advice,
        Optional<Integer> code,
        Optional<Duration> retryAfter,
        @Nullable Throwable cause) {

    /** A failure without a code. */
    public static Failure of(FailureKind kind, String message, String advice, @Nullable Throwable cause) {
        return new Failure(kind, message, advice, Optional.empty(), Optional.empty(), cause);
    }

    /** A failure that the server gave a reason code for. */
    public static Failure ofCode(FailureKind kind, int code, String message, String advice) {
        return new Failure(kind, message, advice, Optional.of(code), Optional.empty(), null);
    }

    /** The same failure with a time to stay away. */
    public Failure retryAfter(Duration delay) {
        return new Failure(kind, message, advice, code, Optional.of(delay), cause);
    }

    /** The same failure caused by {@code newCause}. */
    public Failure causedBy(@Nullable Throwable newCause) {
        return new Failure(kind, message, advice, code, retryAfter, newCause);
    }

    /** Message and advice as one text. */
    public String explain() {
        return advice.isEmpty() ? message : message + " " + advice;
    }

    /** Kind and message; without the cause, whose text is not ours to vouch for. */
    @Override
    public String toString() {
        return kind + ": " + message;
    }
}
