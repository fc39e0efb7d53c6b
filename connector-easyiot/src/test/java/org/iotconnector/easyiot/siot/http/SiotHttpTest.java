package org.iotconnector.easyiot.siot.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.easyiot.broker.Logs;
import org.iotconnector.easyiot.siot.SiotStore;
import org.iotconnector.easyiot.siot.SiotVersion;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiotHttpTest {
    private static final String PASSWORD = "sc&lamp 9Vq2";
    private static final String PASSWORD_IN_ADDRESS = "sc%26lamp%209Vq2";

    private final MockWebServer server = new MockWebServer();
    private final Http http = Http.create();
    private SiotHttp siot;

    @BeforeEach
    void start() throws IOException {
        server.start();
        siot = SiotHttp.of(http, server.url("/").uri(), "siot", Secret.of(PASSWORD));
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private void answers(String json) {
        server.enqueue(new MockResponse.Builder().body(json).build());
    }

    private RecordedRequest received() throws InterruptedException {
        return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS), "no request came");
    }

    /** Path and parameters of the call, without the login. */
    private void assertAsked(String path, Map<String, String> parameters) throws InterruptedException {
        HttpUrl url = received().getUrl();
        Map<String, String> asked = new TreeMap<>();
        url.queryParameterNames().forEach(name -> asked.put(name, String.valueOf(url.queryParameter(name))));
        assertThat(url.encodedPath()).isEqualTo(path);
        assertThat(asked.remove("iname")).isEqualTo("siot");
        assertThat(asked.remove("ipwd")).isEqualTo(PASSWORD);
        assertThat(asked).isEqualTo(parameters);
    }

    private void assertDone(
            Function<SiotHttp, CompletableFuture<Void>> call, String path, Map<String, String> parameters)
            throws InterruptedException {
        answers("{\"code\":1,\"msg\":\"ok\"}");

        Await.value(call.apply(siot).thenApply(done -> true));

        assertAsked(path, parameters);
    }

    @Test
    void checkLogin_always_asksWithTheLogin() throws InterruptedException {
        assertDone(SiotHttp::checkLogin, "/checkLogin", Map.of());
    }

    @Test
    void publish_stored_sendsTheTextAsItIs() throws InterruptedException {
        assertDone(
                it -> it.publish("xzr/001", "灯 & 1", SiotStore.YES),
                "/publish",
                Map.of("topic", "xzr/001", "msg", "灯 & 1"));
    }

    @Test
    void publish_notStored_putsTheArrowInFront() throws InterruptedException {
        assertDone(
                it -> it.publish("xzr/001", "on", SiotStore.NO), "/publish", Map.of("topic", "xzr/001", "msg", "->on"));
    }

    @Test
    void updateProject_always_sendsItsDescription() throws InterruptedException {
        assertDone(it -> it.updateProject("xzr", "our class"), "/updateprj", Map.of("pid", "xzr", "desc", "our class"));
    }

    @Test
    void deleteProject_always_namesIt() throws InterruptedException {
        assertDone(it -> it.deleteProject("xzr"), "/deleteprj", Map.of("pid", "xzr"));
    }

    @Test
    void updateDevice_always_sendsItWhole() throws InterruptedException {
        assertDone(
                it -> it.updateDevice(new SiotDevice(7, "xzr", "001", "window")),
                "/updatedev",
                Map.of("pid", "xzr", "dname", "001", "desc", "window", "id", "7"));
    }

    @Test
    void deleteDevice_always_namesItsTopic() throws InterruptedException {
        assertDone(it -> it.deleteDevice("xzr/001"), "/deldev", Map.of("topic", "xzr/001"));
    }

    @Test
    void lastMessage_ofATopic_isRead() throws InterruptedException {
        answers("{\"code\":1,\"msg\":\"\",\"data\":[{\"ID\":27,\"Topic\":\"xzr/001\",\"Content\":\"11\","
                + "\"Created\":\"2019-06-06 11:55:39\"}]}");

        assertThat(Await.value(siot.lastMessage("xzr/001")))
                .contains(new SiotMessage(27, "xzr/001", "11", LocalDateTime.of(2019, 6, 6, 11, 55, 39)));
        assertAsked("/lastmessage", Map.of("topic", "xzr/001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":1,\"data\":[]}", "{\"code\":1,\"data\":null}", "{\"code\":1}"})
    void lastMessage_ofAnEmptyTopic_isNone(String answer) {
        answers(answer);

        assertThat(Await.value(siot.lastMessage("xzr/001"))).isEmpty();
    }

    @Test
    void messages_ofAPage_areAskedForWithEveryCondition() throws InterruptedException {
        answers("{\"code\":1,\"data\":[]}");

        Await.value(siot.messages(SiotMessageQuery.of("xzr/001")
                .page(2)
                .size(300)
                .begin(LocalDateTime.of(2019, 6, 1, 0, 0))
                .end(LocalDateTime.of(2019, 6, 7, 23, 59, 59))
                .newestFirst()
                .build()));

        assertAsked(
                "/messages",
                Map.of(
                        "topic", "xzr/001",
                        "pnum", "2",
                        "psize", "300",
                        "begin", "2019-06-01 00:00:00",
                        "end", "2019-06-07 23:59:59",
                        "order", "desc"));
    }

    @Test
    void clearMessages_ofATopic_givesTheirNumber() throws InterruptedException {
        answers("{\"code\":1,\"msg\":\"\",\"data\":12}");

        assertThat(Await.value(siot.clearMessages("xzr/001"))).isEqualTo(12);
        assertAsked("/clearmsg", Map.of("topic", "xzr/001"));
    }

    @Test
    void projects_ofAServer_areRead() throws InterruptedException {
        answers("{\"code\":1,\"data\":[{\"ID\":\"xzr\",\"Description\":null,\"Created\":1559793339}]}");

        assertThat(Await.value(siot.projects("x", 50)))
                .containsExactly(new SiotProject("xzr", "", Instant.ofEpochSecond(1_559_793_339)));
        assertAsked("/projects", Map.of("id", "x", "psize", "50"));
    }

    @Test
    void devices_ofAProject_areRead() throws InterruptedException {
        answers("{\"code\":1,\"data\":[{\"ID\":7,\"ProjectID\":\"xzr\",\"DeviceName\":\"001\",\"DeviceDesc\":\"w\"}]}");

        List<SiotDevice> devices = Await.value(siot.devices("xzr", "0", 50));

        assertThat(devices).containsExactly(new SiotDevice(7, "xzr", "001", "w"));
        assertThat(devices.get(0).topic()).isEqualTo("xzr/001");
        assertAsked("/devices", Map.of("pid", "xzr", "deviceName", "0", "psize", "50"));
    }

    @Test
    void refusal_always_carriesTheServersCodeAndText() {
        answers("{\"code\":0,\"msg\":\"no such topic\"}");

        Throwable failure = Await.failure(siot.lastMessage("xzr/001"));

        assertThat(failure).isInstanceOfSatisfying(PlatformRejectedException.class, refused -> {
            assertThat(refused.code()).isZero();
            assertThat(refused.text()).isEqualTo("no such topic");
        });
    }

    @Test
    void answer_ofAnotherServer_isSaidToBeNone() {
        server.enqueue(new MockResponse.Builder()
                .code(404)
                .body("<html>not found</html>")
                .build());

        Throwable failure = Await.failure(siot.checkLogin());

        assertThat(failure)
                .isInstanceOf(HttpException.class)
                .hasMessageContaining("/checkLogin")
                .hasMessageContaining("404");
    }

    @Test
    void row_withoutWhatIsDocumented_isAMappingProblem() {
        answers("{\"code\":1,\"data\":[{\"ID\":27,\"Topic\":\"xzr/001\",\"Content\":\"11\",\"Created\":\"noon\"}]}");

        assertThat(Await.failure(siot.lastMessage("xzr/001")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("noon");
    }

    @Test
    void failures_andTheLog_neverShowThePassword() {
        try (Logs log = Logs.open()) {
            answers("{\"code\":0,\"msg\":\"GET /publish?ipwd=" + PASSWORD_IN_ADDRESS + " or " + PASSWORD + " or "
                    + PASSWORD_IN_ADDRESS.replace("%20", "+") + "\"}");
            Throwable refused = Await.failure(siot.checkLogin());
            answers("no json: " + PASSWORD);
            Throwable strange = Await.failure(siot.checkLogin());
            server.close();
            Throwable unreachable = Await.failure(siot.checkLogin());

            for (Throwable failure : List.of(refused, strange, unreachable)) {
                assertSecretFree(everythingOf(failure));
            }
            log.entries(Level.TRACE).forEach(SiotHttpTest::assertSecretFree);
            assertSecretFree(siot.toString());
        }
    }

    private static void assertSecretFree(String text) {
        assertThat(text).doesNotContain(PASSWORD, PASSWORD_IN_ADDRESS, PASSWORD_IN_ADDRESS.replace("%20", "+"));
    }

    private static String everythingOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void probeVersion_whereWebSocketAnswers_isV2() throws IOException {
        try (MockWebServer webSocket = new MockWebServer()) {
            webSocket.start();
            webSocket.enqueue(new MockResponse.Builder().code(400).build());

            SiotVersion version =
                    Await.value(siot.webSocketAt(webSocket.url("/ws").uri()).probeVersion());

            assertThat(version).isEqualTo(SiotVersion.V2);
        }
    }

    @Test
    void probeVersion_whereOnlyHttpAnswers_isV1() throws IOException {
        answers("{\"code\":0,\"msg\":\"wrong password\"}");

        assertThat(Await.value(siot.webSocketAt(closedPort()).probeVersion())).isEqualTo(SiotVersion.V1);
    }

    @Test
    void probeVersion_whereNothingAnswers_fails() throws IOException {
        server.close();

        assertThat(Await.failure(siot.webSocketAt(closedPort()).probeVersion())).isInstanceOf(HttpException.class);
    }

    private static URI closedPort() throws IOException {
        try (MockWebServer gone = new MockWebServer()) {
            gone.start();
            return gone.url("/ws").uri();
        }
    }
}
