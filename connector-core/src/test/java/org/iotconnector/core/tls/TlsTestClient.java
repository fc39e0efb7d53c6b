package org.iotconnector.core.tls;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** Connects with the material under test, as a library would. */
final class TlsTestClient {
    private TlsTestClient() {}

    /** Reads one byte; TLS 1.3 servers refuse a client's certificate only after the client's handshake is done. */
    static int exchange(TlsMaterial material, TlsTestServer server, String host) throws IOException {
        try (Socket tcp = new Socket(InetAddress.getLoopbackAddress(), server.port());
                SSLSocket socket = (SSLSocket)
                        material.sslContext().getSocketFactory().createSocket(tcp, host, server.port(), true)) {
            socket.setSoTimeout(10_000);
            socket.setSSLParameters(material.parameters());
            socket.startHandshake();
            return socket.getInputStream().read();
        }
    }

    /** The exception that the exchange must end with. */
    static Throwable failure(TlsMaterial material, TlsTestServer server, String host) {
        Throwable failure = catchThrowable(() -> exchange(material, server, host));
        if (failure == null) {
            throw new AssertionError("The server was accepted.");
        }
        return failure;
    }
}
