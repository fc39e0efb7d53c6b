package org.iotconnector.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.tls.TlsOptions;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.TestPki;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ClassificationTest {
    private static final String PASSWORD = "k9WmZq3TfLx7RvB2";
    private static final int[] CONNACK_3 = {0x20, 2, 0, 0};
    private static final int[] CONNACK_5 = {0x20, 3, 0, 0, 0};

    private final Connector connector = Connector.create();

    @AfterEach
    void close() {
        connector.close();
    }

    private MqttSession open(Endpoint endpoint, MqttVersion version) {
        ConnectParameters parameters = ConnectParameters.builder(endpoint, ClientIdentifier.of("lamp"))
                .version(version)
                .credentials("lamp", Secret.of(PASSWORD))
                .build();
        return open(parameters);
    }

    private MqttSession open(ConnectParameters parameters) {
        return connector.session(SessionConfig.of(
                parameters,
                SessionOptions.builder().connectTimeout(Duration.ofSeconds(2)).build()));
    }

    private Failure failureOf(Endpoint endpoint, MqttVersion version) {
        return failureOf(open(endpoint, version));
    }

    private Failure failureOf(ConnectParameters parameters) {
        return failureOf(open(parameters));
    }

    private static Failure failureOf(MqttSession session) {
        CompletableFuture<Failure> failed = new CompletableFuture<>();
        session.onState(state -> state.failure().ifPresent(failed::complete));
        Failure failure = Await.value(failed);
        assertThat(failure.explain()).doesNotContain(PASSWORD);
        return failure;
    }

    private Failure failureOf(Endpoint.Transport transport, int port) {
        return failureOf(Endpoint.of(transport, "127.0.0.1", port), MqttVersion.V3_1_1);
    }

    private Failure failureOf(TinyServer server, MqttVersion version) {
        return failureOf(Endpoint.of(Endpoint.Transport.TCP, "127.0.0.1", server.port()), version);
    }

    @Test
    void tls_toAPlainPort_isNamed() {
        try (TinyServer server = TinyServer.plain(socket -> {
            // Like a broker: a ClientHello is no MQTT packet.
            int first = socket.getInputStream().read();
            if (first == 0x10) {
                socket.getOutputStream().write(TinyServer.bytes(CONNACK_3));
                TinyServer.drain(socket);
            }
        })) {
            Failure failure = failureOf(Endpoint.Transport.TLS, server.port());

            assertThat(failure.kind()).isEqualTo(FailureKind.WRONG_PORT);
            assertThat(failure.advice()).contains("mqtt://");
        }
    }

    @Test
    void plain_toATlsPort_isNamed() throws IOException {
        ServerSocket tls =
                TestPki.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (TinyServer server = new TinyServer(tls, TinyServer::drain)) {
            Failure failure = failureOf(Endpoint.Transport.TCP, server.port());

            assertThat(failure.kind()).isEqualTo(FailureKind.WRONG_PORT);
            assertThat(failure.advice()).contains("mqtts://");
        }
    }

    @Test
    void tls_withACertificateOfAnUnknownAuthority_isNamed() throws IOException {
        ServerSocket tls =
                TestPki.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (TinyServer server = new TinyServer(tls, TinyServer::drain)) {
            Failure failure = failureOf(Endpoint.Transport.TLS, server.port());

            assertThat(failure.kind()).isEqualTo(FailureKind.TLS);
            assertThat(failure.advice()).isNotBlank();
        }
    }

    @Test
    void port_thatClosesAtOnce_isNamed() {
        try (TinyServer server = TinyServer.plain(socket -> {})) {
            Failure failure = failureOf(server, MqttVersion.V3_1_1);

            assertThat(failure.kind()).isEqualTo(FailureKind.CONNECTION_CLOSED);
            assertThat(failure.message()).contains(Integer.toString(server.port()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Endpoint.Transport.class,
            names = {"TCP", "TLS", "WEBSOCKET"})
    void port_thatNeverAnswers_isATimeout(Endpoint.Transport transport) {
        try (TinyServer server = TinyServer.plain(TinyServer::drain)) {
            long begin = System.nanoTime();

            Failure failure = failureOf(transport, server.port());

            assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(8));
            assertThat(failure.advice()).isNotBlank();
        }
    }

    @Test
    void port_whereNothingListens_isUnreachable() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        Failure failure = failureOf(Endpoint.Transport.TCP, free);

        assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(failure.message()).contains(Integer.toString(free));
        assertThat(failure.advice()).isNotBlank();
    }

    @Test
    void host_thatDoesNotExist_isNamed() {
        Failure failure = failureOf(Endpoint.of(Endpoint.Transport.TCP, "broker.invalid", 1883), MqttVersion.V3_1_1);

        assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_HOST);
        assertThat(failure.message()).contains("broker.invalid");
        assertThat(failure.advice()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void garbage_insteadOfConnack_isNamed(MqttVersion version) {
        try (TinyServer server = TinyServer.answering(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)) {
            Failure failure = failureOf(server, version);

            assertThat(failure.kind()).isIn(FailureKind.PROTOCOL_ERROR, FailureKind.WRONG_PORT);
            assertThat(failure.advice()).isNotBlank();
        }
    }

    @Test
    void webServer_insteadOfABroker_isNamed() {
        byte[] answer = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        try (TinyServer server = TinyServer.plain(socket -> {
            TinyServer.readSome(socket);
            socket.getOutputStream().write(answer);
        })) {
            Failure failure = failureOf(server, MqttVersion.V3_1_1);

            assertThat(failure.kind()).isIn(FailureKind.PROTOCOL_ERROR, FailureKind.WRONG_PORT);
            assertThat(failure.advice()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, UNSUPPORTED_VERSION",
        "2, CREDENTIAL_REFUSED",
        "3, SERVER_UNAVAILABLE",
        "4, CREDENTIAL_REFUSED",
        "5, NOT_AUTHORIZED"
    })
    void returnCode_ofMqtt3_isNamed(int code, FailureKind kind) {
        try (TinyServer server = TinyServer.answering(0x20, 2, 0, code)) {
            Failure failure = failureOf(server, MqttVersion.V3_1_1);

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.code()).contains(code);
            assertThat(failure.message()).contains("code " + code);
            if (kind.slowsDown()) {
                assertThat(failure.advice()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 0xFF})
    void returnCode_ofMqtt3_thatOnlyThePlatformKnows_isTold(int code) {
        try (TinyServer server = TinyServer.answering(0x20, 2, 0, code)) {
            Failure failure = failureOf(server, MqttVersion.V3_1_1);

            assertThat(failure.code()).contains(code);
            assertThat(failure.message()).contains("code " + code);
        }
    }

    @Test
    void returnCode_thatOnlyThePlatformKnows_isToldOverTls(@TempDir Path folder) throws IOException {
        ServerSocket tls = TestPki.serverTrustedBy(folder)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (TinyServer server = new TinyServer(tls, socket -> {
            TinyServer.readSome(socket);
            socket.getOutputStream().write(TinyServer.bytes(0x20, 2, 0, 6));
            TinyServer.drain(socket);
        })) {
            Endpoint endpoint = Endpoint.of(Endpoint.Transport.TLS, "localhost", server.port());
            Failure failure = failureOf(ConnectParameters.builder(endpoint, ClientIdentifier.of("lamp"))
                    .credentials("lamp", Secret.of(PASSWORD))
                    .tls(TlsOptions.builder()
                            .trustFile(folder.resolve("ca.pem"), null)
                            .build())
                    .build());

            assertThat(failure.code()).contains(6);
        }
    }

    @Test
    void connack_inPiecesWithAStandardCode_isRead() {
        try (TinyServer server = TinyServer.plain(socket -> {
            TinyServer.readSome(socket);
            socket.setTcpNoDelay(true);
            for (int part : new int[] {0x20, 2, 0, 5}) {
                socket.getOutputStream().write(part);
                socket.getOutputStream().flush();
            }
            TinyServer.drain(socket);
        })) {
            Failure failure = failureOf(server, MqttVersion.V3_1_1);

            assertThat(failure.kind()).isEqualTo(FailureKind.NOT_AUTHORIZED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x80, PROTOCOL_ERROR",
        "0x81, PROTOCOL_ERROR",
        "0x82, PROTOCOL_ERROR",
        "0x83, PROTOCOL_ERROR",
        "0x84, UNSUPPORTED_VERSION",
        "0x85, CREDENTIAL_REFUSED",
        "0x86, CREDENTIAL_REFUSED",
        "0x87, NOT_AUTHORIZED",
        "0x88, SERVER_UNAVAILABLE",
        "0x89, SERVER_UNAVAILABLE",
        "0x8A, BANNED",
        "0x8C, CREDENTIAL_REFUSED",
        "0x90, PROTOCOL_ERROR",
        "0x95, PROTOCOL_ERROR",
        "0x97, THROTTLED",
        "0x99, PROTOCOL_ERROR",
        "0x9A, PROTOCOL_ERROR",
        "0x9B, PROTOCOL_ERROR",
        "0x9C, SERVER_UNAVAILABLE",
        "0x9D, SERVER_UNAVAILABLE",
        "0x9F, THROTTLED"
    })
    void reasonCode_ofMqtt5_isNamed(String code, FailureKind kind) {
        int number = Integer.decode(code);
        try (TinyServer server = TinyServer.answering(0x20, 3, 0, number, 0)) {
            Failure failure = failureOf(server, MqttVersion.V5);

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.code()).contains(number);
            if (kind.slowsDown()) {
                assertThat(failure.advice()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x81, PROTOCOL_ERROR",
        "0x87, NOT_AUTHORIZED",
        "0x89, SERVER_UNAVAILABLE",
        "0x8B, SERVER_UNAVAILABLE",
        "0x8E, DUPLICATE_CLIENT",
        "0x96, THROTTLED",
        "0x97, THROTTLED",
        "0x98, NOT_AUTHORIZED"
    })
    void disconnect_ofMqtt5_isNamed(String code, FailureKind kind) {
        int number = Integer.decode(code);
        try (TinyServer server = TinyServer.plain(socket -> {
            TinyServer.readSome(socket);
            socket.getOutputStream().write(TinyServer.bytes(CONNACK_5));
            socket.getOutputStream().write(TinyServer.bytes(0xE0, 2, number, 0));
            TinyServer.drain(socket);
        })) {
            Failure failure = failureOf(server, MqttVersion.V5);

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.code()).contains(number);
        }
    }

    @Test
    void connection_thatEndsAfterConnack_isNamed() {
        try (TinyServer server = TinyServer.plain(socket -> {
            TinyServer.readSome(socket);
            socket.getOutputStream().write(TinyServer.bytes(CONNACK_3));
        })) {
            Failure failure = failureOf(server, MqttVersion.V3_1_1);

            assertThat(failure.kind()).isEqualTo(FailureKind.CONNECTION_CLOSED);
        }
    }

    @Test
    void garbage_afterConnack_endsTheConnectionAndTheSessionComesBack() {
        try (TinyServer server = TinyServer.plain(socket -> {
            TinyServer.readSome(socket);
            socket.getOutputStream().write(TinyServer.bytes(CONNACK_3));
            socket.getOutputStream().write(TinyServer.bytes(0xF0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF));
            TinyServer.drain(socket);
        })) {
            MqttSession session =
                    open(Endpoint.of(Endpoint.Transport.TCP, "127.0.0.1", server.port()), MqttVersion.V3_1_1);

            Await.until("it tries again", () -> session.state().attempt() >= 2);
            session.close();

            assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
        }
    }
}
