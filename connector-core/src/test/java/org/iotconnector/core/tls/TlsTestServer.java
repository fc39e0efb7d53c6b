package org.iotconnector.core.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.iotconnector.core.tls.TestCertificates.Issued;
import org.jspecify.annotations.Nullable;

/** Answers every connection on a free loopback port, over TLS with one byte or in plain text, until it is closed. */
public final class TlsTestServer implements AutoCloseable {
    /** What the server does with a connection. */
    private interface Behaviour {
        void serve(Socket socket) throws IOException;
    }

    private final ServerSocket listener;
    private final Behaviour behaviour;
    private final Thread thread;

    private TlsTestServer(Behaviour behaviour) {
        try {
            this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.behaviour = behaviour;
        this.thread = new Thread(this::serve, "tls-test-server");
        thread.start();
    }

    /** Shows {@code identity} and {@code issuers}. */
    static TlsTestServer tls(Issued identity, X509Certificate... issuers) {
        return tls(socket -> {}, null, identity, issuers);
    }

    /** As above, with settings of each socket, and trusting the clients that {@code clients} accepts. */
    static TlsTestServer tls(
            Consumer<SSLSocket> settings,
            @Nullable X509ExtendedTrustManager clients,
            Issued identity,
            X509Certificate... issuers) {
        SSLContext context = context(clients, identity, issuers);
        return new TlsTestServer(tcp -> {
            // Not closed together with TLS: a reset would overtake the alert on its way to the client.
            SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(tcp, null, false);
            settings.accept(socket);
            try {
                socket.startHandshake();
                socket.getOutputStream().write(1);
                socket.getOutputStream().flush();
            } finally {
                drain(tcp.getInputStream());
            }
        });
    }

    private static SSLContext context(
            @Nullable X509ExtendedTrustManager clients, Issued identity, X509Certificate... issuers) {
        try {
            KeyStore store = TestCertificates.keyStore("JKS", "", identity, issuers);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManager[] trust = clients == null ? new TrustManager[0] : new TrustManager[] {clients};
            context.init(keys.getKeyManagers(), trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers like a web server (so also like MQTT over WebSocket) on its plain port. */
    public static TlsTestServer plain() {
        byte[] answer = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        return new TlsTestServer(socket -> {
            socket.getOutputStream().write(answer);
            socket.getOutputStream().flush();
            drain(socket.getInputStream());
        });
    }

    /** Closes as soon as the client has said something, as an MQTT server does on its plain port. */
    static TlsTestServer closing() {
        return new TlsTestServer(socket -> {
            int unused = socket.getInputStream().read();
        });
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                socket.setSoTimeout(10_000);
                behaviour.serve(socket);
            } catch (IOException e) {
                // Refused handshakes are what these tests are about; they look at the client's side.
            }
        }
    }

    /** Reads until the client has closed, so that it gets everything that was sent to it. */
    private static void drain(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void close() throws IOException {
        listener.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
