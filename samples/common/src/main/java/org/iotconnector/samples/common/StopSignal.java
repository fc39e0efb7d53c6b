package org.iotconnector.samples.common;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Says when to end: after a given time, or on Ctrl-C, which then waits until the program has tidied up. For one thread. */
public final class StopSignal implements AutoCloseable {
    private static final long TIDY_UP_SECONDS = 10;

    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch tidy = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interruptAndWait, "stop-signal");
    private final @Nullable Duration runTime;
    private long startNanos;
    private volatile boolean started;

    /** Without a {@code runTime} there is only Ctrl-C. */
    StopSignal(@Nullable Duration runTime) {
        this.runTime = runTime;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Waits for {@code pause}, or until it is time to end; says whether it is. The first call starts the clock. */
    public boolean within(Duration pause) throws InterruptedException {
        if (!started) {
            started = true;
            startNanos = System.nanoTime();
        }
        long left = runTime == null ? Long.MAX_VALUE : runTime.toNanos() - (System.nanoTime() - startNanos);
        return interrupted.await(Math.min(left, pause.toNanos()), TimeUnit.NANOSECONDS) || left <= pause.toNanos();
    }

    /** Tells Ctrl-C that everything is tidied up. */
    @Override
    public void close() {
        tidy.countDown();
        if (interrupted.getCount() > 0) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException endingAlready) {
                // Ctrl-C came this very moment; the hook has nothing left to wait for.
            }
        }
    }

    private void interruptAndWait() {
        interrupted.countDown();
        try {
            // Before the first call of within() the program is still connecting, and has nothing to tidy up.
            if (started && !tidy.await(TIDY_UP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The sample did not end within " + TIDY_UP_SECONDS + " s.");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
