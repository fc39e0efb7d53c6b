package org.iotconnector.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.tls.HeldCertificate;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;
import org.iotconnector.core.tls.TlsOptions;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A root that works today and ends soon. */
@Timeout(60)
class EndingRootTest {
    private final FailureProbe probe = FailureProbe.patient();

    @AfterEach
    void close() {
        probe.close();
    }

    private SessionState online(Pki pki, TlsOptions.Builder options) {
        try (TinyServer server = new TinyServer(Pki.listen(pki.forLocalhost()), new MiniBroker())) {
            Endpoint endpoint = Endpoint.of(Endpoint.Transport.TLS, "localhost", server.port());
            MqttSession session = probe.open(ConnectParameters.builder(endpoint, ClientIdentifier.of("lamp"))
                    .tls(options.build())
                    .build());
            CompletableFuture<SessionState> online = new CompletableFuture<>();
            session.onState(state -> {
                if (state.phase() == SessionPhase.ONLINE) {
                    online.complete(state);
                }
            });
            SessionState heard = Await.value(online);
            assertThat(session.state().warning()).isEqualTo(heard.warning());
            return heard;
        }
    }

    @Test
    void root_thatEndsWithin90Days_isWarnedOfWhileOnline() {
        Pki pki = Pki.endingIn(Duration.ofDays(30));

        Failure warning = online(pki, pki.trusted()).warning().orElseThrow();

        assertThat(warning.message())
                .contains(
                        "CN=Test CA",
                        "ends on " + pki.authority.certificate().getNotAfter().toInstant());
        assertThat(warning.advice()).contains("trustFile");
    }

    @Test
    void root_thatLasts_isNotWarnedOf() {
        Pki pki = Pki.endingIn(Duration.ofDays(120));

        assertThat(online(pki, pki.trusted()).warning()).isEmpty();
    }

    @Test
    void clientCertificate_thatEndsFirst_isWarnedOf() {
        Pki pki = Pki.create();
        HeldCertificate client = pki.clientEndingIn(Duration.ofDays(20));

        Failure warning = online(pki, pki.trustedShowing(client)).warning().orElseThrow();

        assertThat(warning.message()).contains("client certificate", "CN=lamp");
        assertThat(warning.advice()).contains("clientCertificateFile");
    }

    @Test
    void rootInTheTrustFile_thatVouchesForNobody_isNotWarnedOf() {
        Pki pki = Pki.create();
        String both = pki.authority.certificatePem()
                + Pki.endingIn(Duration.ofDays(5)).authority.certificatePem();

        assertThat(online(pki, TlsOptions.builder().trustPem(both)).warning()).isEmpty();
    }
}
