package org.iotconnector.simulator.internal.onenet.push;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.jspecify.annotations.Nullable;

/** HTTP to servers. Requests are begun and answers handed over on the loop thread, and nothing waits there. */
final class PushClient {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    /**
     * What came back.
     *
     * @param status HTTP status, 0 when nothing came in time
     * @param body its text
     */
    record Answer(int status, String body) {}

    private static final Answer NO_ANSWER = new Answer(0, "");

    private final SimulatorLoop loop;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(new ThreadPoolExecutor(
                    0,
                    Integer.MAX_VALUE,
                    1,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    new DefaultThreadFactory("simulator-push", true)))
            .build();

    PushClient(SimulatorLoop loop) {
        this.loop = loop;
    }

    void get(URI url, Consumer<Answer> then) {
        send(HttpRequest.newBuilder(url).GET().build(), then);
    }

    void post(URI url, byte[] json, Consumer<Answer> then) {
        send(
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json;charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                        .build(),
                then);
    }

    private void send(HttpRequest request, Consumer<Answer> then) {
        CompletableFuture<Answer> outcome = new CompletableFuture<>();
        Runnable stopWaiting = loop.schedule(ANSWER_LIMIT, () -> outcome.complete(NO_ANSWER));
        CompletableFuture<HttpResponse<String>> exchange =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        exchange.whenComplete((response, failed) -> outcome.complete(answer(response)));
        outcome.thenAccept(answer -> hop(() -> {
            exchange.cancel(true);
            stopWaiting.run();
            then.accept(answer);
        }));
    }

    private static Answer answer(@Nullable HttpResponse<String> response) {
        return response == null ? NO_ANSWER : new Answer(response.statusCode(), response.body());
    }

    private void hop(Runnable task) {
        try {
            loop.group().execute(task);
        } catch (RejectedExecutionException closed) {
            // The simulator has closed, so nobody wants to know.
        }
    }
}
