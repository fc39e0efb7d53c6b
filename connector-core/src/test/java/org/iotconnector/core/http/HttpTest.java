package org.iotconnector.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.iotconnector.core.Connector;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpTest {
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
    void send_get_bringsStatusHeadersAndBody() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(202)
                .addHeader("X-Kind", "a")
                .addHeader("X-Kind", "b")
                .body("héllo")
                .build());

        HttpAnswer answer = http.send(HttpRequest.get(uri("/list"))
                        .query("name", "a b&c")
                        .header("X-Mine", "1")
                        .build())
                .join();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.headers().all("x-kind")).containsExactly("a", "b");
        assertThat(answer.text()).isEqualTo("héllo");
        RecordedRequest request = received();
        assertThat(request.getTarget()).isEqualTo("/list?name=a%20b%26c");
        assertThat(request.getHeaders().get("X-Mine")).isEqualTo("1");
    }

    @Test
    void send_postOfJson_sendsItAsItIs() throws Exception {
        server.enqueue(new MockResponse.Builder().build());

        http.send(HttpRequest.post(uri("/"), HttpBody.json(Values.of("on", true)))
                        .build())
                .join();

        RecordedRequest request = received();
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getBody().utf8()).isEqualTo("{\"on\":true}");
    }

    @Test
    void send_postOfForm_encodesIt() throws Exception {
        server.enqueue(new MockResponse.Builder().build());

        http.send(HttpRequest.post(
                                uri("/"),
                                HttpBody.form()
                                        .field("a", "1+1 = 2")
                                        .field("ü", "&")
                                        .build())
                        .build())
                .join();

        RecordedRequest request = received();
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.getBody().utf8()).isEqualTo("a=1%2B1%20%3D%202&%C3%BC=%26");
    }

    @Test
    void send_postOfParts_sendsFieldsAndFiles(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("log.txt"), "content");
        server.enqueue(new MockResponse.Builder().build());

        http.send(HttpRequest.post(
                                uri("/"),
                                HttpBody.multipart()
                                        .field("size", "7")
                                        .file("file", "log.txt", "text/plain", file)
                                        .build())
                        .build())
                .join();

        assertThat(received().getBody().utf8())
                .contains("form-data; name=\"size\"\r\n\r\n7\r\n")
                .contains("form-data; name=\"file\"; filename=\"log.txt\"\r\nContent-Type: text/plain\r\n")
                .contains("\r\n\r\ncontent\r\n");
    }

    @Test
    void send_ofMissingFile_blamesTheFile(@TempDir Path folder) {
        HttpException failure = failure(HttpRequest.post(uri("/"), HttpBody.file("text/plain", folder.resolve("none")))
                .build());

        assertThat(failure.reason()).isEqualTo(Reason.FILE);
        assertThat(failure).hasMessageStartingWith("Cannot read ").hasMessageContaining("no such file");
    }

    @ParameterizedTest
    @EnumSource(names = {"PUT", "PATCH", "DELETE"})
    void send_otherMethods_goOutAsTheyAre(HttpMethod method) throws Exception {
        server.enqueue(new MockResponse.Builder().build());

        http.send(HttpRequest.of(method, uri("/x")).build()).join();

        assertThat(received().getMethod()).isEqualTo(method.name());
    }

    @Test
    void send_answer_completesOnAHandlerThread() {
        server.enqueue(new MockResponse.Builder()
                .headersDelay(200, TimeUnit.MILLISECONDS)
                .build());

        String thread = http.send(HttpRequest.get(uri("/")).build())
                .thenApply(answer -> Thread.currentThread().getName())
                .join();

        assertThat(thread).startsWith("connector-handler-");
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
    void send_redirectToAnotherHost_leavesSecretHeadersBehind() throws Exception {
        try (MockWebServer other = new MockWebServer()) {
            other.start();
            other.enqueue(new MockResponse.Builder().body("there").build());
            server.enqueue(new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", other.url("/new"))
                    .build());

            HttpAnswer answer = http.send(HttpRequest.get(uri("/old"))
                            .header("X-AIO-Key", Secret.of("k3y"))
                            .header("X-Plain", "p")
                            .build())
                    .join();

            assertThat(answer.text()).isEqualTo("there");
            RecordedRequest followed = other.takeRequest();
            assertThat(followed.getHeaders().get("X-AIO-Key")).isNull();
            assertThat(followed.getHeaders().get("X-Plain")).isEqualTo("p");
        }
    }

    @Test
    void send_redirectOnTheSameHost_keepsSecretHeaders() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(307)
                .addHeader("Location", "/new")
                .build());
        server.enqueue(new MockResponse.Builder().build());

        http.send(HttpRequest.get(uri("/old"))
                        .header("Authorization", Secret.of("t0ken"))
                        .build())
                .join();

        received();
        assertThat(received().getHeaders().get("Authorization")).isEqualTo("t0ken");
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
    void timeOf_serverWithDate_givesIt() {
        server.enqueue(new MockResponse.Builder()
                .code(404)
                .addHeader("Date", "Tue, 15 Nov 1994 08:12:31 GMT")
                .build());

        Instant time = http.timeOf(uri("/")).join();

        assertThat(time).isEqualTo(Instant.parse("1994-11-15T08:12:31Z"));
    }

    @Test
    void timeOf_noDateForHead_asksByGet() throws Exception {
        server.enqueue(new MockResponse.Builder().build());
        server.enqueue(new MockResponse.Builder()
                .addHeader("Date", "Tue, 15 Nov 1994 08:12:31 GMT")
                .build());

        Instant time = http.timeOf(uri("/")).join();

        assertThat(time).isEqualTo(Instant.parse("1994-11-15T08:12:31Z"));
        assertThat(received().getMethod()).isEqualTo("HEAD");
        assertThat(received().getMethod()).isEqualTo("GET");
    }

    @Test
    void timeOf_noDateAtAll_fails() {
        server.enqueue(new MockResponse.Builder().build());
        server.enqueue(new MockResponse.Builder().addHeader("Date", "yesterday").build());

        assertThatThrownBy(() -> http.timeOf(uri("/")).join())
                .cause()
                .isInstanceOf(HttpException.class)
                .hasMessageContaining("does not tell its time");
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

    @Test
    void connectorHttp_askedTwice_isOneClientThatEndsWithIt() {
        Connector connector = Connector.create();
        Http client = connector.http();

        assertThat(connector.http()).isSameAs(client);
        connector.close();

        assertThat(client.send(HttpRequest.get(uri("/")).build())).isCompletedExceptionally();
        assertThatThrownBy(connector::http).isInstanceOf(IllegalStateException.class);
    }
}
