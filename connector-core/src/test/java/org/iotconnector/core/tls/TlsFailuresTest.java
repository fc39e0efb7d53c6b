package org.iotconnector.core.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.tls.TestCertificates.Issued;
import org.iotconnector.core.tls.TlsFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsFailuresTest {
    private static final Issued AUTHORITY = TestCertificates.authority("CN=Test CA");
    private static final Issued SERVER = TestCertificates.server(AUTHORITY);

    @Test
    void describe_expiredCertificate_saysSince() throws IOException {
        Issued expired = TestCertificates.of("CN=old")
                .issuedBy(AUTHORITY)
                .names("localhost")
                .valid(inDays(-9), inDays(-2))
                .create();

        TlsFailure failure = handshake(TlsTestServer.tls(expired), trusting());

        assertThat(failure.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(failure.message()).startsWith("The certificate of localhost (CN=old) expired on ");
    }

    @Test
    void describe_certificateOfTheFuture_blamesTheClock() throws IOException {
        Issued future = TestCertificates.of("CN=new")
                .issuedBy(AUTHORITY)
                .names("localhost")
                .valid(inDays(2), inDays(9))
                .create();

        TlsFailure failure = handshake(TlsTestServer.tls(future), trusting());

        assertThat(failure.kind()).isEqualTo(Kind.NOT_YET_VALID);
        assertThat(failure.advice()).contains("clock");
    }

    @Test
    void describe_certificateOfAnotherHost_namesTheHostWanted() throws IOException {
        Issued other = TestCertificates.of("CN=other")
                .issuedBy(AUTHORITY)
                .names("broker.example.com")
                .create();

        TlsFailure failure = handshake(TlsTestServer.tls(other), trusting());

        assertThat(failure.kind()).isEqualTo(Kind.WRONG_HOST);
        assertThat(failure.message())
                .isEqualTo("The server's certificate (CN=other) was issued for broker.example.com, not for localhost.");
    }

    @Test
    void describe_certificateWithoutNames_isWrongHost() throws IOException {
        Issued nameless = TestCertificates.of("CN=nameless").issuedBy(AUTHORITY).create();

        assertThat(handshake(TlsTestServer.tls(nameless), trusting()).kind()).isEqualTo(Kind.WRONG_HOST);
    }

    @Test
    void describe_unknownIssuer_recommendsTrustFile() throws IOException {
        TlsFailure failure = handshake(TlsTestServer.tls(SERVER), TlsOptions.builder());

        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_CA);
        assertThat(failure.advice()).contains("trustFile");
    }

    @Test
    void describe_otherPin_listsThePinsSeenAsTheSettingWantsThem() throws IOException {
        CertificatePin other =
                CertificatePin.of(TestCertificates.authority("CN=Other").certificate());

        TlsFailure failure = handshake(TlsTestServer.tls(SERVER), trusting().pin(other));

        assertThat(failure.kind()).isEqualTo(Kind.PIN_MISMATCH);
        assertThat(failure.message())
                .isEqualTo("None of the server's certificates matches the setting pin. Seen, leaf first: "
                        + CertificatePin.of(SERVER.certificate()) + " (CN=server), "
                        + CertificatePin.of(AUTHORITY.certificate()) + " (CN=Test CA).");
    }

    @Test
    void describe_plainPort_recommendsAnother() throws IOException {
        TlsFailure failure = handshake(TlsTestServer.plain(), trusting());

        assertThat(failure.kind()).isEqualTo(Kind.PLAIN_PORT);
        assertThat(failure.advice()).contains("8883");
    }

    @Test
    void describe_serverClosesInTheHandshake_namesThePlainPortAsOneReason() throws IOException {
        TlsFailure failure = handshake(TlsTestServer.closing(), trusting());

        assertThat(failure.kind()).isEqualTo(Kind.CLOSED);
        assertThat(failure.advice()).contains("plain");
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3", "TLSv1.2"})
    void describe_clientCertificateMissing_saysWhichSettingsToGive(String protocol) throws IOException {
        TlsTestServer server = TlsTestServer.tls(
                socket -> {
                    socket.setNeedClientAuth(true);
                    socket.setEnabledProtocols(new String[] {protocol});
                },
                trusting().build().load().trustManager(),
                SERVER);

        TlsFailure failure = handshake(server, trusting());

        assertThat(failure.kind()).isEqualTo(Kind.CLIENT_CERTIFICATE_REFUSED);
        assertThat(failure.advice()).contains("clientCertificateFile", "clientKeyFile");
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3", "TLSv1.2"})
    void describe_clientCertificateOfUnknownIssuer_isRefused(String protocol) throws IOException {
        Issued stranger = TestCertificates.authority("CN=Test CA");
        TlsTestServer server = TlsTestServer.tls(
                socket -> {
                    socket.setNeedClientAuth(true);
                    socket.setEnabledProtocols(new String[] {protocol});
                },
                trusting().build().load().trustManager(),
                SERVER);
        TlsOptions.Builder options =
                trusting().clientCertificatePem(stranger.certificatePem(), Secret.of(stranger.keyPem()), null);

        assertThat(handshake(server, options).kind()).isEqualTo(Kind.CLIENT_CERTIFICATE_REFUSED);
    }

    @Test
    void describe_noCommonVersion_namesTheSetting() throws IOException {
        TlsTestServer server =
                TlsTestServer.tls(socket -> socket.setEnabledProtocols(new String[] {"TLSv1.2"}), null, SERVER);

        TlsFailure failure = handshake(server, trusting().protocols(List.of("TLSv1.3")));

        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL_MISMATCH);
        assertThat(failure.advice()).contains("tlsVersions");
    }

    @Test
    void describe_serverNotKnowingTheName_isWrongHost() throws IOException {
        TlsTestServer server = TlsTestServer.tls(TlsFailuresTest::knowOnlyExampleCom, null, SERVER);

        // A name with a dot, since a client sends no server name without one (RFC 6066 section 3).
        TlsFailure failure = handshake(server, trusting(), "broker.example.org");

        assertThat(failure.kind()).isEqualTo(Kind.WRONG_HOST);
    }

    @Test
    void describe_okHttpsHostCheck_isWrongHost() {
        SSLPeerUnverifiedException exception =
                new SSLPeerUnverifiedException("Hostname h not verified:\n    certificate: sha256/x");

        assertThat(TlsFailures.describe(exception))
                .isEqualTo(new TlsFailure(
                        Kind.WRONG_HOST,
                        "The server's certificate was issued for another host (Hostname h not verified:).",
                        "Connect by a name or address that the certificate holds, or have a certificate issued for"
                                + " this one."));
    }

    @Test
    void describe_wrappedFailure_isFoundAmongTheCauses() {
        Throwable wrapped = new IllegalStateException(
                "x", new IOException(new SSLHandshakeException("Received fatal alert: protocol_version")));

        assertThat(TlsFailures.describe(wrapped).kind()).isEqualTo(Kind.PROTOCOL_MISMATCH);
    }

    @Test
    void describe_unknownAlert_quotesIt() {
        assertThat(TlsFailures.describe(new SSLException("Received fatal alert: internal_error"))
                        .message())
                .isEqualTo("The server ended the TLS connection (internal_error).");
    }

    @Test
    void find_failureOfTheNetwork_isEmpty() {
        assertThat(TlsFailures.find(new ConnectException("Connection refused"))).isEmpty();
        assertThat(TlsFailures.describe(new ConnectException("Connection refused")))
                .hasToString("The TLS connection failed: Connection refused. The network may have failed; look at the"
                        + " cause in the log.");
    }

    @Test
    void describe_causesInACircle_ends() {
        IOException first = new IOException();
        first.initCause(new IOException(first));

        assertThat(TlsFailures.describe(first).message()).isEqualTo("The TLS connection failed: IOException.");
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    private static TlsOptions.Builder trusting() {
        return TlsOptions.builder().trustPem(AUTHORITY.certificatePem());
    }

    private static void knowOnlyExampleCom(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setSNIMatchers(List.of(SNIHostName.createSNIMatcher("broker\\.example\\.com")));
        socket.setSSLParameters(parameters);
    }

    private static TlsFailure handshake(TlsTestServer server, TlsOptions.Builder options) throws IOException {
        return handshake(server, options, "localhost");
    }

    private static TlsFailure handshake(TlsTestServer server, TlsOptions.Builder options, String host)
            throws IOException {
        try (server) {
            Throwable failure = TlsTestClient.failure(options.build().load(), server, host);
            return TlsFailures.find(failure).orElseThrow(() -> new AssertionError("not a TLS failure", failure));
        }
    }
}
