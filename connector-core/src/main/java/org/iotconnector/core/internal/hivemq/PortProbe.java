package org.iotconnector.core.internal.hivemq;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;

/**
 * Looks at a port whose connection ended without a reason, to tell a mix-up of TLS and plain from the rest. It sends one
 * greeting without any credentials and reads one byte. Blocks for up to two seconds.
 */
final class PortProbe {
    private static final int LIMIT_MILLIS = 1_000;

    /** CONNECT of MQTT 3.1.1 with an empty client identifier, clean, without credentials: any server answers CONNACK. */
    private static final byte[] PLAIN_GREETING = {0x10, 0x0C, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 0};

    private static final int CONNACK = 0x20;
    private static final int DISCONNECT = 0xE0;
    private static final int TLS_ALERT = 0x15;
    private static final int TLS_HANDSHAKE = 0x16;

    private final InetSocketAddress address;

    PortProbe(InetSocketAddress address) {
        this.address = address;
    }

    /** The better explanation, if the port speaks what {@code endpoint} does not. */
    Optional<Failure> explain(Endpoint endpoint, Throwable cause) {
        try {
            if (endpoint.tls()) {
                return firstByte(PLAIN_GREETING) == CONNACK
                        ? Optional.of(plainPort(endpoint, cause))
                        : Optional.empty();
            }
            int answer = firstByte(clientHello(endpoint));
            if (answer == TLS_HANDSHAKE || answer == TLS_ALERT) {
                return Optional.of(tlsPort(endpoint, cause));
            }
            // A broker closes on such a greeting without a byte.
            boolean mqtt = answer == CONNACK || answer == DISCONNECT;
            return answer < 0 || mqtt ? Optional.empty() : Optional.of(otherPort(endpoint, cause));
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Failure plainPort(Endpoint endpoint, Throwable cause) {
        return Failure.of(
                FailureKind.WRONG_PORT,
                "Port " + endpoint.port() + " of " + endpoint.host() + " speaks plain MQTT, not TLS.",
                "Use mqtt:// for this port, or the port that speaks TLS.",
                cause);
    }

    private static Failure tlsPort(Endpoint endpoint, Throwable cause) {
        return Failure.of(
                FailureKind.WRONG_PORT,
                "Port " + endpoint.port() + " of " + endpoint.host() + " speaks TLS, not plain MQTT.",
                "Use mqtts:// for this port, or the port that speaks plain MQTT.",
                cause);
    }

    private static Failure otherPort(Endpoint endpoint, Throwable cause) {
        return Failure.of(
                FailureKind.WRONG_PORT,
                "Something answers on port " + endpoint.port() + " of " + endpoint.host() + ", but not in MQTT.",
                "Check the port; a web server may be listening there.",
                cause);
    }

    private int firstByte(byte[] greeting) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(greeting);
            socket.getOutputStream().flush();
            InputStream answer = socket.getInputStream();
            return answer.read();
        }
    }

    private static byte[] clientHello(Endpoint endpoint) throws GeneralSecurityException, IOException {
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
