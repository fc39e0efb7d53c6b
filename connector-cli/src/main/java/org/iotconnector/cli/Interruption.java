package org.iotconnector.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The user's wish to end a command that runs until told otherwise (Ctrl-C). Thread-safe. */
public final class Interruption {
    private final CompletableFuture<Void> requested = new CompletableFuture<>();
    private volatile boolean awaited;

    /** Asks the command to end. */
    public void request() {
        requested.complete(null);
    }

    /** Whether a command waits for this, and so will end by itself in good order. */
    public boolean isAwaited() {
        return awaited;
    }

    /**
     * Waits for the first of: a request, the end of {@code limit}, {@code other} completing in any way.
     *
     * @param limit empty for as long as it takes
     */
    public void await(Optional<Duration> limit, CompletableFuture<?> other) throws InterruptedException {
        awaited = true;
        CompletableFuture<Object> first = CompletableFuture.anyOf(requested, other);
        try {
            if (limit.isPresent()) {
                first.get(limit.get().toMillis(), TimeUnit.MILLISECONDS);
            } else {
                first.get();
            }
        } catch (ExecutionException | TimeoutException ended) {
            // All that counts is that the wait is over; the caller looks at its own future.
        }
    }

    /** Waits for the first of: a request, the end of {@code limit}. */
    public void await(Optional<Duration> limit) throws InterruptedException {
        await(limit, new CompletableFuture<Void>());
    }
}
