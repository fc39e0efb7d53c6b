package org.iotconnector.core.internal.concurrent;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks one at a time and in order on a shared pool; a task is over when the stage it returns has completed. */
public final class HandlerLane implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(HandlerLane.class);

    private static final CompletionStage<Boolean> DONE = CompletableFuture.completedStage(Boolean.TRUE);

    private final Executor pool;
    private final @Nullable SlowHandlerWatch watch;
    private final ArrayDeque<Task> tasks = new ArrayDeque<>(1);
    private boolean busy;

    private record Task(String what, Supplier<CompletionStage<?>> body) {}

    /** A lane that nobody watches. */
    public HandlerLane(Executor pool) {
        this(pool, null);
    }

    /** A lane whose slow tasks are named. */
    public HandlerLane(Executor pool, @Nullable SlowHandlerWatch watch) {
        this.pool = pool;
        this.watch = watch;
    }

    /**
     * Runs {@code task} after those before it. One that throws is logged and over; its stage must complete.
     *
     * @param what names it, for people, such as its topic
     */
    public void submit(String what, Supplier<CompletionStage<?>> task) {
        synchronized (tasks) {
            tasks.add(new Task(what, task));
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
        execute("a task", task);
    }

    /** As {@link #execute(Runnable)}, with a name. */
    public void execute(String what, Runnable task) {
        submit(what, () -> {
            task.run();
            return DONE;
        });
    }

    /** Where its tasks run, for what belongs to a task that has not ended yet. */
    public Executor pool() {
        return pool;
    }

    /** How many tasks wait; the one that runs does not count. */
    public int backlog() {
        synchronized (tasks) {
            return tasks.size();
        }
    }

    private CompletionStage<?> start(Task task) {
        if (watch != null) {
            watch.begin(task.what);
        }
        try {
            return task.body.get();
        } catch (Throwable e) {
            LOG.error("A handler task failed.", e);
            return DONE;
        } finally {
            if (watch != null) {
                watch.returned();
            }
        }
    }

    private void next() {
        Task task;
        synchronized (tasks) {
            task = tasks.remove();
        }
        start(task).whenComplete((result, failure) -> proceed());
    }

    /** One task per turn, so that a busy device does not keep a pool thread from the others. */
    private void proceed() {
        if (watch != null) {
            watch.end();
        }
        synchronized (tasks) {
            busy = !tasks.isEmpty();
            if (!busy) {
                return;
            }
        }
        pool.execute(this::next);
    }
}
