package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iotconnector.tck.session.Bench.publish;
import static org.iotconnector.tck.session.Bench.seconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.iotconnector.core.ConnectionLostException;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.DeliveryException;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClosingTest {
    private final Bench bench = new Bench(Script.CONNECTING);

    @AfterEach
    void close() {
        bench.close();
    }

    private static void assertAddsUp(MqttSession session) {
        assertThat(session.ledger().addsUp()).as(session.ledger().toString()).isTrue();
    }

    @Test
    void close_withMessagesInFlight_waitsForTheirAcknowledgement() {
        MqttSession session = bench.open();
        Delivery delivery = publish(session, "1");

        CompletableFuture<Void> closed = session.closeAsync();
        assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSING);
        assertThat(closed).isNotDone();
        bench.wire().inFlight().get(0).acknowledge();

        Await.value(closed);
        assertThat(delivery.outcome()).contains(DeliveryOutcome.ACKNOWLEDGED);
        assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
    }

    @Test
    void close_withMoreThanAWindowWaiting_drainsAll() {
        bench.transports.script(Script.MANUAL);
        MqttSession session = bench.open();
        for (int i = 0; i < 100; i++) {
            publish(session, Integer.toString(i));
        }
        bench.wire().current().accept();

        CompletableFuture<Void> closed = session.closeAsync();
        while (!bench.wire().inFlight().isEmpty()) {
            bench.wire().inFlight().get(0).acknowledge();
        }

        Await.value(closed);
        assertThat(session.ledger().acknowledged()).isEqualTo(100);
    }

    @Test
    void close_pastItsTimeout_abandonsWhatIsLeft() {
        MqttSession session =
                bench.open(Bench.options().closeTimeout(seconds(3)).build());
        Delivery delivery = publish(session, "1");

        CompletableFuture<Void> closed = session.closeAsync();
        bench.time.advance(seconds(2));
        assertThat(closed).isNotDone();
        bench.time.advance(seconds(1));

        Await.value(closed);
        assertThat(Await.failure(delivery.acknowledged()))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("abandoned");
        assertThat(session.ledger().abandoned()).isEqualTo(1);
        assertAddsUp(session);
    }

    @Test
    void close_withATimeoutOfZero_abandonsAtOnce() {
        MqttSession session =
                bench.open(Bench.options().closeTimeout(Duration.ZERO).build());
        publish(session, "1");

        CompletableFuture<Void> closed = session.closeAsync();
        bench.time.advance(Duration.ZERO);

        Await.value(closed);
        assertThat(session.ledger().abandoned()).isEqualTo(1);
    }

    @Test
    void close_whenTheConnectionIsLostMeanwhile_ends() {
        MqttSession session = bench.open();
        publish(session, "1");
        CompletableFuture<Void> closed = session.closeAsync();

        bench.wire().lose();

        Await.value(closed);
        assertThat(session.ledger().abandoned()).isEqualTo(1);
        assertThat(bench.wire().connects()).hasSize(1);
    }

    @Test
    void close_whileConnecting_endsAtOnceAndIgnoresALateAnswer() {
        bench.transports.script(Script.MANUAL);
        MqttSession session = bench.open();
        Delivery delivery = publish(session, "1");

        session.close();

        assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
        assertThat(delivery.outcome()).contains(DeliveryOutcome.ABANDONED);
        assertThat(bench.wire().disconnects()).isEqualTo(1);
        bench.time.advance(Duration.ofHours(1));
        assertThat(bench.wire().connects()).hasSize(1);
    }

    @Test
    void close_whileWaiting_endsAtOnceAndNeverConnectsAgain() {
        MqttSession session = bench.open();
        bench.wire().lose();

        session.close();

        assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
        bench.time.advance(Duration.ofHours(1));
        assertThat(bench.wire().connects()).hasSize(1);
        assertThat(bench.time.pending()).isZero();
    }

    @Test
    void close_whileSubscribing_ends() {
        bench.transports.script(Script.MANUAL);
        MqttSession session = bench.open();
        session.subscribe("a", received -> {});
        bench.wire().current().accept();
        assertThat(session.state().phase()).isEqualTo(SessionPhase.SUBSCRIBING);

        session.close();

        assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
    }

    @Test
    void close_afterItStopped_ends() {
        bench.transports.script(Script.MANUAL);
        MqttSession session = bench.open(Bench.options()
                .reconnect(SessionOptions.standard().reconnect().withStopAfterRefusals(1))
                .build());
        bench.wire().current().refuse();
        assertThat(session.state().phase()).isEqualTo(SessionPhase.STOPPED);

        session.close();

        assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
    }

    @Test
    void close_twiceAndAtTheSameTime_isOneClose() {
        MqttSession session = bench.open();

        List<CompletableFuture<Void>> closes = List.of(
                CompletableFuture.runAsync(session::close),
                CompletableFuture.runAsync(session::close),
                session.closeAsync());
        closes.forEach(Await::value);
        session.close();

        assertThat(bench.wire().disconnects()).isEqualTo(1);
    }

    @RepeatedTest(50)
    void state_onceCloseHasReturned_isClosed() {
        MqttSession session = bench.open();

        session.close();

        assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
    }

    @Test
    void close_insideAHandler_doesNotWaitForTheHandler() {
        MqttSession session = bench.open();
        CompletableFuture<Boolean> returned = new CompletableFuture<>();
        session.subscribe("a", received -> {
            session.close();
            returned.complete(true);
        });

        bench.wire().deliver(Bench.message("a", "x"));

        assertThat(Await.value(returned)).isTrue();
        Await.until("it is closed", () -> session.state().phase() == SessionPhase.CLOSED);
    }

    @Test
    void connectorClose_insideAHandler_doesNotWaitForTheHandler() {
        MqttSession session = bench.open();
        CompletableFuture<Boolean> returned = new CompletableFuture<>();
        session.subscribe("a", received -> {
            bench.connector.close();
            returned.complete(true);
        });

        bench.wire().deliver(Bench.message("a", "x"));

        assertThat(Await.value(returned)).isTrue();
        Await.until("it is closed", () -> session.state().phase() == SessionPhase.CLOSED);
    }

    @Test
    void connectorClose_withAHandlerThatBlocks_ends() {
        MqttSession session = bench.open();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        session.subscribe("a", received -> {
            inside.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.complete(true);
                throw e;
            }
        });
        bench.wire().deliver(Bench.message("a", "x"));
        Await.until("the handler runs", () -> inside.getCount() == 0);

        bench.connector.close();

        assertThat(Await.value(interrupted)).isTrue();
    }

    @Test
    void publish_afterClose_endsAsAbandoned() {
        MqttSession session = bench.open();
        session.close();

        Delivery delivery = publish(session, "1");

        assertThat(delivery.outcome()).contains(DeliveryOutcome.ABANDONED);
        assertAddsUp(session);
    }

    @Test
    void publish_afterClose_completesItsFutures() {
        MqttSession session = bench.open();
        session.close();

        assertThat(Await.failure(publish(session, "1").acknowledged())).isInstanceOf(DeliveryException.class);
    }

    @Test
    void awaitOnline_whenClosedMeanwhile_fails() {
        bench.transports.script(Script.MANUAL);
        MqttSession session = bench.open();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> session.awaitOnline(Duration.ofMinutes(5)));

        session.close();

        assertThat(Await.failure(waiting)).isInstanceOf(ConnectionLostException.class);
    }

    @Test
    void awaitOnline_pastItsTimeout_failsWithTheLastFailure() {
        MqttSession session = bench.open();
        bench.wire().lose();

        assertThatThrownBy(() -> session.awaitOnline(Duration.ofMillis(20)))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessageContaining("not online after 20 ms")
                .hasMessageContaining("Closed by the script");
    }

    @Test
    void session_ofAClosedConnector_isRefused() {
        bench.connector.close();

        assertThatThrownBy(bench::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void connectorClose_withManySessions_closesThemAtTheSameTime() {
        for (int i = 0; i < 50; i++) {
            bench.open();
        }

        bench.connector.close();

        assertThat(bench.transports.all())
                .hasSize(50)
                .allSatisfy(wire -> assertThat(wire.disconnects()).isEqualTo(1));
        assertThat(bench.time.pending()).isZero();
    }
}
