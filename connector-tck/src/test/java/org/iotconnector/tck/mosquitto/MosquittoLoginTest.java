package org.iotconnector.tck.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.AuthenticationException;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionState;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.tls.TlsOptions;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logins that a real broker refuses, and the words that say so. */
@Timeout(60)
class MosquittoLoginTest {
    private final Connector connector = Connector.create();

    @AfterEach
    void close() {
        connector.close();
    }

    private MqttSession open(ConnectParameters parameters) {
        return connector.session(SessionConfig.of(parameters, SessionOptions.standard()));
    }

    private static Failure awaitFailure(MqttSession session) {
        Await.until("it fails", () -> session.state().failure().isPresent());
        return session.state().failure().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void wrongPassword_isNamedAndSlowsDown(MqttVersion version) {
        try (Mosquitto broker = Mosquitto.start(version, Endpoint.Transport.TCP)) {
            MqttSession session = open(broker.login("lamp", broker.port())
                    .credentials(Mosquitto.USER, Secret.of("guess"))
                    .build());

            AuthenticationException failure =
                    catchThrowableOfType(AuthenticationException.class, () -> session.awaitOnline(Await.LIMIT));

            assertThat(failure).isNotNull();
            assertThat(failure.code()).contains(version == MqttVersion.V5 ? 0x87 : 5);
            // Mosquitto answers "not authorised" to a wrong password.
            assertThat(failure.failure().advice()).contains("password");
            assertThat(session.state().retryIn().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(14));
        }
    }

    /** Mosquitto 2.0 closes the older connection without a word, in MQTT 5 too. */
    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void takeover_withoutAReason_isRecognised(MqttVersion version) {
        try (Mosquitto broker = Mosquitto.start(version, Endpoint.Transport.TCP)) {
            SessionConfig lamp = SessionConfig.of(
                    broker.login("lamp", broker.port()).build(),
                    SessionOptions.builder()
                            .reconnect(
                                    ReconnectPolicy.standard().withDelays(Duration.ofMillis(10), Duration.ofMillis(20)))
                            .build());
            CompletableFuture<SessionState> recognised = new CompletableFuture<>();
            for (MqttSession each : List.of(connector.session(lamp), connector.session(lamp))) {
                each.onState(state -> {
                    if (state.failure()
                            .filter(it -> it.kind() == FailureKind.DUPLICATE_CLIENT)
                            .isPresent()) {
                        recognised.complete(state);
                    }
                });
            }

            SessionState named = Await.value(recognised);
            assertThat(named.failure().orElseThrow().advice()).contains("same identity");
            assertThat(named.attempt()).as("named at the third take-over").isLessThanOrEqualTo(3);
        }
    }

    @Test
    void certificate_ofAnUnknownAuthority_isRefusedInWords() {
        try (Mosquitto broker = Mosquitto.start(MqttVersion.V3_1_1, Endpoint.Transport.TLS)) {
            MqttSession session = open(broker.login("lamp", broker.port())
                    .tls(TlsOptions.standard())
                    .build());

            Failure failure = awaitFailure(session);

            assertThat(failure.kind()).isEqualTo(FailureKind.TLS);
            assertThat(failure.advice()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Endpoint.Transport.class,
            names = {"TCP", "TLS"})
    void otherTransport_thanThePortSpeaks_isNamed(Endpoint.Transport spoken) {
        Endpoint.Transport tried = spoken == Endpoint.Transport.TLS ? Endpoint.Transport.TCP : Endpoint.Transport.TLS;
        try (Mosquitto broker = Mosquitto.start(MqttVersion.V3_1_1, spoken)) {
            ConnectParameters right = broker.login("lamp", broker.port()).build();
            MqttSession session = open(
                    ConnectParameters.builder(Endpoint.of(tried, "127.0.0.1", broker.port()), right.clientIdentifier())
                            .build());

            Failure failure = awaitFailure(session);

            assertThat(failure.kind()).isEqualTo(FailureKind.WRONG_PORT);
            assertThat(failure.advice()).contains(spoken.scheme() + "://");
        }
    }
}
