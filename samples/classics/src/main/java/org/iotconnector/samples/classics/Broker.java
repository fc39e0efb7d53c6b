package org.iotconnector.samples.classics;

import java.time.Duration;
import java.util.Optional;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.tls.TlsOptions;

/**
 * The server of an exercise.
 *
 * @param endpoint where it listens
 * @param id begins every client identifier; on a public broker choose one that nobody else has
 * @param username who logs in, where the broker wants to know
 * @param password the user's password
 * @param tls whom to trust when the endpoint is {@code mqtts://}
 */
public record Broker(
        Endpoint endpoint, String id, Optional<String> username, Optional<Secret> password, TlsOptions tls) {
    /** A broker that lets everybody in, such as {@code mqtt://127.0.0.1:1883}. */
    public static Broker open(String uri, String id) {
        return new Broker(
                Endpoint.parse(uri),
                id,
                Optional.empty(),
                Optional.empty(),
                TlsOptions.builder().build());
    }

    /** Connects; returns when the session is online, or fails after 10 s with the reason. */
    public MqttSession connect(Connector connector, String role) {
        MqttSession session = connector.session(config(login(role)));
        session.awaitOnline(Duration.ofSeconds(10));
        return session;
    }

    /** Begins a CONNECT, for exercises that add a password, a Will or a keep alive of their own. */
    public ConnectParameters.Builder login(String role) {
        return ConnectParameters.builder(endpoint, ClientIdentifier.of(id + "-" + role))
                .credentials(username.orElse(null), password.orElse(null))
                .tls(tls);
    }

    /** A session with this CONNECT and every default. */
    public static SessionConfig config(ConnectParameters.Builder login) {
        return SessionConfig.of(login.build(), SessionOptions.standard());
    }
}
