package org.iotconnector.core.internal.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads on which user code runs: a small number, whatever the number of devices. It is a fork-join pool because
 * that one makes a thread more while a handler waits in {@code CompletableFuture.join()}: handlers that wait for their
 * own reports would otherwise wait for the very threads they block.
 */
public final class HandlerPool implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HandlerPool.class);
    private static final int MOST_WAITING = 256;

    private final ForkJoinPool threads;

    /** A pool of {@code size} threads, made when they are needed and ended when idle for 30 s. */
    public HandlerPool(int size) {
        AtomicInteger number = new AtomicInteger();
        threads = new ForkJoinPool(
                size,
                pool -> named(pool, "connector-handler-" + number.incrementAndGet()),
                (thread, failure) -> LOG.error("A handler task failed.", failure),
                true,
                size,
                size + MOST_WAITING,
                1,
                pool -> true,
                30,
                TimeUnit.SECONDS);
    }

    private static ForkJoinWorkerThread named(ForkJoinPool pool, String name) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName(name);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        try {
            threads.execute(() -> run(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("A notice came after the connector was closed and is dropped.");
        }
    }

    /** Runs a task that only completes a future; on the calling thread once the pool is closed, so that nobody waits on. */
    public void complete(Runnable completion) {
        try {
            threads.execute(() -> run(completion));
        } catch (RejectedExecutionException e) {
            run(completion);
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            LOG.error("A handler task failed.", e);
        }
    }

    /** Whether the calling thread is one of this pool's. */
    public boolean runsHere() {
        return Thread.currentThread() instanceof ForkJoinWorkerThread worker && worker.getPool() == threads;
    }

    /** Lets what runs finish, at most for {@code limitNanos}, then interrupts it; from a handler it does not wait. */
    public void close(long limitNanos) {
        threads.shutdown();
        if (runsHere()) {
            return;
        }
        try {
            if (!threads.awaitTermination(limitNanos, TimeUnit.NANOSECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        close(TimeUnit.SECONDS.toNanos(5));
    }
}
