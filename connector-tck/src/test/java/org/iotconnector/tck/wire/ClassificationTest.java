package org.iotconnector.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.TestPki;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ClassificationTest {
    private static final int[] CONNACK_3 = {0x20, 2, 0, 0};

    private final FailureProbe probe = new FailureProbe();

    @AfterEach
    void close() {
        probe.close();
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
            Failure failure = probe.failureOf(Endpoint.Transport.TLS, server.port());

            assertThat(failure.kind()).isEqualTo(FailureKind.WRONG_PORT);
            assertThat(failure.advice()).contains("mqtt://");
        }
    }

    @Test
    void plain_toATlsPort_isNamed() throws IOException {
        ServerSocket tls =
                TestPki.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (TinyServer server = new TinyServer(tls, TinyServer::drain)) {
            Failure failure = probe.failureOf(Endpoint.Transport.TCP, server.port());

            assertThat(failure.kind()).isEqualTo(FailureKind.WRONG_PORT);
            assertThat(failure.advice()).contains("mqtts://");
        }
    }

    @Test
    void tls_withACertificateOfAnUnknownAuthority_isNamed() throws IOException {
        ServerSocket tls =
                TestPki.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (TinyServer server = new TinyServer(tls, TinyServer::drain)) {
            Failure failure = probe.failureOf(Endpoint.Transport.TLS, server.port());

            assertThat(failure.kind()).isEqualTo(FailureKind.TLS);
            assertThat(failure.advice()).isNotBlank();
        }
    }

    @Test
    void port_thatClosesAtOnce_isNamed() {
        try (TinyServer server = TinyServer.plain(socket -> {})) {
            Failure failure = probe.failureOf(server, MqttVersion.V3_1_1);

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

            Failure failure = probe.failureOf(transport, server.port());

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

        Failure failure = probe.failureOf(Endpoint.Transport.TCP, free);

        assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(failure.message()).contains(Integer.toString(free));
        assertThat(failure.advice()).isNotBlank();
    }

    @Test
    void host_thatDoesNotExist_isNamed() {
        Failure failure =
                probe.failureOf(Endpoint.of(Endpoint.Transport.TCP, "broker.invalid", 1883), MqttVersion.V3_1_1);

        assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN_HOST);
        assertThat(failure.message()).contains("broker.invalid");
        assertThat(failure.advice()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void garbage_insteadOfConnack_isNamed(MqttVersion version) {
        try (TinyServer server = TinyServer.answering(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)) {
            Failure failure = probe.failureOf(server, version);

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
            Failure failure = probe.failureOf(server, MqttVersion.V3_1_1);

            assertThat(failure.kind()).isIn(FailureKind.PROTOCOL_ERROR, FailureKind.WRONG_PORT);
            assertThat(failure.advice()).isNotBlank();
        }
    }

    @Test
    void connection_thatEndsAfterConnack_isNamed() {
        try (TinyServer server = TinyServer.plain(socket -> {
            TinyServer.readSome(socket);
            socket.getOutputStream().write(TinyServer.bytes(CONNACK_3));
        })) {
            Failure failure = probe.failureOf(server, MqttVersion.V3_1_1);

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
                    probe.open(Endpoint.of(Endpoint.Transport.TCP, "127.0.0.1", server.port()), MqttVersion.V3_1_1);

            Await.until("it tries again", () -> session.state().attempt() >= 2);
            session.close();

            assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
        }
    }
}
