package org.iotconnector.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.iotconnector.core.Connector;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.session.VirtualTime;
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
    void connectorHttp_askedTwice_isOneClientThatEndsWithIt() {
        Connector connector = Connector.create();
        Http client = connector.http();

        assertThat(connector.http()).isSameAs(client);
        connector.close();

        assertThat(client.send(HttpRequest.get(uri("/")).build())).isCompletedExceptionally();
        assertThatThrownBy(connector::http).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void delay_passed_completes() {
        VirtualTime time = VirtualTime.create();
        try (Connector connector = Connector.builder().time(time).build()) {
            CompletableFuture<Void> delay = connector.http().delay(Duration.ofMinutes(5));

            time.advance(Duration.ofMinutes(5));

            assertThat(delay).succeedsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void delay_cancelled_freesTheTimer() {
        VirtualTime time = VirtualTime.create();
        try (Connector connector = Connector.builder().time(time).build()) {
            CompletableFuture<Void> delay = connector.http().delay(Duration.ofMinutes(5));

            delay.cancel(true);

            assertThat(time.pending()).isZero();
        }
    }

    @Test
    void delay_clientClosed_fails() {
        Http closing = Http.create();
        CompletableFuture<Void> before = closing.delay(Duration.ofHours(1));

        closing.close();

        assertThat(before)
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableOfType(ExecutionException.class)
                .withMessageContaining("was closed");
    }
}
