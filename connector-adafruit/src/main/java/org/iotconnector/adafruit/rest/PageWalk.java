package org.iotconnector.adafruit.rest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.iotconnector.core.http.ApiCall;

/** Goes through pages without a thread that waits. */
final class PageWalk {
    private final Consumer<? super Datum> action;
    private final CompletableFuture<Long> result = new CompletableFuture<>();
    private volatile CompletableFuture<DataPage> step = new CompletableFuture<>();
    private long count;

    PageWalk(Consumer<? super Datum> action) {
        this.action = action;
    }

    CompletableFuture<Long> start(ApiCall<DataPage> first) {
        result.whenComplete((all, failure) -> {
            if (result.isCancelled()) {
                step.cancel(true);
            }
        });
        take(first);
        return result;
    }

    private void take(ApiCall<DataPage> call) {
        CompletableFuture<DataPage> page = call.executeAsync();
        step = page;
        if (result.isCancelled()) {
            page.cancel(true);
        }
        page.whenComplete((taken, failure) -> {
            if (failure != null) {
                boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
                result.completeExceptionally(wrapped ? failure.getCause() : failure);
            } else {
                handOver(taken);
            }
        });
    }

    private void handOver(DataPage page) {
        try {
            for (Datum datum : page.data()) {
                if (result.isDone()) {
                    return;
                }
                action.accept(datum);
                count++;
            }
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
            return;
        }
        page.next().ifPresentOrElse(this::take, () -> result.complete(count));
    }
}
