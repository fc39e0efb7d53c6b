package org.iotconnector.core.internal.concurrent;

import java.util.ArrayDeque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Runs tasks one at a time and in order on a shared pool; a task is over when the stage it returns has completed. */
public final class HandlerLane {
    private final Executor pool;
    private final ArrayDeque<Supplier<CompletionStage<?>>> tasks = new ArrayDeque<>();
    private boolean busy;

    public HandlerLane(Executor pool) {
        this.pool = pool;
    }

    /** Runs {@code task} after those before it. It must not throw, and its stage must complete. */
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

    /** How many tasks wait; the one that runs does not count. */
    public int backlog() {
        synchronized (tasks) {
            return tasks.size();
        }
    }

    private void next() {
        Supplier<CompletionStage<?>> task;
        synchronized (tasks) {
            task = tasks.poll();
            if (task == null) {
                busy = false;
                return;
            }
        }
        task.get().whenComplete((result, failure) -> pool.execute(this::next));
    }
}
