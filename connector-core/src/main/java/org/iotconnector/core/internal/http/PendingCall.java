package org.iotconnector.core.internal.http;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** One call: reads its answer on an HTTP thread and completes the future elsewhere. */
final class PendingCall implements Callback {
    private final HttpRequest request;
    private final SharedHttp shared;
    private final CompletableFuture<HttpAnswer> result = new CompletableFuture<>();

    private PendingCall(HttpRequest request, SharedHttp shared) {
        this.request = request;
        this.shared = shared;
    }

    static CompletableFuture<HttpAnswer> start(Call call, HttpRequest request, SharedHttp shared) {
        PendingCall pending = new PendingCall(request, shared);
        pending.result.whenComplete((answer, failure) -> {
            if (pending.result.isCancelled()) {
                call.cancel();
            }
        });
        call.enqueue(pending);
        return pending.result;
    }

    @Override
    public void onResponse(Call call, Response response) {
        try (response) {
            complete(Answers.read(response, request), null);
        } catch (HttpException refused) {
            complete(null, refused);
        } catch (IOException e) {
            onFailure(call, e);
        }
    }

    @Override
    public void onFailure(Call call, IOException failure) {
        complete(null, shared.isClosed() ? HttpFailures.closed(request) : HttpFailures.read(request, failure));
    }

    private void complete(@Nullable HttpAnswer answer, @Nullable HttpException failure) {
        shared.completions().execute(() -> {
            if (answer != null) {
                result.complete(answer);
            } else if (failure != null) {
                result.completeExceptionally(failure);
            }
        });
    }
}
