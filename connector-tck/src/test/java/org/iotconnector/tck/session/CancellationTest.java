package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What giving up does: a cancelled future, an interrupted caller, a handler that is still at work. */
@Timeout(60)
class CancellationTest {
    private final Bench bench = new Bench(Script.CONNECTING);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void acknowledgement_thatIsCancelled_doesNotTakeTheMessageBack() {
        MqttSession session = bench.open();
        Delivery delivery = Bench.publish(session, "1");

        delivery.acknowledged().cancel(true);
        bench.wire().inFlight().get(0).acknowledge();

        assertThat(delivery.outcome()).contains(DeliveryOutcome.ACKNOWLEDGED);
        assertThat(session.ledger().acknowledged()).isEqualTo(1);
        assertThat(session.ledger().addsUp()).isTrue();
    }

    @Test
    void exchange_thatIsCancelled_givesItsSubscriptionAndTimerBack() {
        MqttSession session = bench.open();
        CompletableFuture<Message> reply = session.exchange(
                Publication.text("ask", "?"), Subscription.atLeastOnce("answer"), message -> true, Duration.ofHours(1));
        Await.until("it has asked", () -> !bench.wire().inFlight().isEmpty());
        int timers = bench.time.pending();

        reply.cancel(true);

        Await.until("it has unsubscribed", () -> bench.wire().unsubscribes().size() == 1);
        assertThat(bench.wire().unsubscribes().get(0).filters()).containsExactly("answer");
        assertThat(bench.time.pending()).isEqualTo(timers - 1);
    }

    @Test
    void publish_thatIsInterruptedWhileItWaitsForRoom_refusesTheMessageAndKeepsTheFlag() throws InterruptedException {
        MqttSession session = bench.open(Bench.options()
                .outbox(OutboxOptions.standard().withMaxMessages(1).blockingFor(Duration.ofMinutes(5)))
                .build());
        Bench.publish(session, "1");
        AtomicReference<DeliveryOutcome> outcome = new AtomicReference<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            outcome.set(Bench.publish(session, "2").outcome().orElseThrow());
            flag.complete(Thread.currentThread().isInterrupted());
        });
        caller.start();
        Await.until("it waits", () -> caller.getState() == Thread.State.TIMED_WAITING);

        caller.interrupt();

        assertThat(Await.value(flag)).isTrue();
        assertThat(outcome).hasValue(DeliveryOutcome.REFUSED);
        assertThat(session.ledger().addsUp()).isTrue();
        caller.join();
    }

    @Test
    void awaitOnline_thatIsInterrupted_endsAndKeepsTheFlag() throws InterruptedException {
        bench.transports.script(Script.MANUAL);
        MqttSession session = bench.open();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                session.awaitOnline(Duration.ofMinutes(5));
            } catch (RuntimeException e) {
                flag.complete(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        Await.until("it waits", () -> caller.getState() == Thread.State.TIMED_WAITING);

        caller.interrupt();

        assertThat(Await.value(flag)).isTrue();
        caller.join();
    }

    @Test
    void sessionClose_withAHandlerAtWork_endsAndLetsItFinishInPeace() throws InterruptedException {
        MqttSession session = bench.open();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        session.subscribe("a", received -> {
            inside.countDown();
            goOn.await();
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        bench.wire().deliver(Bench.message("a", "x"));
        inside.await();

        session.close();
        assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
        goOn.countDown();

        assertThat(Await.value(interrupted)).isFalse();
    }
}
