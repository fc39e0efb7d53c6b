package org.iotconnector.core.internal.concurrent;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for a queue whose regular ones are all blocked: each time its head has not moved for a while, one more. A device's
 * handlers run one at a time, so a device that blocks keeps one thread, and the bound is how many may do so before others
 * have to wait. A spare thread ends as soon as the queue is empty. Thread-safe.
 */
final class SpareThreads {
    private static final Logger LOG = LoggerFactory.getLogger("org.iotconnector.core.handlers");

    /** Long enough for a busy processor not to look like a blocked handler, short enough not to be felt. */
    private static final long PATIENCE_MILLIS = 50;

    private static final Executor LATER =
            CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS, Runnable::run);

    private final Queue<Runnable> tasks;
    private final Consumer<Runnable> run;
    private final int most;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicBoolean watching = new AtomicBoolean();
    private volatile boolean closed;
    private boolean told;

    SpareThreads(Queue<Runnable> tasks, Consumer<Runnable> run, int most) {
        this.tasks = tasks;
        this.run = run;
        this.most = most;
    }

    /** Something was added to the queue; it is looked after until it is empty. */
    void watch() {
        if (!watching.get() && watching.compareAndSet(false, true)) {
            Runnable head = tasks.peek();
            LATER.execute(() -> look(head));
        }
    }

    private void look(@Nullable Runnable before) {
        Runnable head = tasks.peek();
        if (head == null || closed) {
            watching.set(false);
            // What was added between the two has nobody else to watch it.
            if (!tasks.isEmpty() && !closed) {
                watch();
            }
            return;
        }
        if (head == before) {
            add();
        }
        LATER.execute(() -> look(head));
    }

    private void add() {
        if (threads.size() >= most) {
            tell();
            return;
        }
        Thread thread = new Thread(this::work, "connector-handler-spare-" + number.incrementAndGet());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void tell() {
        if (!told) {
            told = true;
            LOG.warn(
                    "{} handlers are blocked at the same time, so others wait for them. Let handlers that wait for something"
                            + " else return a stage (onSetAsync, onServiceAsync), or hand the work to threads of your own.",
                    most);
        }
    }

    private void work() {
        try {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                run.accept(task);
            }
        } finally {
            threads.remove(Thread.currentThread());
        }
    }

    boolean owns(Thread thread) {
        return threads.contains(thread);
    }

    /** Lets what runs finish, at most for {@code limitNanos}, then interrupts it. */
    void close(long limitNanos) throws InterruptedException {
        closed = true;
        long deadline = System.nanoTime() + limitNanos;
        for (Thread thread : threads) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left > 0) {
                thread.join(left);
            }
        }
        interrupt();
    }

    void interrupt() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }
}
