package org.iotconnector.tck.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLServerSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.tls.TlsOptions;

/** An authority of a test, what it issues, and ports that show it. */
final class Pki {
    final HeldCertificate authority;

    private Pki(HeldCertificate authority) {
        this.authority = authority;
    }

    static Pki create() {
        return endingIn(Duration.ofDays(3_650));
    }

    static Pki endingIn(Duration left) {
        return new Pki(valid(Duration.ofDays(-10), left)
                .certificateAuthority(0)
                .commonName("Test CA")
                .build());
    }

    private static HeldCertificate.Builder valid(Duration from, Duration until) {
        Instant now = Instant.now();
        return new HeldCertificate.Builder()
                .validityInterval(now.plus(from).toEpochMilli(), now.plus(until).toEpochMilli());
    }

    /** A certificate for {@code host}, valid from and until so long from now. */
    HeldCertificate issue(String host, Duration from, Duration until) {
        return valid(from, until)
                .commonName("server")
                .addSubjectAlternativeName(host)
                .signedBy(authority)
                .build();
    }

    HeldCertificate forLocalhost() {
        return issue("localhost", Duration.ofDays(-1), Duration.ofDays(9));
    }

    HeldCertificate client() {
        return clientEndingIn(Duration.ofDays(200));
    }

    HeldCertificate clientEndingIn(Duration left) {
        return valid(Duration.ofDays(-1), left)
                .commonName("lamp")
                .signedBy(authority)
                .build();
    }

    /** A free port that shows {@code identity} in this TLS version. */
    static SSLServerSocket listen(HeldCertificate identity, String... versions) {
        return listen(
                new HandshakeCertificates.Builder().heldCertificate(identity).build(), versions);
    }

    /** A free port that also demands a client certificate of this authority. */
    SSLServerSocket listenForClients(String... versions) {
        SSLServerSocket socket = listen(
                new HandshakeCertificates.Builder()
                        .heldCertificate(forLocalhost())
                        .addTrustedCertificate(authority.certificate())
                        .build(),
                versions);
        socket.setNeedClientAuth(true);
        return socket;
    }

    private static SSLServerSocket listen(HandshakeCertificates certificates, String... versions) {
        try {
            ServerSocket socket = certificates
                    .sslContext()
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            SSLServerSocket tls = (SSLServerSocket) socket;
            if (versions.length > 0) {
                tls.setEnabledProtocols(versions);
            }
            return tls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Options that trust this authority. */
    TlsOptions.Builder trusted() {
        return TlsOptions.builder().trustPem(authority.certificatePem());
    }

    TlsOptions.Builder trustedShowing(HeldCertificate client) {
        return trusted().clientCertificatePem(client.certificatePem(), Secret.of(client.privateKeyPkcs8Pem()), null);
    }
}
