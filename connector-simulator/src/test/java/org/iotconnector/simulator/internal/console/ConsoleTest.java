package org.iotconnector.simulator.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Lamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
    private static final String DEVICE = "\"device\":\"a1Demo0Prod/lamp-1\"";

    private final Simulator simulator =
            Simulator.builder().demoAliyun().console(0).start();
    private final URI console = simulator.consoleUri().orElseThrow();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void devices_get_tellsStateAndProperties() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.send("thing/event/property/post", "{'id':'1','params':{'LightSwitch':1}}");

            assertThat(get("control/aliyun/devices").body())
                    .contains(DEVICE + ",\"online\":true,\"status\":\"ONLINE\",\"properties\":{\"LightSwitch\":1}")
                    .contains("\"status\":\"UNACTIVE\"")
                    .doesNotContain("0123456789abcdef");
        }
    }

    @Test
    void set_deviceReplies_outcomeAndCodeComeBack() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(Lamp.SYS + "thing/service/property/set");

            CompletableFuture<HttpResponse<String>> response =
                    posting("control/aliyun/set", "{" + DEVICE + ",\"values\":{\"LightSwitch\":1}}");
            Object id = lamp.nextJson().get("id");
            lamp.send("thing/service/property/set_reply", "{'id':'" + id + "','code':200,'data':{}}");

            assertThat(Client.await(response).body()).isEqualTo("{\"outcome\":\"REPLIED\",\"code\":200,\"data\":{}}");
        }
    }

    @Test
    void set_offlineDevice_isAnOutcomeNotAnError() {
        HttpResponse<String> response = post("control/aliyun/set", "{" + DEVICE + ",\"values\":{\"LightSwitch\":1}}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"outcome\":\"OFFLINE\"}");
    }

    @Test
    void invoke_synchronousService_goesByRrpc() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(Lamp.SYS + "rrpc/request/+");

            CompletableFuture<HttpResponse<String>> response = posting(
                    "control/aliyun/invoke", "{" + DEVICE + ",\"service\":\"measure\",\"input\":{\"Samples\":1}}");
            String topic = lamp.client().next().getTopic().toString();
            lamp.client().publish(topic.replace("request", "response"), "{\"code\":200,\"data\":{\"Average\":2}}", 0);

            assertThat(Client.await(response).body()).contains("\"Average\":2");
        }
    }

    @Test
    void publish_textAndBase64_reachTheDevice() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe("/a1Demo0Prod/lamp-1/user/get");

            String sent = post(
                            "control/aliyun/publish",
                            "{\"topic\":\"/a1Demo0Prod/lamp-1/user/get\",\"payload\":\"hi\",\"qos\":1}")
                    .body();
            String text = lamp.client().nextText();
            post("control/aliyun/publish", "{\"topic\":\"/a1Demo0Prod/lamp-1/user/get\",\"payloadBase64\":\"AQI=\"}");
            byte[] binary = lamp.client().next().getPayloadAsBytes();
            post("control/aliyun/publish", "{\"topic\":\"/a1Demo0Prod/lamp-1/user/get\",\"payload\":{\"a\":1}}");

            assertThat(sent).isEqualTo("{\"sent\":true,\"devices\":[\"a1Demo0Prod/lamp-1\"]}");
            assertThat(text).isEqualTo("hi");
            assertThat(binary).containsExactly(1, 2);
            assertThat(lamp.client().nextText()).isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void messages_since_givesTheNewerOnes() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().publish("/a1Demo0Prod/lamp-1/user/update", "one", 1);
            lamp.client().publish("/a1Demo0Prod/lamp-1/user/update", "two", 1);
            Client.await(lamp.client().publishing("/a1Demo0Prod/lamp-1/user/update", new byte[] {(byte) 0xFF}, 1));

            String all = get("control/aliyun/messages").body();
            String newer = get("control/aliyun/messages?since=1").body();

            assertThat(all).contains("\"payload\":\"one\"", "\"payload\":\"two\"");
            assertThat(newer)
                    .doesNotContain("one")
                    .contains(
                            "\"sequence\":2",
                            "\"payload\":\"two\"",
                            "\"payloadBase64\":\"/w==\"",
                            "\"disposition\":\"ACCEPTED\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"fault\":\"refuseConnect\",\"code\":5,\"times\":2} | RefuseConnect[code=5, times=2]",
                "{\"fault\":\"silentAccept\"} | SilentAccept[times=1]",
                "{\"fault\":\"dropAfter\",\"delayMs\":1500} | DropAfter[delay=PT1.5S, times=1]",
                "{\"fault\":\"dropOnPublish\",\"nth\":3} | DropOnPublish[nth=3, times=1]",
                "{\"fault\":\"stall\",\"durationMs\":10} | Stall[duration=PT0.01S]",
                "{\"fault\":\"losePubAck\",\"times\":\"always\"} | LosePubAck[times=2147483647]",
                "{\"fault\":\"delayPubAck\",\"delayMs\":10} | DelayPubAck[delay=PT0.01S, times=1]",
                "{\"fault\":\"duplicateDelivery\",\"device\":\"a1Demo0Prod/lamp-1\"} | DuplicateDelivery[times=1]",
                "{\"fault\":\"delayReply\",\"delayMs\":10} | DelayReply[delay=PT0.01S, times=1]",
                "{\"fault\":\"loseReply\"} | LoseReply[times=1]",
                "{\"fault\":\"truncateReply\"} | TruncateReply[times=1]",
                "{\"fault\":\"failHttp\",\"path\":\"/download\",\"status\":503} | FailHttp[path=/download, status=503, times=1]",
                "{\"fault\":\"delayHttp\",\"delayMs\":10} | DelayHttp[path=, delay=PT0.01S, times=1]",
                "{\"fault\":\"cutHttp\",\"afterBytes\":100} | CutHttp[path=, afterBytes=100, times=1]"
            })
    void faults_each_isArmed(String body, String armed) {
        assertThat(post("control/aliyun/faults", body).body()).isEqualTo("{\"armed\":\"" + armed + "\"}");
    }

    @Test
    void faults_clear_disarmsAll() {
        post("control/aliyun/faults", "{\"fault\":\"refuseConnect\",\"code\":5,\"times\":\"always\"}");

        String body = post("control/aliyun/faults", "{\"clear\":true}").body();

        assertThat(body).isEqualTo("{\"cleared\":true}");
        try (Lamp lamp = new Lamp(simulator)) {
            assertThat(lamp.device().isOnline()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set | nonsense | 400 | not JSON",
                "set | [] | 400 | must be a JSON object",
                "set | {\"values\":{}} | 400 | [device] is missing",
                "set | {\"device\":\"a/b\",\"values\":{}} | 404 | There is no device [a/b]",
                "set | {\"devise\":\"a\"} | 400 | [devise] is unknown",
                "invoke | {\"device\":\"a1Demo0Prod/lamp-1\"} | 400 | [service] is missing",
                "publish | {\"topic\":\"/x/y/user/get\"} | 400 | belongs to no device",
                "publish | {\"topic\":\"/a1Demo0Prod/lamp-1/user/get\",\"qos\":3} | 400 | [qos] is [3]",
                "publish | {\"topic\":\"/a1Demo0Prod/lamp-1/user/get\",\"qos\":2} | 400 | QoS [2]",
                "publish | {\"topic\":\"/a1Demo0Prod/lamp-1/user/get\",\"payloadBase64\":\"*\"} | 400 | [payloadBase64] is not Base64",
                "faults | {} | 400 | Fault [null] is unknown",
                "faults | {\"fault\":\"dropAfter\"} | 400 | [delayMs]",
                "faults | {\"fault\":\"losePubAck\",\"time\":1} | 400 | did you mean [times]",
                "faults | {\"fault\":\"losePubAck\",\"times\":0} | 400 | 1 or more",
                "faults | {\"fault\":\"failHttp\",\"status\":200} | 400 | [200] is not within 400 to 599",
                "faults | {\"fault\":\"cutHttp\",\"afterBytes\":-1} | 400 | after [-1] bytes",
                "devices | {} | 405 | Use GET",
                "fly | {} | 404 | Operation [fly] is unknown"
            })
    void post_mistake_isAnsweredWithStatusAndReason(String operation, String body, int status, String reason) {
        HttpResponse<String> response = post("control/aliyun/" + operation, body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).startsWith("{\"error\":").contains(reason.replace("\"", "\\\""));
    }

    @ParameterizedTest
    @CsvSource({
        "control/aliyun/set, 405",
        "control/onenet/devices, 404",
        "control/aliyun, 404",
        "control/aliyun/messages?since=x, 400",
        "control/aliyun/messages?since=%25zz, 400",
        "favicon.ico, 404"
    })
    void get_mistake_isAnsweredWithStatus(String path, int status) {
        assertThat(get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void request_otherMethod_isAnswered405() {
        HttpRequest request = HttpRequest.newBuilder(console.resolve("control/aliyun/devices"))
                .DELETE()
                .build();

        assertThat(send(request).statusCode()).isEqualTo(405);
    }

    @Test
    void post_largerThanOneMiB_isAnswered413() {
        assertThat(post("control/aliyun/set", " ".repeat(1024 * 1024 + 1)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void request_foreignHost_isRefused() throws IOException {
        assertThat(rawGet("evil.example:" + console.getPort(), "")).startsWith("HTTP/1.1 403");
    }

    @Test
    void request_foreignOrigin_isRefused() throws IOException {
        assertThat(rawGet("127.0.0.1:" + console.getPort(), "Origin: http://evil.example\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void request_ownOrigin_isServed() throws IOException {
        String own = "127.0.0.1:" + console.getPort();

        assertThat(rawGet(own, "Origin: http://" + own + "\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void page_get_hasNoExternalResource() {
        HttpResponse<String> response = get("");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(response.body())
                .contains("<title>")
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(console.resolve(path)).build());
    }

    private HttpResponse<String> post(String path, String body) {
        return Client.await(posting(path, body));
    }

    private CompletableFuture<HttpResponse<String>> posting(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(console.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(HttpRequest request) {
        return Client.await(http.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
    }

    /** The JDK's client does not let a test choose Host and Origin. */
    private String rawGet(String host, String headers) throws IOException {
        try (Socket socket = new Socket(console.getHost(), console.getPort())) {
            String request = "GET /control/aliyun/devices HTTP/1.1\r\nHost: " + host + "\r\n" + headers
                    + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            ByteArrayOutputStream response = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(response);
            return response.toString(StandardCharsets.UTF_8);
        }
    }
}
