package org.iotconnector.benchmarks.soak;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what always comes in the end, also on a machine that has next to no time for the soak. */
final class Patience {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_NANOS = 2_000_000;

    private Patience() {}

    static void until(String what, BooleanSupplier condition) {
        if (!within(LIMIT, condition)) {
            throw new IllegalStateException("In vain for " + LIMIT.toMinutes() + " minutes: " + what);
        }
    }

    /** Whether {@code condition} has come to hold within {@code limit}. */
    static boolean within(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return true;
    }
}
