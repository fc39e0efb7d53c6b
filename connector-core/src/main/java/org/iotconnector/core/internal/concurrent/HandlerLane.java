package org.iotconnector.core.internal.concurrent;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks one at a time and in order on a shared pool; a task is over when the stage it returns has completed. */
public final class HandlerLane implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(HandlerLane.class);

    private static final CompletionStage<Boolean> DONE = CompletableFuture.completedStage(Boolean.TRUE);

    private final Executor pool;
    private final ArrayDeque<Supplier<CompletionStage<?>>> tasks = new ArrayDeque<>();
    private boolean busy;

    public HandlerLane(Executor pool) {
        this.pool = pool;
    }

    /** Runs {@code task} after those before it. One that throws is logged and over; its stage must complete. */
    public void submit(Supplier<CompletionStage<?>> task) {
        synchronized (tasks) {
            tasks.add(task);
            if (busy) {
                return;
            }
            busy = true;
        }
        pool.execute(this::next);
    }

    /** Runs {@code task} after those before it; it is over when it returns. */
    @Override
    public void execute(Runnable task) {
        submit(() -> {
            task.run();
            return DONE;
        });
    }

    /** How many tasks wait; the one that runs does not count. */
    public int backlog() {
        synchronized (tasks) {
            return tasks.size();
        }
    }

    private static CompletionStage<?> start(Supplier<CompletionStage<?>> task) {
        try {
            return task.get();
        } catch (Throwable e) {
            LOG.error("A handler task failed.", e);
            return DONE;
        }
    }

    private void next() {
        Supplier<CompletionStage<?>> task;
        synchronized (tasks) {
            task = tasks.remove();
        }
        start(task).whenComplete((result, failure) -> proceed());
    }

    /** One task per turn, so that a busy device does not keep a pool thread from the others. */
    private void proceed() {
        synchronized (tasks) {
            busy = !tasks.isEmpty();
            if (!busy) {
                return;
            }
        }
        pool.execute(this::next);
    }
}
