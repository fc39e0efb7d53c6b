package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.iotconnector.simulator.Endpoint;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.SimulatorTime;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.OneNetCaller;
import org.iotconnector.simulator.testing.OneNetTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP port itself, and what goes wrong on request. */
class OneNetHttpTest {
    private static final String DETAIL = "/device/detail?product_id=Demo0Prod1&device_name=lamp-1";

    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-01T09:05:07Z"));
    private final AtomicInteger scheduled = new AtomicInteger();
    private final Simulator simulator =
            Simulator.builder().demoOneNet().time(new CountingTime()).start();
    private final OneNetSimulator onenet = simulator.onenet();
    private final OneNetCaller caller = new OneNetCaller(simulator, OneNetTokens.user());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void endpoints_always_nameTheHttpPort() {
        assertThat(onenet.endpoints()).contains(new Endpoint("onenet http", onenet.httpUri()));
        assertThat(onenet.httpUri().getPort()).isPositive();
    }

    @Test
    void httpUri_withoutPort_saysHowToGetOne() {
        try (Simulator mqttOnly = Simulator.builder()
                .onenet(settings -> settings.listen(Transport.TCP, 0))
                .start()) {
            assertThatThrownBy(() -> mqttOnly.onenet().httpUri())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("configure a port");
        }
    }

    @Test
    void https_withTheSimulatorsCa_isServed() throws Exception {
        X509Certificate ca = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(simulator.caCertificatePem().getBytes(StandardCharsets.US_ASCII)));
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", ca);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        HttpClient client = HttpClient.newBuilder().sslContext(tls).build();

        HttpResponse<String> response = Client.await(client.sendAsync(
                HttpRequest.newBuilder(onenet.httpsUri().resolve(DETAIL)).build(),
                HttpResponse.BodyHandlers.ofString()));

