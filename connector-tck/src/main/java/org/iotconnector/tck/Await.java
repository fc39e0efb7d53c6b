package org.iotconnector.tck;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions and futures with a limit, and says what was waited for in vain. */
public final class Await {
    /** How long these tests wait for what should come at once: long, so that a slow machine does not fail them. */
    public static final Duration LIMIT = Duration.ofSeconds(15);

    private static final long LOOK_EVERY_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private Await() {}

    /**
     * Waits until {@code condition} holds.
     *
     * @throws AssertionError naming {@code what} after {@link #LIMIT}
     */
    public static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("In vain for " + LIMIT.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    /**
     * The future's value.
     *
     * @throws AssertionError when it fails or does not complete within {@link #LIMIT}
     */
    public static <T> T value(CompletableFuture<T> future) {
        try {
            return future.get(LIMIT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("It should have succeeded but failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("Not completed within " + LIMIT.toSeconds() + " s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting.", e);
        }
    }

    /**
     * Why the future failed.
     *
     * @throws AssertionError when it succeeds or does not complete within {@link #LIMIT}
     */
    public static Throwable failure(CompletableFuture<?> future) {
        try {
            Object value = future.get(LIMIT.toNanos(), TimeUnit.NANOSECONDS);
            throw new AssertionError("It should have failed but gave " + value);
        } catch (ExecutionException e) {
            return e.getCause() == null ? e : e.getCause();
        } catch (TimeoutException e) {
            throw new AssertionError("Not completed within " + LIMIT.toSeconds() + " s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting.", e);
        }
    }
}
