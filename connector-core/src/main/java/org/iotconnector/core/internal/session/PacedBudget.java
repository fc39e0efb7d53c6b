package org.iotconnector.core.internal.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.internal.outbox.Pacer;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.RateBudget;
import org.iotconnector.core.session.TimeSource;
import org.jspecify.annotations.Nullable;

/** A budget over a pacer, in the order of asking. Thread-safe. */
final class PacedBudget implements RateBudget {
    private final Pacer pacer;
    private final TimeSource time;
    private final Queue<Request> waiting = new ArrayDeque<>();
    private boolean timed;
    private boolean closed;

    private record Request(int permits, CompletableFuture<Void> taken) {}

    PacedBudget(Pacer pacer, TimeSource time) {
        this.pacer = pacer;
        this.time = time;
    }

    @Override
    public CompletableFuture<Void> take(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException("A budget is asked for 0 permits or more; got " + permits + ".");
        }
        Request request = new Request(permits, new CompletableFuture<>());
        boolean refused;
        synchronized (this) {
            refused = closed;
            waiting.add(request);
        }
        if (refused) {
            close();
        } else {
            serve();
        }
        return request.taken;
    }

    /** The timers are gone: who waits is told so. */
    void close() {
        List<Request> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(waiting);
            waiting.clear();
        }
        left.forEach(request -> request.taken.completeExceptionally(
                new IllegalStateException("The connector was closed before the account's rate had room.")));
    }

    @Override
    public void pause(Duration length) {
        pacer.pauseUntil(time.nanoTime() + length.toNanos());
    }

    private void serve() {
        for (Request next = nextServed(); next != null; next = nextServed()) {
            // Outside the lock, since this runs what the caller has chained to it.
            next.taken.complete(null);
        }
    }

    private synchronized @Nullable Request nextServed() {
        Request head = waiting.peek();
        while (head != null && head.taken.isDone()) {
            waiting.remove();
            head = waiting.peek();
        }
        if (head == null || timed) {
            return null;
        }
        long wait = pacer.tryPass(QualityOfService.AT_LEAST_ONCE, head.permits, time.nanoTime());
        if (wait > 0) {
            timed = true;
            time.schedule(Duration.ofNanos(wait), this::onTime);
            return null;
        }
        return waiting.remove();
    }

    private void onTime() {
        synchronized (this) {
            timed = false;
        }
        serve();
    }
}