        assertThat(response.body()).contains("10403");
    }

    @Test
    void answer_any_hasDateOfTheSimulatorsClock() {
        HttpResponse<byte[]> response = caller.send(caller.request(DETAIL));

        assertThat(response.headers().firstValue("Date")).contains("Sun, 01 Nov 2026 09:05:07 GMT");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 404, 10404",
        "GET, /nowhere, 404, 10404",
        "GET, /device/fly, 404, 10404",
        "POST, /device/detail, 405, 10405",
        "GET, /device/create, 405, 10405",
        "DELETE, /device/delete, 405, 10405",
        "GET, /fuse-ota/Demo0Prod1, 404, 10404",
        "GET, /device/detail?x=%25zz, 200, 10400",
    })
    void request_wrongPathOrMethod_isAnsweredInTheEnvelope(String method, String path, int status, int code) {
        HttpResponse<byte[]> response =
                caller.send(caller.request(path).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(OneNetCaller.json(response)).containsEntry("code", code).containsKey("msg");
    }

    @ParameterizedTest
    @CsvSource({"not json", "[]", "''", "{\"product_id\":\"Demo0Prod1\"", "{\"product_id\":7}"})
    void post_badBody_isCode10400(String body) {
        assertThat(caller.post("/device/create", body)).containsEntry("code", 10400);
    }

    @Test
    void post_moreThan4MiB_isStatus413InTheEnvelope() {
        HttpResponse<byte[]> response = caller.send(caller.posting("/device/create", " ".repeat(4 * 1024 * 1024 + 1)));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(OneNetCaller.json(response)).containsEntry("code", 10413);
    }

    @Test
    void post_moreThanAnyLimit_isStatus413AndTheConnectionGoesOn() {
        byte[] huge = new byte[22 * 1024 * 1024];

        HttpResponse<byte[]> response = caller.send(caller.request("/studio/Demo0Prod1/lamp-1/outupload")
                .POST(HttpRequest.BodyPublishers.ofByteArray(huge)));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(OneNetCaller.json(response)).containsKey("errno");
        assertThat(caller.get(DETAIL)).containsEntry("code", 0);
    }

    @Test
    void post_chunkedWithoutLength_isRead() {
        InputStream body = new ByteArrayInputStream(
                "{\"product_id\":\"Demo0Prod1\",\"device_name\":\"x\"}".getBytes(StandardCharsets.UTF_8));

        HttpResponse<byte[]> response = caller.send(
                caller.request("/device/create").POST(HttpRequest.BodyPublishers.ofInputStream(() -> body)));

        assertThat(OneNetCaller.json(response)).containsEntry("code", 0);
    }

    @Test
    void request_malformedHttp_isAnsweredAndClosed() throws IOException {
        assertThat(raw("GET /x\u0001y HTTP/nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void request_malformedPercent_isAnsweredWith400() throws IOException {
        assertThat(raw(plainGet("/device/%zz", "close"))).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "?x=1", "http://elsewhere/", "//", "/%2F"})
    void request_oddTarget_isAnsweredWith404(String target) throws IOException {
        assertThat(raw(plainGet(target, "close"))).startsWith("HTTP/1.1 404");
    }

    @Test
    void requests_pipelined_areAnsweredInOrder() throws IOException {
        onenet.inject(new Fault.DelayHttp("/device/first", Duration.ofSeconds(1), 1));
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), onenet.httpUri().getPort())) {
            socket.getOutputStream()
                    .write((plainGet("/device/first", "keep-alive") + plainGet("/device/second", "close"))
                            .getBytes(StandardCharsets.US_ASCII));
            awaitDelayed();
            time.advance(Duration.ofSeconds(1));

            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers.indexOf("/device/first")).isPositive().isLessThan(answers.indexOf("/device/second"));
        }
    }

    @Test
    void failHttp_nextRequest_failsOnceWithTheStatus() {
        onenet.inject(new Fault.FailHttp("", 503, 1));

        HttpResponse<byte[]> first = caller.send(caller.request(DETAIL));
        HttpResponse<byte[]> second = caller.send(caller.request(DETAIL));

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(OneNetCaller.json(first)).containsEntry("code", 10503);
        assertThat(second.statusCode()).isEqualTo(200);
    }

    @Test
    void failHttp_otherPath_isLeftAlone() {
        onenet.inject(new Fault.FailHttp("/download", 503, 1));

        assertThat(caller.get(DETAIL)).containsEntry("code", 0);
    }

    @ParameterizedTest
    @CsvSource({
        "/device/detail?product_id=Demo0Prod1&device_name=lamp-1",
        "/fuse-ota/Demo0Prod1/lamp-1/version",
        "/ota/Demo0Prod1/lamp-1/version",
        "/studio/Demo0Prod1/lamp-1/x/outdownload",
        "/studio/config/Demo0Prod1/lamp-1/outdownload"
    })
    void failHttp_ofOneDevice_strikesWhereverThePathNamesIt(String path) {
        onenet.inject("Demo0Prod1/lamp-1", new Fault.FailHttp("", 500, 1));

        assertThat(caller.send(caller.request(path)).statusCode()).isEqualTo(500);
    }

    @Test
    void failHttp_ofOneDevice_strikesWhenTheBodyNamesIt() {
        onenet.inject("Demo0Prod1/lamp-1", new Fault.FailHttp("", 500, 1));

        HttpResponse<byte[]> response =
                caller.send(caller.posting("/device/update", "{'product_id':'Demo0Prod1','device_name':'lamp-1'}"));

        assertThat(response.statusCode()).isEqualTo(500);
    }

    @Test
    void failHttp_ofOtherDevice_isLeftAlone() {
        onenet.inject("Demo0Prod1/lamp-2", new Fault.FailHttp("", 500, 1));

        assertThat(caller.get(DETAIL)).containsEntry("code", 0);
    }

    @Test
    void delayHttp_onVirtualTime_answersWhenItHasPassed() {
        onenet.inject(new Fault.DelayHttp("", Duration.ofSeconds(30), 1));
        CompletableFuture<HttpResponse<byte[]>> answer = caller.sending(caller.request(DETAIL));
        awaitDelayed();

        boolean early = answer.isDone();
        time.advance(Duration.ofSeconds(30));

        assertThat(early).isFalse();
        assertThat(Client.await(answer).statusCode()).isEqualTo(200);
    }

    @Test
    void cutHttp_download_endsAfterThatManyBytes() throws IOException {
        OtaTask task = onenet.device("Demo0Prod1/lamp-1").startOta(OtaType.SOFTWARE, "1.4", new byte[1000]);
        onenet.inject(new Fault.CutHttp("/download", 400, 1));

        String answer = raw("GET /fuse-ota/Demo0Prod1/lamp-1/" + task.id() + "/download HTTP/1.1\r\nHost: x\r\n"
                + "Authorization: " + OneNetTokens.lamp() + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("content-length: 1000");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).hasSize(400);
    }

    @Test
    void cutHttp_shorterAnswer_isLeftAloneAndTheFaultStays() {
        onenet.inject(new Fault.CutHttp("", 100_000, 1));

        assertThat(caller.get(DETAIL)).containsEntry("code", 0);
    }

    @Test
    void clearFaults_armed_disarmsHttpToo() {
        onenet.inject(new Fault.FailHttp("", 503, Fault.ALWAYS));

        onenet.clearFaults();

        assertThat(caller.get(DETAIL)).containsEntry("code", 0);
    }

    @Test
    void stopListening_open_closesThePortUntilStarted() {
        URI before = onenet.httpUri();

        onenet.stopListening();

        assertThatThrownBy(() -> caller.get(DETAIL)).hasCauseInstanceOf(ConnectException.class);
        onenet.startListening();
        assertThat(onenet.httpUri()).isEqualTo(before);
        assertThat(caller.get(DETAIL)).containsEntry("code", 0);
    }

    private static String plainGet(String path, String connection) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: " + connection + "\r\n\r\n";
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), onenet.httpUri().getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }

    /** Every request rings after it is processed, also one whose answer is held back. */
    private void awaitDelayed() {
        onenet.await("a delayed request", () -> scheduled.get() > 0, Duration.ofSeconds(5));
    }

    private final class CountingTime implements SimulatorTime {
        @Override
        public Clock clock() {
            return time.clock();
        }

        @Override
        public Runnable schedule(Duration delay, Runnable task) {
            scheduled.incrementAndGet();
            return time.schedule(delay, task);
        }
    }
}
