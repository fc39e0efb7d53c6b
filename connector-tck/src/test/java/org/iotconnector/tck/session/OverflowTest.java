package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iotconnector.tck.session.Bench.publish;
import static org.iotconnector.tck.session.Bench.seconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.DeliveryException;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.outbox.OverflowPolicy;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OverflowTest {
    private final Bench bench = new Bench(Script.MANUAL);

    @AfterEach
    void close() {
        bench.close();
    }

    private MqttSession open(OutboxOptions outbox) {
        return bench.open(Bench.options().outbox(outbox).build());
    }

    private static OutboxOptions ten(OverflowPolicy policy) {
        return OutboxOptions.standard().withMaxMessages(10).withOverflow(policy);
    }

    private static List<Delivery> fill(MqttSession session, int from, int to) {
        List<Delivery> deliveries = new ArrayList<>();
        IntStream.rangeClosed(from, to).forEach(i -> deliveries.add(publish(session, Integer.toString(i))));
        return deliveries;
    }

    private static long count(List<Delivery> deliveries, DeliveryOutcome outcome) {
        return deliveries.stream()
                .map(Delivery::outcome)
                .filter(Optional.of(outcome)::equals)
                .count();
    }

    private void assertAddsUp(MqttSession session) {
        assertThat(session.ledger().addsUp()).as(session.ledger().toString()).isTrue();
    }

    @Test
    void dropOldest_whenFull_evictsTheOldestAndKeepsTheNewest() {
        MqttSession session = open(ten(OverflowPolicy.DROP_OLDEST));

        List<Delivery> deliveries = fill(session, 1, 15);

        assertThat(count(deliveries.subList(0, 5), DeliveryOutcome.EVICTED)).isEqualTo(5);
        assertThat(session.ledger().waiting()).isEqualTo(10);
        assertAddsUp(session);
        bench.wire().current().accept();
        assertThat(bench.sent()).startsWith("6", "7");
    }

    @Test
    void dropNewest_whenFull_refusesTheNewOneAndSaysWhy() {
        MqttSession session = open(ten(OverflowPolicy.DROP_NEWEST));

        List<Delivery> deliveries = fill(session, 1, 12);

        assertThat(deliveries.get(10).outcome()).contains(DeliveryOutcome.REFUSED);
        assertThat(Await.failure(deliveries.get(11).acknowledged()))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("full (10 messages");
        assertThat(session.ledger().refused()).isEqualTo(2);
        assertAddsUp(session);
    }

    @Test
    void bytes_pastTheLimit_countLikeMessages() {
        MqttSession session = open(OutboxOptions.standard().withMaxBytes(50).withOverflow(OverflowPolicy.DROP_OLDEST));

        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            deliveries.add(publish(session, "x".repeat(19)));
        }

        // Twenty bytes each with the topic: two fit.
        assertThat(count(deliveries, DeliveryOutcome.EVICTED)).isEqualTo(3);
        assertThat(session.ledger().waiting()).isEqualTo(2);
        assertAddsUp(session);
    }

    @Test
    void message_thatNeverFits_isRefusedAndEvictsNothing() {
        MqttSession session = open(OutboxOptions.standard().withMaxBytes(50));
        publish(session, "small");

        Delivery delivery = publish(session, "x".repeat(60));

        assertThat(delivery.outcome()).contains(DeliveryOutcome.REFUSED);
        assertThat(session.ledger().waiting()).isEqualTo(1);
        assertAddsUp(session);
    }

    @Test
    void message_thatIsInFlight_isNotEvicted() {
        bench.transports.script(Script.CONNECTING);
        MqttSession session = open(OutboxOptions.standard().withMaxMessages(3));
        List<Delivery> sent = fill(session, 1, 3);

        Delivery refused = publish(session, "4");

        assertThat(count(sent, DeliveryOutcome.EVICTED)).isZero();
        assertThat(refused.outcome()).contains(DeliveryOutcome.REFUSED);
        assertAddsUp(session);
    }

    @Test
    void block_whenFull_waitsUntilThereIsRoom() {
        MqttSession session = open(OutboxOptions.standard().withMaxMessages(2).blockingFor(Duration.ofSeconds(30)));
        fill(session, 1, 2);

        CompletableFuture<Delivery> third = CompletableFuture.supplyAsync(() -> publish(session, "3"));
        assertThat(third).isNotDone();
        assertThat(session.ledger().accepted()).isEqualTo(2);
        bench.transports.script(Script.WILLING);
        bench.wire().current().accept();

        assertThat(Await.value(Await.value(third).acknowledged())).isNull();
        assertAddsUp(session);
    }

    @Test
    void block_pastItsLimit_refuses() {
        MqttSession session = open(OutboxOptions.standard().withMaxMessages(2).blockingFor(Duration.ofMillis(50)));
        fill(session, 1, 2);

        Delivery third = publish(session, "3");

        assertThat(third.outcome()).contains(DeliveryOutcome.REFUSED);
        assertAddsUp(session);
    }

    @Test
    void block_whenTheSessionIsClosed_endsTheWait() {
        MqttSession session = open(OutboxOptions.standard().withMaxMessages(2).blockingFor(Duration.ofMinutes(5)));
        fill(session, 1, 2);
        CompletableFuture<Delivery> third = CompletableFuture.supplyAsync(() -> publish(session, "3"));

        session.close();

        assertThat(Await.value(third).outcome()).contains(DeliveryOutcome.ABANDONED);
        assertAddsUp(session);
    }

    @Test
    void block_fromAHandler_refusesAtOnce() {
        bench.transports.script(Script.CONNECTING);
        MqttSession session = open(OutboxOptions.standard().withMaxMessages(2).blockingFor(Duration.ofMinutes(5)));
        fill(session, 1, 2);
        CompletableFuture<Delivery> third = new CompletableFuture<>();
        session.subscribe("a", received -> third.complete(publish(session, "3")));

        bench.wire().deliver(Bench.message("a", "x"));

        assertThat(Await.value(third).outcome()).contains(DeliveryOutcome.REFUSED);
        assertAddsUp(session);
    }

    @Test
    void message_thatWaitsTooLong_expires() {
        MqttSession session = open(OutboxOptions.standard().withMaxAge(seconds(60)));
        Delivery old = publish(session, "1");
        bench.time.advance(seconds(30));
        Delivery younger = publish(session, "2");

        bench.time.advance(seconds(31));

        assertThat(old.outcome()).contains(DeliveryOutcome.EXPIRED);
        assertThat(younger.outcome()).isEmpty();
        assertAddsUp(session);
        bench.time.advance(seconds(30));
        assertThat(younger.outcome()).contains(DeliveryOutcome.EXPIRED);
        assertThat(session.ledger().expired()).isEqualTo(2);
    }

    @Test
    void message_thatIsInFlight_doesNotExpireWhileTheServerHasIt() {
        bench.transports.script(Script.CONNECTING);
        MqttSession session = open(OutboxOptions.standard().withMaxAge(seconds(60)));
        Delivery delivery = publish(session, "1");

        bench.time.advance(seconds(120));
        assertThat(delivery.outcome()).isEmpty();
        bench.wire().inFlight().get(0).acknowledge();

        assertThat(delivery.outcome()).contains(DeliveryOutcome.ACKNOWLEDGED);
    }

    @Test
    void callers_onManyThreads_areAllAccountedFor() {
        bench.transports.script(Script.WILLING);
        MqttSession session = open(ten(OverflowPolicy.DROP_OLDEST));

        List<CompletableFuture<Void>> callers = IntStream.range(0, 4)
                .mapToObj(caller -> CompletableFuture.runAsync(() -> fill(session, 1, 500)))
                .toList();
        callers.forEach(Await::value);

        Await.until("all have ended", () -> session.ledger().ended() == 2_000);
        assertThat(session.ledger().accepted()).isEqualTo(2_000);
        assertAddsUp(session);
    }
}
