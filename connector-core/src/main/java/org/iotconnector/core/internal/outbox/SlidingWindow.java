package org.iotconnector.core.internal.outbox;

import java.time.Duration;

/**
 * Lets at most {@code permits} pass in <em>any</em> stretch of {@code period}. A token bucket would let twice as many
 * pass around a boundary, which is what gets devices throttled. Confined to one thread at a time by its owner.
 */
public final class SlidingWindow {
    private final long[] passes;
    private final long period;
    private int next;
    private long count;

    public SlidingWindow(int permits, Duration period) {
        if (permits < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException(
                    "A quota needs a positive number and period; got " + permits + " per " + period + ".");
        }
        this.passes = new long[permits];
        this.period = period.toNanos();
    }

    /** Nanoseconds until one may pass; 0 for now. */
    public synchronized long nanosUntilFree(long now) {
        if (count < passes.length) {
            return 0;
        }
        return Math.max(0, passes[next] + period - now);
    }

    /** Takes a permit. Call it only when {@link #nanosUntilFree} is 0. */
    public synchronized void pass(long now) {
        passes[next] = now;
        next = (next + 1) % passes.length;
        count++;
    }
}
