package org.iotconnector.core.internal.concurrent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
 * own reports would otherwise wait for the very threads they block. Where handlers block in ways that it cannot know of, the
 * {@link SpareThreads} help out, which take from the same queue.
 */
public final class HandlerPool implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HandlerPool.class);
    private static final int MOST_WAITING = 256;

    private final ForkJoinPool threads;
    /** Each has a ticket in the fork-join pool, which finds nothing when a spare thread was faster. */
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    private final SpareThreads spares;

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
        spares = new SpareThreads(tasks, HandlerPool::run, MOST_WAITING);
    }

    private static ForkJoinWorkerThread named(ForkJoinPool pool, String name) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName(name);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        if (!submit(task)) {
            LOG.debug("A notice came after the connector was closed and is dropped.");
        }
    }

    /** Runs a task that only completes a future; on the calling thread once the pool is closed, so that nobody waits on. */
    public void complete(Runnable completion) {
        if (!submit(completion)) {
            run(completion);
        }
    }

    private boolean submit(Runnable task) {
        tasks.add(task);
        try {
            threads.execute(this::next);
            spares.watch();
            return true;
        } catch (RejectedExecutionException closed) {
            // Unless somebody took it after all.
            return !tasks.remove(task);
        }
    }

    private void next() {
        Runnable task = tasks.poll();
        if (task != null) {
            run(task);
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
        Thread current = Thread.currentThread();
        return current instanceof ForkJoinWorkerThread worker ? worker.getPool() == threads : spares.owns(current);
    }

    /** Lets what runs finish, at most for {@code limitNanos}, then interrupts it; from a handler it does not wait. */
    public void close(long limitNanos) {
        threads.shutdown();
        if (runsHere()) {
            return;
        }
        long deadline = System.nanoTime() + limitNanos;
        try {
            if (!threads.awaitTermination(limitNanos, TimeUnit.NANOSECONDS)) {
                threads.shutdownNow();
            }
            spares.close(Math.max(0, deadline - System.nanoTime()));
        } catch (InterruptedException e) {
            threads.shutdownNow();
            spares.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        close(TimeUnit.SECONDS.toNanos(5));
    }
}
