package org.iotconnector.core.internal.outbox;

import java.util.List;

/**
 * Gives out the times at which something may happen, such as a connect, in the order of asking. A time is given to one
 * alone: if all who wait were told the same one, thousands would wake for each that may go. Thread-safe.
 */
public final class Turns {
    private final Object lock;
    private final List<SlidingWindow> windows;

    /**
     * Turns that keep to {@code windows}.
     *
     * @param lock guards the windows; the same for all turns that share one of them
     */
    public Turns(Object lock, List<SlidingWindow> windows) {
        this.lock = lock;
        this.windows = List.copyOf(windows);
    }

    /** The next free time, from {@code now} on; it is the caller's from then on, used or not. */
    public long take(long now) {
        if (windows.isEmpty()) {
            return now;
        }
        synchronized (lock) {
            long turn = now;
            for (SlidingWindow window : windows) {
                turn = Math.max(turn, window.earliest(now));
            }
            for (SlidingWindow window : windows) {
                window.pass(1, turn);
            }
            return turn;
        }
    }
}
