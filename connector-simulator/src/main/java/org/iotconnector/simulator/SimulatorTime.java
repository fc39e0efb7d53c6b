package org.iotconnector.simulator;

import java.time.Clock;
import java.time.Duration;

/**
 * The time a simulator lives in. The default is the system's; {@link VirtualTime} moves only when a test says so.
 *
 * <p>Implementations must be thread-safe.
 */
public interface SimulatorTime {

    /** The clock for time stamps, rate limits and windows. */
    Clock clock();

    /**
     * Runs {@code task} once, not before {@code delay} has passed on {@link #clock()}. Implementations may use any thread
     * and must not wait for the task in this call.
     *
     * @param delay zero or more
     * @return cancels the task when run; has no effect later
     */
    Runnable schedule(Duration delay, Runnable task);
}
