package org.iotconnector.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Endpoint.Transport;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.tls.TlsOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to connect to a port that speaks another one. */
@Timeout(120)
class WrongPortTest {
    private final FailureProbe probe = FailureProbe.patient();
    private final Pki pki = Pki.create();

    @AfterEach
    void close() {
        probe.close();
    }

    static List<Arguments> mistakes() {
        List<Arguments> all = new ArrayList<>();
        for (Transport spoken : Transport.values()) {
            for (Transport asked : Transport.values()) {
                if (spoken != asked) {
                    all.add(Arguments.of(asked, spoken));
                }
            }
        }
        return all;
    }

    private TinyServer speaking(Transport spoken) throws IOException {
        ServerSocket listener = spoken.tls()
                ? Pki.listen(pki.forLocalhost())
                : new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new TinyServer(listener, spoken.webSocket() ? WrongPortTest::webServer : new MiniBroker());
    }

    /** Refuses everything, as far as it can tell a web server. */
    private static void webServer(Socket socket) throws IOException {
        TinyServer.readSome(socket);
        socket.getOutputStream()
                .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private ConnectParameters to(Transport transport, TinyServer server, TlsOptions.Builder options) {
        Endpoint endpoint = new Endpoint(transport, "localhost", server.port(), transport.webSocket() ? "mqtt" : "");
        return ConnectParameters.builder(endpoint, ClientIdentifier.of("lamp"))
                .tls(options.build())
                .build();
    }

    @ParameterizedTest(name = "{0} to a port that speaks {1}")
    @MethodSource("mistakes")
    void endpoint_thatThePortDoesNotSpeak_isNamedWithTheRightOne(Transport asked, Transport spoken) throws IOException {
        try (TinyServer server = speaking(spoken)) {
            Failure failure = probe.failureOf(to(asked, server, pki.trusted()));

            assertThat(failure.kind()).as(failure.explain()).isEqualTo(FailureKind.WRONG_PORT);
            assertThat(failure.message()).contains("ort " + server.port());
            String path = spoken.webSocket() ? "/mqtt" : "";
            assertThat(failure.advice()).contains(spoken.scheme() + "://localhost:" + server.port() + path);
        }
    }

    @Test
    void plain_toATlsPortThatIsNotTrusted_namesBothThatItMayBe() throws IOException {
        try (TinyServer server = speaking(Transport.TLS)) {
            Failure failure = probe.failureOf(to(Transport.TCP, server, TlsOptions.builder()));

            assertThat(failure.kind()).isEqualTo(FailureKind.WRONG_PORT);
            assertThat(failure.advice()).contains("mqtts://localhost:", "wss://localhost:");
        }
    }

    @Test
    void webSocket_underAnotherPath_pointsAtThePath() throws IOException {
        try (TinyServer server = speaking(Transport.WEBSOCKET)) {
            Failure failure = probe.failureOf(to(Transport.WEBSOCKET, server, TlsOptions.builder()));

            assertThat(failure.kind()).isEqualTo(FailureKind.WRONG_PORT);
            assertThat(failure.message()).contains("400");
            assertThat(failure.advice()).contains("path");
        }
    }

    @Test
    void plain_toAWebServerThatWaitsForALine_isNamedAllTheSame() {
        try (TinyServer server = TinyServer.plain(socket -> {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            if (lines.readLine() != null) {
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        })) {
            Failure failure = probe.failureOf(to(Transport.TCP, server, TlsOptions.builder()));

            assertThat(failure.kind()).as(failure.explain()).isEqualTo(FailureKind.WRONG_PORT);
            assertThat(failure.advice()).contains("ws://localhost:");
        }
    }
}
