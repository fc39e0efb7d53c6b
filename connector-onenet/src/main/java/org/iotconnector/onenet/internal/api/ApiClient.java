package org.iotconnector.onenet.internal.api;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.onenet.api.ApiAnswer;

/**
 * Sends requests with a token. A request that only reads is repeated once if its connection broke; any request is
 * repeated once if its token was refused and the platform's clock explains why, since then nothing was done. Thread-safe.
 */
public final class ApiClient {
    private final Http http;
    private final URI address;
    private final ApiTokens tokens;

    public ApiClient(Http http, URI address, ApiTokens tokens) {
        this.http = http;
        this.address = address;
        this.tokens = tokens;
    }

    /** The answer, if it is one of success; fails as {@link Envelope} says. Cancelling it ends the call. */
    public CompletableFuture<ApiAnswer> send(ApiRequest request) {
        Exchange exchange = new Exchange(request);
        exchange.send(true, true);
        return exchange.result;
    }

    private HttpRequest withToken(ApiRequest request) {
        HttpRequest.Builder builder = HttpRequest.of(request.method(), URI.create(address + request.path()))
                .header("authorization", tokens.current())
                .timeout(request.timeout());
        request.query().forEach(builder::query);
        request.body().ifPresent(builder::body);
        return builder.build();
    }

    /** One request with its repetitions. */
    private final class Exchange {
        private final ApiRequest request;
        private final CompletableFuture<ApiAnswer> result = new CompletableFuture<>();

        Exchange(ApiRequest request) {
            this.request = request;
        }

        void send(boolean mayRepeat, boolean mayCorrect) {
            HttpRequest sent;
            try {
                sent = withToken(request);
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
                return;
            }
            CompletableFuture<HttpAnswer> call = http.send(sent);
            result.whenComplete((answer, failure) -> {
                if (result.isCancelled()) {
                    call.cancel(true);
                }
            });
            call.whenComplete((answer, failure) -> {
                if (answer != null) {
                    received(sent, answer, mayCorrect);
                } else if (mayRepeat && isWorthRepeating(failure)) {
                    send(false, mayCorrect);
                } else {
                    result.completeExceptionally(failure);
                }
            });
        }

        private void received(HttpRequest sent, HttpAnswer answer, boolean mayCorrect) {
            try {
                Envelope envelope = Envelope.read(sent, answer);
                boolean late = envelope.code() == ApiCodes.AUTHENTICATION
                        && mayCorrect
                        && answer.serverTime().map(tokens::correct).orElse(false);
                if (late) {
                    send(true, false);
                } else {
                    result.complete(envelope.orThrow());
                }
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        }

        private boolean isWorthRepeating(Throwable failure) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            return request.method().isSafe() && cause instanceof HttpException http && http.reason() == Reason.BROKEN;
        }
    }
}
