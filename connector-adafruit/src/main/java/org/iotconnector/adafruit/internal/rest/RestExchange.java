package org.iotconnector.adafruit.internal.rest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * One request with its repetitions. Each attempt takes its permits of the account's rate, then waits for the end of a
 * pause, then is sent. A request that was not done for certain (429, no connection) is sent again; one that may have been
 * done only if doing it twice does no harm.
 */
final class RestExchange<T> {
    private static final int NOT_FOUND = 404;

    private final RestClient client;
    private final RestRequest request;
    private final Function<Received, T> read;
    private final String target;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private @Nullable T missing;
    private int attempts;
    private boolean maybeDone;
    private volatile CompletableFuture<?> step = CompletableFuture.completedFuture(null);

    RestExchange(RestClient client, RestRequest request, Function<Received, T> read) {
        this.client = client;
        this.request = request;
        this.read = read;
        this.target = request.target(client.base());
    }

    /** Sets what a record that is not there stands for; by default it is a failure. */
    RestExchange<T> missingIs(T value) {
        this.missing = value;
        return this;
    }

    CompletableFuture<T> start() {
        HttpRequest sent;
        try {
            sent = request.toHttp(client.base(), client.key());
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
            return result;
        }
        result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                step.cancel(true);
            }
        });
        attempt(sent);
        return result;
    }

    private void attempt(HttpRequest sent) {
        Pauses.Pause pause = client.pauses().current();
        if (pause.outlasts(client.policy().longestWait())) {
            result.completeExceptionally(RestErrors.paused(target, pause));
        } else if (request.cost() > 0) {
            then(client.budget().take(request.cost()), taken -> afterPause(sent));
        } else {
            afterPause(sent);
        }
    }

    private void afterPause(HttpRequest sent) {
        // A copy, since cancelling this call must not end the pause for others.
        then(client.pauses().current().over().copy(), over -> {
            attempts++;
            CompletableFuture<HttpAnswer> call = client.http().send(sent);
            follow(call);
            call.whenComplete((answer, failure) -> {
                if (answer != null) {
                    received(sent, answer);
                } else if (failure != null) {
                    failed(sent, unwrap(failure));
                }
            });
        });
    }

    private void received(HttpRequest sent, HttpAnswer answer) {
        int status = answer.status();
        T absent = missing;
        if (answer.isSuccess() || isGoneAlready(status)) {
            finish(answer);
        } else if (absent != null && RestErrors.isMissingRecord(answer)) {
            result.complete(absent);
        } else if (status == RestErrors.TOO_MANY) {
            Duration pause = RetryPolicy.pause(answer);
            client.pauses().begin(pause, text(answer));
            client.budget().pause(pause);
            // The pause itself holds the next attempt back.
            again(sent, pause, Duration.ZERO, failure(answer));
        } else if (RestErrors.isOutage(status) && request.isRepeatable()) {
            maybeDone = true;
            Duration wait = client.policy().wait(answer, attempts);
            again(sent, wait, wait, failure(answer));
        } else {
            result.completeExceptionally(failure(answer));
        }
    }

    /** A repeated delete that finds nothing was done the first time. */
    private boolean isGoneAlready(int status) {
        return status == NOT_FOUND && maybeDone && request.method() == HttpMethod.DELETE;
    }

    private void finish(HttpAnswer answer) {
        try {
            result.complete(read.apply(new Received(target, answer)));
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    private RuntimeException failure(HttpAnswer answer) {
        boolean mayBeDone = !request.method().isSafe();
        return RestErrors.of(target, answer.status(), text(answer), attempts, mayBeDone);
    }

    /** What the platform said; a server may repeat what it was sent. */
    private String text(HttpAnswer answer) {
        String text = request.hide(RestErrors.text(answer));
        return client.key().map(key -> text.replace(key.reveal(), "[redacted]")).orElse(text);
    }

    private void failed(HttpRequest sent, Throwable failure) {
        if (!(failure instanceof HttpException http)) {
            result.completeExceptionally(failure);
            return;
        }
        boolean notDone = http.reason() == Reason.UNKNOWN_HOST || http.reason() == Reason.UNREACHABLE;
        HttpException shown = withoutSecret(http);
        if (notDone || (http.reason().isPassing() && request.isRepeatable())) {
            maybeDone |= !notDone;
            Duration wait = client.policy().backoff(attempts);
            again(sent, wait, wait, shown);
        } else {
            result.completeExceptionally(shown);
        }
    }

    private HttpException withoutSecret(HttpException failure) {
        String text = request.hide(failure.getMessage());
        return text.equals(failure.getMessage())
                ? failure
                : new HttpException(failure.reason(), text, failure.getCause());
    }

    private void again(HttpRequest sent, Duration wait, Duration delay, RuntimeException failure) {
        boolean enough = attempts >= client.policy().attempts()
                || wait.compareTo(client.policy().longestWait()) > 0;
        if (enough) {
            result.completeExceptionally(failure);
        } else if (delay.isZero()) {
            attempt(sent);
        } else {
            then(client.http().delay(delay), over -> attempt(sent));
        }
    }

    private <S> void then(CompletableFuture<S> before, Consumer<S> action) {
        follow(before);
        before.whenComplete((value, failure) -> {
            if (failure != null) {
                result.completeExceptionally(unwrap(failure));
            } else if (!result.isDone()) {
                action.accept(value);
            }
        });
    }

    /** Cancelling the call ends this step of it. */
    private void follow(CompletableFuture<?> next) {
        step = next;
        if (result.isCancelled()) {
            next.cancel(true);
        }
    }

    private static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
