package org.iotconnector.core.internal.hivemq;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.tls.TlsMaterial;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a port whose connection ended without a reason, to tell a mix-up of TLS, plain MQTT and WebSocket from the rest. It
 * greets the port in each of them, without any credentials, and reads a few bytes. Blocks for a few seconds at most.
 */
final class PortProbe {
    private static final int LIMIT_MILLIS = 1_000;

    /** CONNECT of MQTT 3.1.1 with an empty client identifier, clean, without credentials: any server answers CONNACK. */
    private static final byte[] MQTT_GREETING = {0x10, 0x0C, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 0};

    private static final int CONNACK = 0x20;
    private static final int DISCONNECT = 0xE0;
    private static final int TLS_ALERT = 0x15;
    private static final int TLS_HANDSHAKE = 0x16;
    private static final String HTTP = "HTTP";

    private final Endpoint endpoint;
    private final InetSocketAddress address;
    private final @Nullable TlsMaterial tls;

    /** Looks at {@code address}; without {@code tls} it does not look inside TLS. */
    PortProbe(Endpoint endpoint, InetSocketAddress address, @Nullable TlsMaterial tls) {
        this.endpoint = endpoint;
        this.address = address;
        this.tls = tls;
    }

    /**
     * The better explanation of {@code cause}, if the port speaks what the endpoint does not, or says more when asked again.
     *
     * @param silent whether the port gave no answer at all so far
     */
    Optional<Failure> explain(Throwable cause, boolean silent) {
        try {
            // A web server may wait for the end of a line for as long as we wait for it; so what would end it comes
            // first.
            if (silent && !endpoint.tls() && answer(upgrade()).startsWith(HTTP)) {
                return PortSpeech.HTTP.mistake(endpoint, cause);
            }
            String hello = answer(clientHello());
            boolean speaksTls = startsWith(hello, TLS_HANDSHAKE) || startsWith(hello, TLS_ALERT);
            return speaksTls ? inside(cause) : plain(hello).mistake(endpoint, cause);
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private PortSpeech plain(String hello) throws IOException {
        String mqtt = hello.startsWith(HTTP) ? hello : answer(MQTT_GREETING);
        if (startsWith(mqtt, CONNACK)) {
            return PortSpeech.MQTT;
        }
        String http = mqtt.startsWith(HTTP) ? mqtt : answer(upgrade());
        if (http.startsWith(HTTP)) {
            return PortSpeech.HTTP;
        }
        boolean other = Stream.of(hello, mqtt, http)
                .anyMatch(
                        answer -> !answer.isEmpty() && !startsWith(answer, CONNACK) && !startsWith(answer, DISCONNECT));
        return other ? PortSpeech.OTHER : PortSpeech.NOTHING;
    }

    private Optional<Failure> inside(Throwable cause) {
        TlsMaterial trust = tls;
        if (trust == null) {
            return PortSpeech.TLS.mistake(endpoint, cause);
        }
        try {
            // With TLS 1.3 a server refuses a client certificate after the handshake; who writes at once may lose its
            // alert.
            answerInside(trust, new byte[0]);
            PortSpeech speech = PortSpeech.TLS;
            if (startsWith(answerInside(trust, MQTT_GREETING), CONNACK)) {
                speech = PortSpeech.MQTT_OVER_TLS;
            } else if (answerInside(trust, upgrade()).startsWith(HTTP)) {
                speech = PortSpeech.HTTP_OVER_TLS;
            }
            return speech.mistake(endpoint, cause);
        } catch (IOException e) {
            return endpoint.tls()
                    ? trust.explain(e).map(told -> FailureReader.failure(told, e))
                    : PortSpeech.TLS.mistake(endpoint, cause);
        }
    }

    /** The first bytes of the answer, one character each; empty for none. */
    private String answer(byte[] greeting) throws IOException {
        try (Socket socket = connect()) {
            try {
                return exchange(socket, greeting);
            } catch (SocketException e) {
                // A broker may reset the connection over a greeting that is none to it.
                return "";
            }
        }
    }

    private String answerInside(TlsMaterial trust, byte[] greeting) throws IOException {
        try (Socket tcp = connect();
                SSLSocket socket = (SSLSocket) trust.sslContext()
                        .getSocketFactory()
                        .createSocket(tcp, endpoint.host(), endpoint.port(), true)) {
            socket.setSSLParameters(trust.parameters());
            socket.startHandshake();
            return exchange(socket, greeting);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(address, LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static String exchange(Socket socket, byte[] greeting) throws IOException {
        socket.setSoTimeout(greeting.length == 0 ? LIMIT_MILLIS / 4 : LIMIT_MILLIS);
        socket.getOutputStream().write(greeting);
        socket.getOutputStream().flush();
        StringBuilder answer = new StringBuilder();
        try {
            int next = socket.getInputStream().read();
            while (next >= 0 && answer.length() < HTTP.length()) {
                answer.append((char) next);
                next = socket.getInputStream().read();
            }
        } catch (SocketTimeoutException e) {
            return answer.toString();
        }
        return answer.toString();
    }

    private static boolean startsWith(String answer, int first) {
        return !answer.isEmpty() && answer.charAt(0) == first;
    }

    private byte[] upgrade() {
        String path = endpoint.path().isEmpty() ? "mqtt" : endpoint.path();
        return ("GET /" + path + " HTTP/1.1\r\nHost: " + endpoint.host()
                        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                        + "Sec-WebSocket-Protocol: mqtt\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] clientHello() throws GeneralSecurityException, IOException {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine(endpoint.host(), endpoint.port());
        engine.setUseClientMode(true);
        engine.beginHandshake();
        ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), hello);
        hello.flip();
        byte[] bytes = new byte[hello.remaining()];
        hello.get(bytes);
        return bytes;
    }
}
