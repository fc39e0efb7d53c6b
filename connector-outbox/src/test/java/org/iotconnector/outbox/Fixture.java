package org.iotconnector.outbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.iotconnector.core.Connector;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.OutboxStoreFactory;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.tck.PublishRequest;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.ScriptedTransports;

/** One run of a program with a durable outbox, on a scripted network. */
final class Fixture implements AutoCloseable {
    final ScriptedTransports transports;
    final Connector connector;
    final MqttSession session;

    private Fixture(OutboxStoreFactory stores, SessionOptions options, Script script) {
        transports = new ScriptedTransports(script);
        connector = Connector.builder()
                .transports(transports)
                .outboxStores(stores)
                .handlerThreads(2)
                .build();
        try {
            session = connector.session(config(options));
        } catch (RuntimeException e) {
            connector.close();
            throw e;
        }
    }

    static Fixture open(Path directory, Script script) {
        return open(new SqliteOutboxStores(), directory, script, options -> options);
    }

    static Fixture open(
            OutboxStoreFactory stores, Path directory, Script script, UnaryOperator<SessionOptions.Builder> more) {
        SessionOptions.Builder options = SessionOptions.builder()
                .durableOutbox(DurableOutbox.in(directory))
                .inFlightWindow(1_000)
                .closeTimeout(Duration.ZERO);
        return new Fixture(stores, more.apply(options).build(), script);
    }

    private static SessionConfig config(SessionOptions options) {
        Endpoint endpoint = Endpoint.of(Endpoint.Transport.TCP, "broker.invalid", 1883);
        return SessionConfig.of(
                ConnectParameters.builder(endpoint, ClientIdentifier.of("device"))
                        .build(),
                options);
    }

    static Publication message(String text) {
        return Publication.text("t", text);
    }

    /** What was sent, in order. */
    List<String> sent() {
        return transports.first().publishes().stream().map(PublishRequest::text).toList();
    }

    @Override
    public void close() {
        connector.close();
    }
}
