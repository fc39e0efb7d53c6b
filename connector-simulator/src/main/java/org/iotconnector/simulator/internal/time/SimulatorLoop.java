package org.iotconnector.simulator.internal.time;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.iotconnector.simulator.SimulatorTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The simulator's only working thread. All broker and platform state is confined to it, so nothing there needs a lock; callers from
 * other threads hop over with {@link #call} and wait.
 */
public final class SimulatorLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorLoop.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final NioEventLoopGroup group = new NioEventLoopGroup(1, new DefaultThreadFactory("simulator-loop", true));
    private final EventExecutor loop = group.next();
    private final ExecutorService callbacks = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            1,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new DefaultThreadFactory("simulator-callback", true));
    private final @Nullable SimulatorTime time;
    private final Clock clock;

    /**
     * Starts the thread.
     *
     * @param time replaces the system's time; null for the system's
     */
    public SimulatorLoop(@Nullable SimulatorTime time) {
        this.time = time;
        this.clock = time == null ? Clock.systemUTC() : time.clock();
    }

    /** The event loop for channels. */
    public EventLoopGroup group() {
        return group;
    }

    /** The clock everything here goes by. */
    public Clock clock() {
        return clock;
    }

    /** Completes a future that application code holds, off this thread, so that its continuations may block. */
    public <T> void complete(CompletableFuture<T> future, T value) {
        try {
            callbacks.execute(() -> future.complete(value));
        } catch (RejectedExecutionException closed) {
            future.complete(value);
        }
    }

    /** Runs a task on this thread and waits for its result; runs it at once when already there. */
    public <T extends @Nullable Object> T call(Supplier<T> task) {
        if (loop.inEventLoop()) {
            return task.get();
        }
        try {
            return CompletableFuture.supplyAsync(task, loop).join();
        } catch (RejectedExecutionException closed) {
            throw new IllegalStateException("The simulator is closed.", closed);
        } catch (CompletionException failed) {
            // The caller made the mistake, so it gets the exception itself.
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** As {@link #call}, without a result. */
    public void run(Runnable task) {
        this.<@Nullable Void>call(() -> {
            task.run();
            return null;
        });
    }

    /**
     * Runs a task on this thread after a delay.
     *
     * @return cancels the task when run
     */
    public Runnable schedule(Duration delay, Runnable task) {
        if (time != null) {
            // Waiting for the task makes "advance, then look" deterministic in tests.
            return time.schedule(delay, () -> runIfOpen(task));
        }
        ScheduledFuture<?> future = loop.schedule(() -> guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    private void runIfOpen(Runnable task) {
        if (!loop.isShuttingDown()) {
            run(() -> guarded(task));
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException bug) {
            LOG.error("A scheduled task failed; this is a bug in connector-simulator", bug);
        }
    }

    /** Whether {@link #close} has not been called. */
    public boolean isOpen() {
        return !group.isShuttingDown();
    }

    /** Ends the thread; waits up to 5 s. */
    @Override
    public void close() {
        group.shutdownGracefully(0, CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(CLOSE_LIMIT.toMillis());
        callbacks.shutdown();
    }
}
