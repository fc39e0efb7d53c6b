package org.iotconnector.tck.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.iotconnector.core.Connector;
import org.iotconnector.core.outbox.Ledger;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.net.Direction;
import org.iotconnector.tck.net.FaultProxy;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A broker that is killed in the middle of ten thousand reports. */
@Timeout(60)
class MosquittoRestartTest {
    private static final int REPORTS = 10_000;
    private static final SessionOptions OPTIONS = SessionOptions.builder()
            .reconnect(ReconnectPolicy.standard().withDelays(Duration.ofMillis(20), Duration.ofMillis(100)))
            .build();

    private final Set<String> arrived = ConcurrentHashMap.newKeySet();

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void reports_whenTheBrokerIsKilledAmongThem_allArriveAndTheLedgerAddsUp(MqttVersion version) {
        try (Mosquitto broker = Mosquitto.start(version, Endpoint.Transport.TCP);
                FaultProxy relay = new FaultProxy(broker.port());
                Connector connector = Connector.create()) {
            MqttSession listener = connector.session(
                    SessionConfig.of(broker.login("listener", broker.port()).build(), OPTIONS));
            Await.value(listener.subscribe("report", message -> arrived.add(message.text()))
                    .result());
            MqttSession reporter = connector.session(
                    SessionConfig.of(broker.login("reporter", relay.port()).build(), OPTIONS));
            reporter.awaitOnline(Await.LIMIT);

            for (int i = 0; i < REPORTS; i++) {
                reporter.publish(Publication.text("report", "r" + i));
                assertThat(reporter.ledger().addsUp()).isTrue();
                if (i == REPORTS / 2) {
                    killAndRestart(broker, relay, listener, reporter);
                }
            }

            Await.until("all are acknowledged", () -> reporter.ledger().acknowledged() == REPORTS);
            Await.until("all have arrived", () -> arrived.size() == REPORTS);
            Ledger ledger = reporter.ledger();
            assertThat(ledger.addsUp()).isTrue();
            assertThat(ledger.toString()).isEqualTo("accepted 10000 = acknowledged 10000");
            assertThat(reporter.state().attempt()).isGreaterThan(1);
        }
    }

    /**
     * Kills the broker while messages are in flight. What it has acknowledged must have reached the listener by then:
     * losing that would be the broker's doing, since it keeps messages in memory for a while.
     */
    private void killAndRestart(Mosquitto broker, FaultProxy relay, MqttSession listener, MqttSession reporter) {
        Await.until("it is well under way", () -> reporter.ledger().acknowledged() > REPORTS / 10);
        relay.hold(Direction.DOWN);
        Await.until(
                "the window is full and what is acknowledged has arrived",
                () -> reporter.ledger().inFlight() == OPTIONS.inFlightWindow()
                        && arrived.size() >= reporter.ledger().acknowledged());
        relay.turnAway(true);
        int attempt = listener.state().attempt();

        broker.kill();
        assertThat(reporter.ledger().acknowledged()).isLessThan(REPORTS);
        relay.cut();
        relay.pass(Direction.DOWN);
        broker.start();

        Await.until("the listener is back", () -> listener.state().attempt() > attempt);
        listener.awaitOnline(Await.LIMIT);
        relay.turnAway(false);
    }
}
