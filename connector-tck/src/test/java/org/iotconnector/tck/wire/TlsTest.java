package org.iotconnector.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HeldCertificate;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.tls.CertificatePin;
import org.iotconnector.core.tls.TlsOptions;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session makes of the certificates on both sides, in both versions of TLS. */
@Timeout(120)
class TlsTest {
    private static final Duration YESTERDAY = Duration.ofDays(-1);
    private static final Duration TOMORROW = Duration.ofDays(1);

    private final FailureProbe probe = FailureProbe.patient();
    private final Pki pki = Pki.create();
    private final CompletableFuture<String> spoken = new CompletableFuture<>();

    @AfterEach
    void close() {
        probe.close();
    }

    private TinyServer serve(SSLServerSocket listener) {
        return new TinyServer(listener, socket -> {
            ((SSLSocket) socket).startHandshake();
            spoken.complete(((SSLSocket) socket).getSession().getProtocol());
            new MiniBroker().serve(socket);
        });
    }

    private static ConnectParameters to(TinyServer server, TlsOptions.Builder options) {
        return ConnectParameters.builder(
                        Endpoint.of(Endpoint.Transport.TLS, "localhost", server.port()), ClientIdentifier.of("lamp"))
                .tls(options.build())
                .build();
    }

    private Failure failure(SSLServerSocket listener, TlsOptions.Builder options) {
        try (TinyServer server = serve(listener)) {
            return probe.failureOf(to(server, options));
        }
    }

    private void assertOnline(TinyServer server, TlsOptions.Builder options, String version) {
        MqttSession session = probe.open(to(server, options));

        session.awaitOnline(Await.LIMIT);

        assertThat(Await.value(spoken)).isEqualTo(version);
        session.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void trustedServer_inEachVersion_isOnline(String version) {
        try (TinyServer server = serve(Pki.listen(pki.forLocalhost(), version))) {
            assertOnline(server, pki.trusted(), version);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void mutualTls_withTheRightCertificate_isOnline(String version) {
        try (TinyServer server = serve(pki.listenForClients(version))) {
            assertOnline(server, pki.trustedShowing(pki.client()), version);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void pin_ofTheServersKey_isOnline(String version) {
        HeldCertificate own = pki.forLocalhost();
        try (TinyServer server = serve(Pki.listen(own, version))) {
            assertOnline(server, pki.trusted().pin(CertificatePin.of(own.certificate())), version);
        }
    }

    @Test
    void pin_ofAnotherKey_namesThePinsSeen() {
        HeldCertificate own = pki.forLocalhost();

        Failure failure = failure(
                Pki.listen(own),
                pki.trusted().pin(CertificatePin.of(pki.client().certificate())));

        assertThat(failure.kind()).isEqualTo(FailureKind.TLS);
        assertThat(failure.message())
                .contains(CertificatePin.of(own.certificate()).toString());
        assertThat(failure.advice()).contains("set pin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void certificate_thatHasExpired_isNamedWithBothTimes(String version) {
        HeldCertificate expired = pki.issue("localhost", Duration.ofDays(-9), YESTERDAY);

        Failure failure = failure(Pki.listen(expired, version), pki.trusted());

        assertThat(failure.kind()).isEqualTo(FailureKind.TLS);
        assertThat(failure.message())
                .startsWith("The certificate of localhost (CN=server) expired on "
                        + expired.certificate().getNotAfter().toInstant())
                .contains("this machine's clock says 20");
        assertThat(failure.advice()).contains("new certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void certificate_ofTheFuture_isTheClocksFault(String version) {
        HeldCertificate future = pki.issue("localhost", TOMORROW, Duration.ofDays(9));

        Failure failure = failure(Pki.listen(future, version), pki.trusted());

        assertThat(failure.kind()).isEqualTo(FailureKind.CLOCK);
        assertThat(failure.message())
                .contains(
                        "valid only from " + future.certificate().getNotBefore().toInstant());
        assertThat(failure.advice()).contains("clock", "NTP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void certificate_ofAnotherHost_namesBoth(String version) {
        HeldCertificate other = pki.issue("broker.example.com", YESTERDAY, TOMORROW);

        Failure failure = failure(Pki.listen(other, version), pki.trusted());

        assertThat(failure.kind()).isEqualTo(FailureKind.TLS);
        assertThat(failure.message())
                .isEqualTo(
                        "The server's certificate (CN=server) was issued for broker.example.com, not for localhost.");
        assertThat(failure.advice()).contains("name");
    }

    @Test
    void certificate_ofAnotherHost_isTakenWhenTheCheckIsOff() {
        HeldCertificate other = pki.issue("broker.example.com", YESTERDAY, TOMORROW);
        try (TinyServer server = serve(Pki.listen(other))) {
            assertOnline(server, pki.trusted().dangerouslySkipHostNameCheck(), "TLSv1.3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void certificate_ofAnUnknownAuthority_namesIt(String version) {
        Failure failure = failure(Pki.listen(pki.forLocalhost(), version), TlsOptions.builder());

        assertThat(failure.kind()).isEqualTo(FailureKind.TLS);
        assertThat(failure.message()).contains("issued by CN=Test CA, whom this client does not trust");
        assertThat(failure.advice()).contains("trustFile");
    }

    @Test
    void certificate_thatIsSelfSigned_isCalledSo() {
        HeldCertificate own = new HeldCertificate.Builder()
                .commonName("home")
                .addSubjectAlternativeName("localhost")
                .build();

        Failure failure = failure(Pki.listen(own), pki.trusted());

        assertThat(failure.message()).contains("CN=home", "self-signed");
        assertThat(failure.advice()).contains("trustFile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void clientCertificate_thatIsMissing_namesTheSettings(String version) {
        Failure failure = failure(pki.listenForClients(version), pki.trusted());

        assertThat(failure.kind()).isEqualTo(FailureKind.TLS);
        assertThat(failure.message()).startsWith("The server wants a client certificate, and none was shown");
        assertThat(failure.advice()).contains("clientCertificateFile", "clientKeyFile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void clientCertificate_ofAStranger_isNamedWithItsIssuer(String version) {
        // An authority of the same name: otherwise the client sees that its certificate is not wanted, and shows none.
        HeldCertificate stranger = Pki.create().client();

        Failure failure = failure(pki.listenForClients(version), pki.trustedShowing(stranger));

        assertThat(failure.kind()).isEqualTo(FailureKind.TLS);
        assertThat(failure.message()).contains("refused the client certificate CN=lamp, issued by CN=Test CA");
    }

    @Test
    void versions_withoutACommonOne_areNamed() {
        Failure failure =
                failure(Pki.listen(pki.forLocalhost(), "TLSv1.2"), pki.trusted().protocols(List.of("TLSv1.3")));

        assertThat(failure.kind()).isEqualTo(FailureKind.TLS);
        assertThat(failure.advice()).contains("tlsVersions");
    }
}
