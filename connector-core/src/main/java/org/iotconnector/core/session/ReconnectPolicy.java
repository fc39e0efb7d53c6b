package org.iotconnector.core.session;

import java.time.Duration;

/**
 * How long a session waits between connection attempts: exponential backoff with full jitter, so that a fleet that lost
 * its server together does not come back together. The n-th wait is drawn evenly between {@code minDelay} and the
 * smaller of {@code maxDelay} and {@code initialDelay}·2ⁿ⁻¹. Failures that time alone will not mend use the slow pair.
 *
 * @param minDelay the shortest wait; default 100 ms
 * @param initialDelay the upper end of the first wait; default 1 s
 * @param maxDelay the upper end of all waits; default 2 min
 * @param slowDelay the upper end of the first wait after a failure that {@linkplain FailureKind#slowsDown slows down};
 *     such waits are drawn from the upper half of their range; default 30 s
 * @param slowMaxDelay the upper end of such waits; default 15 min
 * @param stableAfter how long a connection must hold before the count of failures starts anew; default 30 s
 * @param stopAfterRefusals after how many refused credentials in a row the session stops trying; 0, the default, only
 *     slows down, so that a device that was disabled for a day comes back by itself
 */
public record ReconnectPolicy(
        Duration minDelay,
        Duration initialDelay,
        Duration maxDelay,
        Duration slowDelay,
        Duration slowMaxDelay,
        Duration stableAfter,
        int stopAfterRefusals) {

    private static final ReconnectPolicy STANDARD = new ReconnectPolicy(
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofMinutes(2),
            Duration.ofSeconds(30),
            Duration.ofMinutes(15),
            Duration.ofSeconds(30),
            0);

    public ReconnectPolicy {
        requireOrder("minDelay", minDelay, "initialDelay", initialDelay);
        requireOrder("initialDelay", initialDelay, "maxDelay", maxDelay);
        requireOrder("slowDelay", slowDelay, "slowMaxDelay", slowMaxDelay);
        if (minDelay.isNegative() || slowDelay.isNegative() || stableAfter.isNegative()) {
            throw new IllegalArgumentException("Delays of a reconnect policy must not be negative.");
        }
        if (stopAfterRefusals < 0) {
            throw new IllegalArgumentException("stopAfterRefusals is " + stopAfterRefusals + "; use 0 or more.");
        }
    }

    /** The defaults named above. */
    public static ReconnectPolicy standard() {
        return STANDARD;
    }

    /** The same policy with other bounds for ordinary waits. */
    public ReconnectPolicy withDelays(Duration initial, Duration max) {
        Duration min = minDelay.compareTo(initial) < 0 ? minDelay : initial;
        return new ReconnectPolicy(min, initial, max, slowDelay, slowMaxDelay, stableAfter, stopAfterRefusals);
    }

    /** The same policy with other bounds for waits after failures that slow down. */
    public ReconnectPolicy withSlowDelays(Duration initial, Duration max) {
        return new ReconnectPolicy(minDelay, initialDelay, maxDelay, initial, max, stableAfter, stopAfterRefusals);
    }

    /** The same policy that stops after {@code refusals} refused credentials in a row; 0 never stops. */
    public ReconnectPolicy withStopAfterRefusals(int refusals) {
        return new ReconnectPolicy(minDelay, initialDelay, maxDelay, slowDelay, slowMaxDelay, stableAfter, refusals);
    }

    /**
     * The wait before the next attempt.
     *
     * @param failures how many attempts have failed in a row, 1 or more
     * @param slow whether the last failure slows down
     * @param jitter the random draw, from 0 inclusive to 1 exclusive
     */
    public Duration delay(int failures, boolean slow, double jitter) {
        Duration cap = slow ? grow(slowDelay, slowMaxDelay, failures) : grow(initialDelay, maxDelay, failures);
        // A slow wait never falls to nothing: hammering with a wrong password is what gets accounts locked.
        Duration floor = slow ? cap.dividedBy(2) : minDelay;
        long span = Math.max(0, cap.toNanos() - floor.toNanos());
        return floor.plusNanos((long) (span * jitter));
    }

    private static Duration grow(Duration first, Duration max, int failures) {
        int doublings = Math.min(Math.max(failures - 1, 0), 30);
        long factor = 1L << doublings;
        boolean tooFar = first.toNanos() > 0 && max.toNanos() / first.toNanos() < factor;
        return tooFar ? max : first.multipliedBy(factor);
    }

    private static void requireOrder(String lowName, Duration low, String highName, Duration high) {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    lowName + " (" + low + ") must not be longer than " + highName + " (" + high + ").");
        }
    }
}
