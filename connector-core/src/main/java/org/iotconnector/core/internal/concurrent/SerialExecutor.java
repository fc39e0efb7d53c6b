package org.iotconnector.core.internal.concurrent;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/** Runs tasks one at a time and in order on a shared pool, without owning a thread. */
public final class SerialExecutor implements Executor {
    private final Executor pool;
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    public SerialExecutor(Executor pool) {
        this.pool = pool;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (tasks) {
            tasks.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        start();
    }

    /** How many tasks wait; the one that runs does not count. */
    public int backlog() {
        synchronized (tasks) {
            return tasks.size();
        }
    }

    private void start() {
        pool.execute(this::runOne);
    }

    private void runOne() {
        Runnable task;
        synchronized (tasks) {
            task = tasks.poll();
        }
        try {
            if (task != null) {
                task.run();
            }
        } finally {
            boolean more;
            synchronized (tasks) {
                more = !tasks.isEmpty();
                running = more;
            }
            // One task per turn, so that a busy device does not keep a pool thread from the others.
            if (more) {
                start();
            }
        }
    }
}
