package org.iotconnector.adafruit.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * One operation of the API, not sent yet; each execution sends it. Immutable, thread-safe.
 *
 * <p>An execution first waits until the account's rate has room for it and a pause that the platform asked for is over.
 * After a 429, and where no connection could be made, it sends the request again. After an outage (500, 502, 503, 504,
 * no answer) it does so only if that does no harm: reading, changing and deleting, not creating.
 *
 * @param <T> what it brings
 */
public final class RestCall<T> {
    private final Supplier<CompletableFuture<T>> start;

    private RestCall(Supplier<CompletableFuture<T>> start) {
        this.start = start;
    }

    static <T> RestCall<T> of(Supplier<CompletableFuture<T>> start) {
        return new RestCall<>(start);
    }

    /**
     * Starts it; returns at once. The future completes on a handler thread; cancelling it ends the call.
     *
     * @return fails with {@link org.iotconnector.core.PlatformRejectedException}, whose code is the HTTP status, if the
     *     platform refuses; with {@link org.iotconnector.core.HttpException} if it cannot be asked or is out of order
     */
    public CompletableFuture<T> executeAsync() {
        return start.get();
    }

    /**
     * Starts it and waits. One attempt takes 15 s at most; waiting for the account's rate and between attempts comes on
     * top. An interrupt does not end the waiting and stays set.
     *
     * @throws org.iotconnector.core.PlatformRejectedException if the platform refuses; its code is the HTTP status, its
     *     text the platform's
     * @throws org.iotconnector.core.HttpException if the platform cannot be asked or is out of order
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
            return new IllegalStateException("A call of Adafruit IO's API failed.", failed);
        }
        List<StackTraceElement> trace = new ArrayList<>(Arrays.asList(failure.getStackTrace()));
        StackTraceElement[] here = new Throwable().getStackTrace();
        trace.addAll(Arrays.asList(here).subList(1, here.length));
        failure.setStackTrace(trace.toArray(StackTraceElement[]::new));
        return failure;
    }
}
