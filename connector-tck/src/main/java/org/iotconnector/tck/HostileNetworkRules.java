package org.iotconnector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.tck.net.Direction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages of a session that the broker keeps, across whatever the network does. */
abstract class HostileNetworkRules extends BrokerRules {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(1);
    private static final int BATCH = 30;

    /** A mangled answer can look like a refusal, which must not keep a test waiting for minutes. */
    private static final SessionOptions UNDAUNTED = SessionOptions.builder()
            .reconnect(ReconnectPolicy.standard()
                    .withDelays(Duration.ofMillis(20), Duration.ofMillis(100))
                    .withSlowDelays(Duration.ofMillis(20), Duration.ofMillis(100)))
            .connectTimeout(Duration.ofSeconds(3))
            .closeTimeout(Duration.ofSeconds(1))
            .build();

    private final Queue<String> arrived = new ConcurrentLinkedQueue<>();
    private final List<Delivery> deliveries = new ArrayList<>();

    HostileNetworkRules(Supplier<ContractBroker> brokers) {
        super(brokers);
    }

    private MqttSession kept(String client, int port, Duration keepAlive) {
        MqttSession session = connector()
                .session(SessionConfig.of(
                        broker().login(client, port)
                                .cleanStart(false)
                                .keepAlive(keepAlive)
                                .build(),
                        UNDAUNTED));
        session.awaitOnline(Await.LIMIT);
        return session;
    }

    private void listen(MqttSession session) {
        Await.value(session.subscribe(
                        List.of(new Subscription(TopicFilter.of("a"), QualityOfService.EXACTLY_ONCE)),
                        message -> arrived.add(message.text()))
                .result());
    }

    /** Publishes as many with QoS 1 as with QoS 2. */
    private void publishBatch(MqttSession session) {
        for (int i = 0; i < BATCH; i++) {
            Publication once = Publication.text("a", "once " + deliveries.size());
            deliveries.add(session.publish(once.withQos(QualityOfService.EXACTLY_ONCE)));
            Publication atLeastOnce = Publication.text("a", "at least once " + deliveries.size());
            deliveries.add(session.publish(atLeastOnce.withQos(QualityOfService.AT_LEAST_ONCE)));
        }
    }

    private void assertAllArrived(MqttSession session) {
        deliveries.forEach(delivery -> Await.value(delivery.acknowledged()));
        Await.until("all have arrived", () -> arrived.stream().distinct().count() == deliveries.size());
        assertThat(arrived).filteredOn(text -> text.startsWith("once")).doesNotHaveDuplicates();
        assertThat(session.ledger().addsUp()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Hazard.class)
    @DisplayName("Nothing that a kept session sends is lost across a fault, and no QoS 2 message comes twice")
    void sending_acrossAFault_losesNothingAndDoublesNoQos2(Hazard hazard) {
        listen(direct("other"));
        MqttSession session = kept("lamp", relay().port(), KEEP_ALIVE);

        publishBatch(session);
        int attempt = session.state().attempt();
        hazard.strike(relay());
        publishBatch(session);
        if (!hazard.survived()) {
            Await.until("the loss is noticed", () -> session.state().attempt() > attempt);
        }
        relay().heal();

        assertAllArrived(session);
    }

    @ParameterizedTest
    @EnumSource(Hazard.class)
    @DisplayName("Nothing that a kept session receives is lost across a fault, and no QoS 2 message comes twice")
    void receiving_acrossAFault_losesNothingAndDoublesNoQos2(Hazard hazard) {
        MqttSession receiver = kept("lamp", relay().port(), KEEP_ALIVE);
        listen(receiver);
        MqttSession other = direct("other");

        publishBatch(other);
        int attempt = receiver.state().attempt();
        hazard.strike(relay());
        publishBatch(other);
        if (!hazard.survived()) {
            Await.until("the loss is noticed", () -> receiver.state().attempt() > attempt);
        }
        relay().heal();

        assertAllArrived(other);
    }

    @Test
    @DisplayName("A connection that swallows everything is found dead, and told from one that was closed")
    void blackHole_isFoundByTheSessionItself() {
        MqttSession session = kept("lamp", relay().port(), Duration.ofSeconds(1));
        List<String> told = new ArrayList<>();
        session.onState(state -> state.failure()
                .filter(failure -> failure.kind() == FailureKind.TIMEOUT)
                .ifPresent(failure -> {
                    synchronized (told) {
                        told.add(failure.message());
                    }
                }));

        relay().swallow(Direction.UP, Direction.DOWN);

        Await.until("it is found", () -> {
            synchronized (told) {
                return told.stream().anyMatch(text -> text.startsWith("Nothing has come from "));
            }
        });
        relay().heal();
        Await.until("it is replaced", () -> session.state().phase().connected());
    }

    @Test
    @DisplayName("A connection on which nothing but pings goes to and fro is kept")
    void quietConnection_isKept() {
        MqttSession session = kept("lamp", relay().port(), Duration.ofSeconds(3));
        int attempt = session.state().attempt();
        long before = relay().passed(Direction.DOWN);

        // Two PINGRESP have two bytes each.
        Await.until("two pings are answered", () -> relay().passed(Direction.DOWN) >= before + 4);

        assertThat(session.state().attempt()).isEqualTo(attempt);
        assertThat(session.state().phase().connected()).isTrue();
    }

    @Test
    @DisplayName("A session that was sent rubbish is online again when the rubbish ends")
    void corruptBytes_areSurvived() {
        MqttSession session = kept("lamp", relay().port(), KEEP_ALIVE);
        int attempt = session.state().attempt();

        relay().corrupt(Direction.UP, 20);
        relay().corrupt(Direction.DOWN, 3);
        publishBatch(session);
        Await.until("somebody gives up", () -> session.state().attempt() > attempt);
        relay().heal();
        relay().cut();

        Await.until("it is online", () -> session.state().phase().connected());
        Await.value(session.publish(Publication.text("b", "after")).acknowledged());
        assertThat(session.ledger().addsUp()).isTrue();
    }
}
