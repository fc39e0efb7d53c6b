package org.iotconnector.onenet.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One operation of the application API, not sent yet. Each execution sends it once. Immutable, thread-safe.
 *
 * @param <T> what it brings
 */
public final class ApiCall<T> {
    private final Supplier<CompletableFuture<T>> start;

    private ApiCall(Supplier<CompletableFuture<T>> start) {
        this.start = start;
    }

    static <T> ApiCall<T> of(Supplier<CompletableFuture<ApiAnswer>> send, Function<ApiAnswer, T> read) {
        return new ApiCall<>(() -> {
            CompletableFuture<ApiAnswer> sent = send.get();
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
     * Sends it; returns at once. The future completes on a handler thread; cancelling it ends the call.
     *
     * @return fails with {@link org.iotconnector.core.PlatformRejectedException} if the platform refuses, with
     *     {@link org.iotconnector.core.HttpException} if it cannot be asked, with
     *     {@link org.iotconnector.core.MappingException} if its answer lacks what is documented
     */
    public CompletableFuture<T> executeAsync() {
        return start.get();
    }

    /**
     * Sends it and waits, at most as long as the request may take: 15 s, and for commands 10 s more than the device has.
     * An interrupt does not end the waiting and stays set.
     *
     * @throws org.iotconnector.core.PlatformRejectedException if the platform refuses; code and text as received
     * @throws org.iotconnector.core.HttpException if the platform cannot be asked
     * @throws org.iotconnector.core.MappingException if the answer lacks what is documented
     */
    public T execute() {
        try {
            return executeAsync().join();
        } catch (CompletionException e) {
            throw withCaller(e);
        }
    }

    /** What failed on another thread, showing where the caller waited too. */
    private static RuntimeException withCaller(CompletionException failed) {
        if (!(failed.getCause() instanceof RuntimeException failure)) {
            return new IllegalStateException("A call of OneNET's API failed.", failed);
        }
        List<StackTraceElement> frames = new ArrayList<>(Arrays.asList(failure.getStackTrace()));
        StackTraceElement[] here = new Throwable().getStackTrace();
        frames.addAll(Arrays.asList(here).subList(1, here.length));
        failure.setStackTrace(frames.toArray(new StackTraceElement[0]));
        return failure;
    }
}
