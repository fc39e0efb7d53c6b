package org.iotconnector.core.internal.outbox;

import java.time.Duration;

/**
 * Lets at most {@code permits} pass in <em>any</em> stretch of {@code period}. A token bucket would let twice as many
 * pass around a boundary, which is what gets devices throttled. Guarded by its owner.
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

    /** Nanoseconds until {@code permits} may pass together, more than there are counting as all; 0 for now. */
    public synchronized long nanosUntilFree(int permits, long now) {
        int wanted = Math.min(permits, passes.length);
        if (wanted == 0 || count + wanted <= passes.length) {
            return 0;
        }
        // The newest of the passes that have to grow old before these find room.
        int last = (next + wanted - 1) % passes.length;
        return Math.max(0, passes[last] + period - now);
    }

    /** When one permit can be had at the earliest; not before {@code from}. */
    synchronized long earliest(long from) {
        return count < passes.length ? from : Math.max(from, passes[next] + period);
    }

    /** Takes permits. Call it only for a time at which they are free. */
    public synchronized void pass(int permits, long now) {
        int wanted = Math.min(permits, passes.length);
        for (int i = 0; i < wanted; i++) {
            passes[next] = now;
            next = (next + 1) % passes.length;
        }
        count += wanted;
    }
}
