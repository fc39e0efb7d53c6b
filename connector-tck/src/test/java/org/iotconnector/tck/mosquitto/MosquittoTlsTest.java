package org.iotconnector.tck.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.tls.TlsOptions;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mutual TLS with OpenSSL on the other side, which words its refusals otherwise than Java does. */
@Timeout(60)
class MosquittoTlsTest {
    private final Connector connector = Connector.create();

    @AfterEach
    void close() {
        connector.close();
    }

    private static Mosquitto demandingCertificates() {
        return Mosquitto.start(
                MqttVersion.V3_1_1,
                Endpoint.Transport.TLS,
                folder -> List.of("require_certificate true", "cafile " + folder.resolve("ca.pem")));
    }

    private MqttSession open(Mosquitto broker, TlsOptions.Builder options, String version) {
        return connector.session(SessionConfig.of(
                broker.login("lamp", broker.port())
                        .tls(options.protocols(List.of(version)).build())
                        .build(),
                SessionOptions.standard()));
    }

    private static TlsOptions.Builder trusting(Mosquitto broker) {
        return TlsOptions.builder().trustFile(broker.folder().resolve("ca.pem"), null);
    }

    private static Failure failure(MqttSession session) {
        Await.until("it fails", () -> session.state().failure().isPresent());
        return session.state().failure().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void clientCertificate_thatTheBrokerKnows_isOnline(String version) {
        try (Mosquitto broker = demandingCertificates()) {
            Path folder = broker.folder();
            MqttSession session = open(
                    broker,
                    trusting(broker)
                            .clientCertificate(folder.resolve("client.pem"), folder.resolve("client.key"), null),
                    version);

            session.awaitOnline(Await.LIMIT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void clientCertificate_thatIsMissing_isNamed(String version) {
        try (Mosquitto broker = demandingCertificates()) {
            Failure failure = failure(open(broker, trusting(broker), version));

            assertThat(failure.kind()).as(failure.explain()).isEqualTo(FailureKind.TLS);
            assertThat(failure.message()).startsWith("The server wants a client certificate, and none was shown");
            assertThat(failure.advice()).contains("clientCertificateFile", "clientKeyFile");
        }
    }
}
