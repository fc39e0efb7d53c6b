package org.iotconnector.core.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One operation of a platform's HTTP API, not sent yet; each execution sends it. Immutable, thread-safe.
 *
 * @param <T> what it brings
 */
public final class ApiCall<T> {
    private final Supplier<CompletableFuture<T>> start;

    private ApiCall(Supplier<CompletableFuture<T>> start) {
        this.start = start;
    }

    /** An operation that {@code start} begins; cancelling its future must end it. */
    public static <T> ApiCall<T> of(Supplier<CompletableFuture<T>> start) {
        return new ApiCall<>(start);
    }

    /** An operation that {@code send} begins, and whose answer {@code read} turns into what it brings. */
    public static <A, T> ApiCall<T> of(Supplier<CompletableFuture<A>> send, Function<A, T> read) {
        return new ApiCall<>(() -> {
            CompletableFuture<A> sent = send.get();
            CompletableFuture<T> result = sent.thenApply(read);
            result.whenComplete((value, failure) -> {
                if (result.isCancelled()) {
                    sent.cancel(true);
                }
            });
            return result;
        });
    }

    /**
     * Starts it; returns at once. The future completes on a handler thread; cancelling it ends the call.
     *
     * @return fails with {@link org.iotconnector.core.PlatformRejectedException} if the platform refuses, with
     *     {@link org.iotconnector.core.HttpException} if it cannot be asked or is out of order, with
     *     {@link org.iotconnector.core.MappingException} if its answer lacks what is documented
     */
    public CompletableFuture<T> executeAsync() {
        return start.get();
    }

    /**
     * Starts it and waits, as long as the API it belongs to may take. An interrupt does not end the waiting and stays set.
     *
     * @throws org.iotconnector.core.PlatformRejectedException if the platform refuses; code and text as received
     * @throws org.iotconnector.core.HttpException if the platform cannot be asked or is out of order
     * @throws org.iotconnector.core.MappingException if the answer lacks what is documented
     */
    public T execute() {
        try {
            return executeAsync().join();
        } catch (CompletionException e) {
            throw seenFromHere(e);
        }
    }

    /** What failed on another thread, showing where the caller waited too. */
    private static RuntimeException seenFromHere(CompletionException failed) {
        if (!(failed.getCause() instanceof RuntimeException failure)) {
            return new IllegalStateException("A call of a platform's API failed.", failed);
        }
        List<StackTraceElement> trace = new ArrayList<>(Arrays.asList(failure.getStackTrace()));
        StackTraceElement[] here = new Throwable().getStackTrace();
        trace.addAll(Arrays.asList(here).subList(1, here.length));
        failure.setStackTrace(trace.toArray(StackTraceElement[]::new));
        return failure;
    }
}
