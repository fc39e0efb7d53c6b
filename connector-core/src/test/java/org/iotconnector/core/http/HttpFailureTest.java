package org.iotconnector.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.PlatformRejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpFailureTest {
    private final MockWebServer server = new MockWebServer();
    private final Http http = Http.create();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private URI uri(String path) {
        return server.url(path).uri();
    }

    private RecordedRequest received() throws InterruptedException {
        return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS), "no request came");
    }

    private HttpException failure(HttpRequest request) {
        CompletableFuture<HttpAnswer> answer = http.send(request);
        try {
            answer.join();
        } catch (CompletionException e) {
            return (HttpException) Objects.requireNonNull(e.getCause());
        }
        throw new AssertionError("The request was answered.");
    }

    @Test
    void send_ofMissingFile_blamesTheFile(@TempDir Path folder) {
        HttpException failure = failure(HttpRequest.post(uri("/"), HttpBody.file("text/plain", folder.resolve("none")))
                .build());

        assertThat(failure.reason()).isEqualTo(Reason.FILE);
        assertThat(failure).hasMessageStartingWith("Cannot read ").hasMessageContaining("no such file");
    }

    @Test
    void send_nobodyListening_isUnreachable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        HttpException failure = failure(HttpRequest.get(URI.create("http://127.0.0.1:" + port + "/a?token=t0p"))
                .build());

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure)
                .hasMessage("Nothing accepts connections at 127.0.0.1:" + port
                        + ". The request was GET http://127.0.0.1:" + port
                        + "/a. Check host and port, and that the server runs.");
    }

    @Test
    void send_unknownHost_saysWhichName() {
        HttpException failure = failure(
                HttpRequest.get(URI.create("http://no-such-host.invalid/")).build());

        assertThat(failure.reason()).isEqualTo(Reason.UNKNOWN_HOST);
        assertThat(failure).hasMessageStartingWith("The host name no-such-host.invalid cannot be resolved.");
    }

    @Test
    void send_answerTooLate_isTimeout() {
        server.enqueue(
                new MockResponse.Builder().headersDelay(10, TimeUnit.SECONDS).build());

        HttpException failure = failure(HttpRequest.post(uri("/"), HttpBody.text(""))
                .timeout(Duration.ofMillis(200))
                .build());

        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(failure).hasMessageContaining("within 200 ms").hasMessageEndingWith("; it may have been done.");
    }

    @Test
    void send_postOnDyingConnection_isNotRepeated() {
        server.enqueue(new MockResponse.Builder().build());
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(new MockResponse.Builder().build());
        http.send(HttpRequest.get(uri("/")).build()).join();

        HttpException failure =
                failure(HttpRequest.post(uri("/"), HttpBody.text("once")).build());

        assertThat(failure.reason()).isEqualTo(Reason.BROKEN);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void send_answerLargerThanAllowed_isRefused() {
        server.enqueue(new MockResponse.Builder().body("12345").build());

        HttpException failure =
                failure(HttpRequest.get(uri("/")).largestAnswer(4).build());

        assertThat(failure.reason()).isEqualTo(Reason.BAD_ANSWER);
        assertThat(failure).hasMessageContaining("more than the 4 bytes");
    }

    @Test
    void send_answerOfAllowedSize_isTaken() {
        server.enqueue(new MockResponse.Builder().body("1234").build());

        HttpAnswer answer =
                http.send(HttpRequest.get(uri("/")).largestAnswer(4).build()).join();

        assertThat(answer.text()).isEqualTo("1234");
    }

    @Test
    void send_noHttpThere_isBadAnswer() {
        server.enqueue(new MockResponse.Builder().status("SSH-2.0-OpenSSH").build());

        assertThat(failure(HttpRequest.get(uri("/")).build()).reason()).isEqualTo(Reason.BAD_ANSWER);
    }

    @Test
    void send_futureCancelled_endsTheCall() throws Exception {
        server.enqueue(
                new MockResponse.Builder().headersDelay(10, TimeUnit.SECONDS).build());
        CompletableFuture<HttpAnswer> answer =
                http.send(HttpRequest.get(uri("/")).build());
        received();

        assertThat(answer.cancel(true)).isTrue();

        assertThat(answer).isCancelled();
    }

    @Test
    void send_afterClose_fails() {
        http.close();

        HttpException failure = failure(HttpRequest.get(uri("/")).build());

        assertThat(failure.reason()).isEqualTo(Reason.CLOSED);
    }

    @Test
    void close_withCallRunning_endsIt() throws Exception {
        server.enqueue(
                new MockResponse.Builder().headersDelay(10, TimeUnit.SECONDS).build());
        CompletableFuture<HttpAnswer> answer =
                http.send(HttpRequest.get(uri("/")).build());
        received();

        http.close();

        assertThatThrownBy(answer::join)
                .cause()
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED));
    }

    @Test
    void orThrow_errorStatus_quotesTheAnswer() {
        server.enqueue(
                new MockResponse.Builder().code(401).body("no  such\n token").build());
        HttpAnswer answer = http.send(HttpRequest.get(uri("/")).build()).join();

        assertThatThrownBy(answer::orThrow)
                .isInstanceOf(PlatformRejectedException.class)
                .hasMessage("The platform answered 401 \"no such token\". Check key or token, and that it gives access"
                        + " to this.");
    }
}
