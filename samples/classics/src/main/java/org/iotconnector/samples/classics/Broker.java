package org.iotconnector.samples.classics;

import java.time.Duration;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;

/**
 * The server of an exercise.
 *
 * @param uri where it listens, such as {@code mqtt://127.0.0.1:1883}
 * @param id begins every client identifier; on a public broker choose one that nobody else has
 */
public record Broker(String uri, String id) {
    /** Connects; returns when the session is online, or fails after 10 s with the reason. */
    public MqttSession connect(Connector connector, String role) {
        MqttSession session = connector.session(config(login(role)));
        session.awaitOnline(Duration.ofSeconds(10));
        return session;
    }

    /** Begins a CONNECT, for exercises that add a password, a Will or a keep alive of their own. */
    public ConnectParameters.Builder login(String role) {
        return ConnectParameters.builder(Endpoint.parse(uri), ClientIdentifier.of(id + "-" + role));
    }

    /** A session with this CONNECT and every default. */
    public static SessionConfig config(ConnectParameters.Builder login) {
        return SessionConfig.of(login.build(), SessionOptions.standard());
    }
}
