package org.iotconnector.core.internal.concurrent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one at a time, in the order posted, on whichever thread finds it idle: no hop between threads on the hot
 * path, no lock held while a task runs, and one picture of the session's state. Tasks must not block; a task posted from
 * within a task runs after it. A thread that has run many tasks of others hands the rest to the executor.
 */
public final class Mailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int FAIR_SHARE = 512;

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final Executor relief;

    public Mailbox(Executor relief) {
        this.relief = relief;
    }

    /** Runs {@code task} now if nothing runs, else after what was posted before. */
    public void post(Runnable task) {
        tasks.add(task);
        if (pending.getAndIncrement() == 0) {
            drain();
        }
    }

    private void drain() {
        int done = 0;
        do {
            Runnable task = tasks.poll();
            if (task != null) {
                run(task);
            }
            done++;
            if (done >= FAIR_SHARE && pending.get() > 1) {
                pending.decrementAndGet();
                relief.execute(this::drain);
                return;
            }
        } while (pending.decrementAndGet() != 0);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A session task failed; this is a bug in connector-core.", e);
        }
    }
}
