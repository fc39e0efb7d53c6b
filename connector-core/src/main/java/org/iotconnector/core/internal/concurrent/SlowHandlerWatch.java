package org.iotconnector.core.internal.concurrent;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.iotconnector.core.session.TimeSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names the handler that keeps its device waiting, once for each call that takes too long. One timer for a lane, and only while
 * something runs: a timer for every message would cost more than the message. Thread-safe.
 */
public final class SlowHandlerWatch {
    private static final Logger LOG = LoggerFactory.getLogger("org.iotconnector.core.handlers");

    private final TimeSource time;
    private final Duration limit;
    private final String owner;
    private @Nullable String running;
    private @Nullable Thread thread;
    private long since;
    private boolean told;
    private boolean armed;

    /**
     * Watches one lane.
     *
     * @param limit what is too long; zero for watching nothing
     * @param owner whose handlers they are, for the log
     */
    public SlowHandlerWatch(TimeSource time, Duration limit, String owner) {
        this.time = time;
        this.limit = limit;
        this.owner = owner;
    }

    synchronized void begin(String what) {
        if (limit.isZero()) {
            return;
        }
        running = what;
        thread = Thread.currentThread();
        since = time.nanoTime();
        told = false;
        if (!armed) {
            arm(limit);
        }
    }

    /** The handler has returned, but what it began goes on. */
    synchronized void returned() {
        thread = null;
    }

    synchronized void end() {
        running = null;
        thread = null;
    }

    private void arm(Duration delay) {
        armed = true;
        time.schedule(delay, this::look);
    }

    private synchronized void look() {
        armed = false;
        String what = running;
        if (what == null || told) {
            return;
        }
        Duration left = limit.minusNanos(time.nanoTime() - since);
        if (!left.isNegative() && !left.isZero()) {
            arm(left);
            return;
        }
        told = true;
        LOG.warn(
                "{}: the handler for [{}] has not ended after {} ms ({}); what comes for it waits. Hand long work to a thread of"
                        + " your own.",
                owner,
                what,
                limit.toMillis(),
                place());
    }

    private String place() {
        Thread runner = thread;
        if (runner == null) {
            return "it has returned, but its stage has not completed";
        }
        Optional<StackTraceElement> own = Arrays.stream(runner.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java."))
                .filter(frame -> !frame.getClassName().startsWith("jdk."))
                .findFirst();
        return "on " + runner.getName() + own.map(frame -> " at " + frame).orElse("");
    }
}
