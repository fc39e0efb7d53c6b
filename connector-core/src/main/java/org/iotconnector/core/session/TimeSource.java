package org.iotconnector.core.session;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock and the timers of a connector, so that tests can run hours in milliseconds: {@link VirtualTime}. Thread-safe.
 */
public interface TimeSource {
    /** The wall-clock time, for credentials and message times. */
    Instant now();

    /** A steady count of nanoseconds for measuring durations; it never jumps when the wall clock is set. */
    long nanoTime();

    /**
     * Runs {@code task} once after {@code delay}, on a timer thread. The task must be short and must not block.
     *
     * @return closing it cancels a task that has not begun
     */
    Registration schedule(Duration delay, Runnable task);
}
