package org.iotconnector.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.tls.TlsOptions;
import org.iotconnector.tck.TestPki;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes of CONNACK and DISCONNECT, the private ones of platforms included. */
@Timeout(60)
class ReturnCodesTest {
    private static final int[] CONNACK_5 = {0x20, 3, 0, 0, 0};

    private final FailureProbe probe = new FailureProbe();

    @AfterEach
    void close() {
        probe.close();
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
            Failure failure = probe.failureOf(server, MqttVersion.V3_1_1);

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
            Failure failure = probe.failureOf(server, MqttVersion.V3_1_1);

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
            Failure failure = probe.failureOf(ConnectParameters.builder(endpoint, ClientIdentifier.of("lamp"))
                    .credentials("lamp", Secret.of(FailureProbe.PASSWORD))
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
            Failure failure = probe.failureOf(server, MqttVersion.V3_1_1);

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
            Failure failure = probe.failureOf(server, MqttVersion.V5);

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
            Failure failure = probe.failureOf(server, MqttVersion.V5);

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.code()).contains(number);
        }
    }
}
