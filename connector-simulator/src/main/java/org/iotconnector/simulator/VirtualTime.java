package org.iotconnector.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Time that stands still until {@link #advance} is called, so that tests of keep-alive, limits and delays take no time and
 * do not depend on the machine. Thread-safe.
 */
public final class VirtualTime implements SimulatorTime {
    private final Object lock = new Object();
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::order));
    private Instant now;
    private long nextOrder;

    private VirtualTime(Instant start) {
        this.now = start;
    }

    /** A time that begins at {@code start}. */
    public static VirtualTime startingAt(Instant start) {
        return new VirtualTime(start);
    }

    @Override
    public Clock clock() {
        return new VirtualClock(ZoneOffset.UTC);
    }

    @Override
    public Runnable schedule(Duration delay, Runnable task) {
        synchronized (lock) {
            Task entry = new Task(now.plus(delay), nextOrder++, task);
            tasks.add(entry);
            return () -> remove(entry);
        }
    }

    /**
     * Moves the clock forward and runs, on the calling thread and in order, each task that becomes due, with the clock
     * at the moment it was due.
     *
     * @param step zero or more
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("Time cannot go back by [" + step + "]; give zero or more.");
        }
        Instant target = now().plus(step);
        for (Task task = nextUntil(target); task != null; task = nextUntil(target)) {
            task.action().run();
        }
        synchronized (lock) {
            if (target.isAfter(now)) {
                now = target;
            }
        }
    }

    /** The present moment of this time. */
    public Instant now() {
        synchronized (lock) {
            return now;
        }
    }

    private @Nullable Task nextUntil(Instant target) {
        synchronized (lock) {
            Task task = tasks.peek();
            if (task == null || task.due().isAfter(target)) {
                return null;
            }
            tasks.remove();
            if (task.due().isAfter(now)) {
                now = task.due();
            }
            return task;
        }
    }

    private void remove(Task task) {
        synchronized (lock) {
            tasks.remove(task);
        }
    }

    private record Task(Instant due, long order, Runnable action) {}

    private final class VirtualClock extends Clock {
        private final ZoneId zone;

        VirtualClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new VirtualClock(other);
        }

        @Override
        public Instant instant() {
            return now();
        }
    }
}
