package org.iotconnector.tck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.tck.net.FaultProxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A broker, a relay in front of it and a connector for each test. */
@Timeout(60)
abstract class BrokerRules {
    static final SessionOptions QUICK = SessionOptions.builder()
            .reconnect(ReconnectPolicy.standard().withDelays(Duration.ofMillis(20), Duration.ofMillis(100)))
            .connectTimeout(Duration.ofSeconds(5))
            .closeTimeout(Duration.ofSeconds(1))
            .build();

    private final Supplier<ContractBroker> brokers;
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private ContractBroker broker;
    private FaultProxy relay;
    private Connector connector;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    BrokerRules(Supplier<ContractBroker> brokers) {
        this.brokers = brokers;
    }

    @BeforeEach
    void startBroker() {
        broker = brokers.get();
        relay = new FaultProxy(broker.port());
        connector = Connector.create();
    }

    @AfterEach
    void stopBroker() {
        // A test that was aborted because there is no broker has nothing to close.
        for (AutoCloseable part : Arrays.asList(connector, relay, broker)) {
            close(part);
        }
    }

    private static void close(@Nullable AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("Tidying up after the test failed.", e);
        }
    }

    final ContractBroker broker() {
        return broker;
    }

    final FaultProxy relay() {
        return relay;
    }

    final Connector connector() {
        return connector;
    }

    /** What the handlers of {@link #hear} were given, in order. */
    final List<String> heard() {
        return List.copyOf(heard);
    }

    /** A session through the relay, clean and connecting. */
    final MqttSession open(String client) {
        return connector.session(
                SessionConfig.of(broker.login(client, relay.port()).build(), QUICK));
    }

    /** A session through the relay that the broker keeps, connecting. */
    final MqttSession openKept(String client) {
        return connector.session(SessionConfig.of(
                broker.login(client, relay.port()).cleanStart(false).build(), QUICK));
    }

    /** A session that the broker has kept, with a subscription made before it connects: what waited comes at once. */
    final MqttSession openKeptHearing(String client, String filter) {
        return connector.session(
                SessionConfig.of(
                        broker.login(client, relay.port()).cleanStart(false).build(), QUICK),
                session -> session.subscribe(filter, message -> heard.add(message.text())));
    }

    /** A session past the relay, online. */
    final MqttSession direct(String client) {
        MqttSession session = connector.session(
                SessionConfig.of(broker.login(client, broker.port()).build(), QUICK));
        session.awaitOnline(Await.LIMIT);
        return session;
    }

    final MqttSession online(String client) {
        MqttSession session = open(client);
        session.awaitOnline(Await.LIMIT);
        return session;
    }

    /** Subscribes and waits for the broker's answer; what comes is {@link #heard}. */
    final void hear(MqttSession session, String filter) {
        Await.value(
                session.subscribe(filter, message -> heard.add(message.text())).result());
    }

    final void awaitHeard(String... texts) {
        Await.until(List.of(texts) + " are heard", () -> heard().equals(List.of(texts)));
    }

    static Delivery publish(MqttSession session, String topic, String text) {
        return session.publish(Publication.text(topic, text));
    }

    static void send(MqttSession session, String topic, String text) {
        Await.value(publish(session, topic, text).acknowledged());
    }

    static void awaitReconnect(MqttSession session, int afterAttempt) {
        Await.until("the session is connected again", () -> session.state().attempt() > afterAttempt);
        session.awaitOnline(Await.LIMIT);
    }
}
