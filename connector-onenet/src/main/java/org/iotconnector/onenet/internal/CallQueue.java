package org.iotconnector.onenet.internal;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs calls one after the other, where answers do not say which call they belong to. Thread-safe. */
final class CallQueue {
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    /** Begins {@code call} once the one before has ended, well or not. */
    synchronized <T> CompletableFuture<T> add(Supplier<CompletableFuture<T>> call) {
        CompletableFuture<T> next = last.handle((result, failure) -> call.get()).thenCompose(running -> running);
        last = next;
        return next;
    }
}
