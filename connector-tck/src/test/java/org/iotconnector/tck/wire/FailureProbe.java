package org.iotconnector.tck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.tck.Await;

/** Connects and hears why that fails. */
final class FailureProbe implements AutoCloseable {
    static final String PASSWORD = "k9WmZq3TfLx7RvB2";

    private final Connector connector = Connector.create();
    private final Duration connectTimeout;

    /** A probe that gives up soon, for ports that do not answer. */
    FailureProbe() {
        this(Duration.ofSeconds(2));
    }

    /** A probe that gives a handshake time, however busy the machine is. */
    static FailureProbe patient() {
        return new FailureProbe(Duration.ofSeconds(13));
    }

    private FailureProbe(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    @Override
    public void close() {
        connector.close();
    }

    MqttSession open(Endpoint endpoint, MqttVersion version) {
        ConnectParameters parameters = ConnectParameters.builder(endpoint, ClientIdentifier.of("lamp"))
                .version(version)
                .credentials("lamp", Secret.of(PASSWORD))
                .build();
        return open(parameters);
    }

    MqttSession open(ConnectParameters parameters) {
        return connector.session(SessionConfig.of(
                parameters,
                SessionOptions.builder().connectTimeout(connectTimeout).build()));
    }

    Failure failureOf(Endpoint endpoint, MqttVersion version) {
        return failureOf(open(endpoint, version));
    }

    Failure failureOf(ConnectParameters parameters) {
        return failureOf(open(parameters));
    }

    private static Failure failureOf(MqttSession session) {
        CompletableFuture<Failure> failed = new CompletableFuture<>();
        session.onState(state -> state.failure().ifPresent(failed::complete));
        Failure failure = Await.value(failed);
        assertThat(failure.explain()).doesNotContain(PASSWORD);
        return failure;
    }

    Failure failureOf(Endpoint.Transport transport, int port) {
        return failureOf(Endpoint.of(transport, "127.0.0.1", port), MqttVersion.V3_1_1);
    }

    Failure failureOf(TinyServer server, MqttVersion version) {
        return failureOf(Endpoint.of(Endpoint.Transport.TCP, "127.0.0.1", server.port()), version);
    }
}
