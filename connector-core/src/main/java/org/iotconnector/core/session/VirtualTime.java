package org.iotconnector.core.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TimeSource} for tests that stands still until it is moved. Tasks run inside {@link #advance}, on the calling
 * thread, in the order of their due times. Thread-safe.
 */
public final class VirtualTime implements TimeSource {
    private final Object lock = new Object();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.<Timer>comparingLong(t -> t.due).thenComparingLong(t -> t.order));
    private final Instant start;
    private long nanos;
    private long order;

    private VirtualTime(Instant start) {
        this.start = start;
    }

    /** Time that begins at {@code start}. */
    public static VirtualTime startingAt(Instant start) {
        return new VirtualTime(start);
    }

    /** Time that begins at 2024-01-01T00:00:00Z. */
    public static VirtualTime create() {
        return new VirtualTime(Instant.parse("2024-01-01T00:00:00Z"));
    }

    @Override
    public Instant now() {
        synchronized (lock) {
            return start.plusNanos(nanos);
        }
    }

    @Override
    public long nanoTime() {
        synchronized (lock) {
            return nanos;
        }
    }

    @Override
    public Registration schedule(Duration delay, Runnable task) {
        synchronized (lock) {
            Timer timer = new Timer(nanos + Math.max(0, delay.toNanos()), order++, task);
            timers.add(timer);
            return () -> cancel(timer);
        }
    }

    private void cancel(Timer timer) {
        synchronized (lock) {
            timers.remove(timer);
        }
    }

    /** Moves on by {@code duration} and runs what falls due, including what those tasks schedule within it. */
    public void advance(Duration duration) {
        long target;
        synchronized (lock) {
            target = nanos + duration.toNanos();
        }
        for (Timer timer = next(target); timer != null; timer = next(target)) {
            timer.task.run();
        }
        synchronized (lock) {
            nanos = Math.max(nanos, target);
        }
    }

    private @Nullable Timer next(long target) {
        synchronized (lock) {
            Timer timer = timers.peek();
            if (timer == null || timer.due > target) {
                return null;
            }
            timers.remove(timer);
            nanos = Math.max(nanos, timer.due);
            return timer;
        }
    }

    /** How long until the next task is due; empty when none waits. */
    public Optional<Duration> untilNext() {
        synchronized (lock) {
            return Optional.ofNullable(timers.peek()).map(timer -> Duration.ofNanos(Math.max(0, timer.due - nanos)));
        }
    }

    /** How many tasks wait for their time. */
    public int pending() {
        synchronized (lock) {
            return timers.size();
        }
    }

    private static final class Timer {
        private final long due;
        private final long order;
        private final Runnable task;

        Timer(long due, long order, Runnable task) {
            this.due = due;
            this.order = order;
            this.task = task;
        }
    }
}
