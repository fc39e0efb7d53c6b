package org.iotconnector.tck.net;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** How bytes travel now, in both directions; those who wait are woken by every change. */
final class Lanes {
    private final Map<Direction, Lane> lanes = new EnumMap<>(Direction.class);
    private final Map<Direction, Long> left = new EnumMap<>(Direction.class);
    private final Map<Direction, Long> passed = new EnumMap<>(Direction.class);

    synchronized Lane of(Direction direction) {
        return lanes.getOrDefault(direction, Lane.CLEAR);
    }

    synchronized void change(Direction direction, UnaryOperator<Lane> change) {
        lanes.put(direction, change.apply(of(direction)));
        notifyAll();
    }

    synchronized void clear() {
        lanes.clear();
        left.clear();
        notifyAll();
    }

    /** After {@code bytes} more, {@link #allowed} says that the connection is to be cut. */
    synchronized void limit(Direction direction, long bytes) {
        left.put(direction, bytes);
    }

    /** How many of {@code count} bytes may pass before the cut; the cut is due when it is fewer. */
    synchronized int allowed(Direction direction, int count) {
        Long rest = left.get(direction);
        if (rest == null) {
            return count;
        }
        if (rest > count) {
            left.put(direction, rest - count);
            return count;
        }
        left.remove(direction);
        return rest.intValue() == count ? count - 1 : rest.intValue();
    }

    synchronized void count(Direction direction, int bytes) {
        passed.merge(direction, (long) bytes, Long::sum);
    }

    synchronized long passed(Direction direction) {
        return passed.getOrDefault(direction, 0L);
    }

    /** Waits while this direction is held. */
    synchronized void awaitPassing(Direction direction, BooleanSupplier ended) throws InterruptedException {
        while (of(direction).held() && !ended.getAsBoolean()) {
            wait(100);
        }
    }

    /** Lets time pass, for as long as {@code delay} is still the lane's and the connection there. */
    synchronized void pause(Direction direction, Duration delay, BooleanSupplier ended) throws InterruptedException {
        long end = System.nanoTime() + delay.toNanos();
        for (long rest = delay.toMillis(); rest > 0; rest = (end - System.nanoTime()) / 1_000_000) {
            if (ended.getAsBoolean() || !of(direction).delay().equals(delay)) {
                return;
            }
            wait(Math.min(rest, 100));
        }
    }
}
