package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iotconnector.tck.session.Bench.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.DeliveryException;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.PublishRequest;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendingTest {
    private final Bench bench = new Bench(Script.CONNECTING);

    @AfterEach
    void close() {
        bench.close();
    }

    private static List<String> texts(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
    }

    private static void assertAddsUp(MqttSession session) {
        assertThat(session.ledger().addsUp()).as(session.ledger().toString()).isTrue();
    }

    @Test
    void inFlight_ofManyMessages_neverExceedsTheWindow() {
        MqttSession session = bench.open();

        for (int i = 1; i <= 100; i++) {
            publish(session, Integer.toString(i));
            assertThat(bench.wire().inFlight()).hasSizeLessThanOrEqualTo(16);
            assertAddsUp(session);
        }
        while (!bench.wire().inFlight().isEmpty()) {
            assertThat(bench.wire().inFlight()).hasSizeLessThanOrEqualTo(16);
            bench.wire().inFlight().get(0).acknowledge();
            assertAddsUp(session);
        }

        assertThat(bench.sent()).isEqualTo(texts(1, 100));
        assertThat(session.ledger().acknowledged()).isEqualTo(100);
    }

    @Test
    void window_ofThePlatform_countsWhenItIsSmaller() {
        MqttSession session = bench.open(SessionOptions.standard(), new Quotas(List.of(), 3, 1_000, 8));

        texts(1, 10).forEach(text -> publish(session, text));

        assertThat(bench.wire().inFlight()).hasSize(3);
    }

    @Test
    void messagesInFlight_whenTheConnectionIsLost_areSentAgainInOrderAndOnce() {
        MqttSession session = bench.open();
        texts(1, 20).forEach(text -> publish(session, text));
        bench.wire().inFlight().get(1).acknowledge();
        bench.wire().inFlight().get(3).acknowledge();
        int sentBefore = bench.sent().size();

        bench.wire().lose();
        assertAddsUp(session);
        bench.waitOut(session);

        List<String> expected = new ArrayList<>(texts(1, 20));
        expected.removeAll(List.of("2", "5"));
        while (!bench.wire().inFlight().isEmpty()) {
            bench.wire().inFlight().get(0).acknowledge();
        }
        List<String> after = bench.sent().subList(sentBefore, bench.sent().size());
        assertThat(after).isEqualTo(expected);
        assertThat(session.ledger().acknowledged()).isEqualTo(20);
        assertAddsUp(session);
    }

    @Test
    void publish_whileOffline_isSentAfterConnectInOrder() {
        bench.transports.script(Script.MANUAL);
        MqttSession session = bench.open();
        texts(1, 5).forEach(text -> publish(session, text));
        assertThat(session.ledger().waiting()).isEqualTo(5);

        bench.wire().current().accept();

        assertThat(bench.sent()).isEqualTo(texts(1, 5));
        assertThat(session.ledger().inFlight()).isEqualTo(5);
        assertAddsUp(session);
    }

    @Test
    void message_thatTheServerRefuses_endsAsRefusedWithItsReason() {
        MqttSession session = bench.open();
        Delivery delivery = publish(session, "1");

        bench.wire().inFlight().get(0).refuse(0x87, "NOT_AUTHORIZED");

        assertThat(delivery.outcome()).contains(DeliveryOutcome.REFUSED);
        assertThat(Await.failure(delivery.acknowledged()))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("135")
                .hasMessageContaining("NOT_AUTHORIZED");
        assertAddsUp(session);
    }

    @Test
    void message_thatCannotBeSent_endsAsRefusedAndTheNextIsSent() {
        MqttSession session = bench.open();
        Delivery delivery = publish(session, "1");
        publish(session, "2");

        bench.wire().inFlight().get(0).declareUnsendable("The topic is too long.");

        assertThat(delivery.outcome()).contains(DeliveryOutcome.REFUSED);
        assertThat(bench.sent()).containsExactly("1", "2");
    }

    @Test
    void payload_largerThanThePlatformTakes_isRefusedAtOnceWithBothSizes() {
        MqttSession session = bench.open(SessionOptions.standard(), new Quotas(List.of(), 16, 10, 8));

        assertThatThrownBy(() -> publish(session, "01234567890"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("11 bytes")
                .hasMessageContaining("10");
        assertThat(session.ledger().accepted()).isZero();
    }

    @Test
    void delivery_whenAcknowledged_completesBothResults() {
        MqttSession session = bench.open();
        Delivery delivery = publish(session, "1");
        assertThat(delivery.outcome()).isEmpty();

        bench.wire().inFlight().get(0).acknowledge();

        Await.value(delivery.acknowledged());
        assertThat(Await.value(delivery.replied()).fromPlatform()).isFalse();
        assertThat(delivery.outcome()).contains(DeliveryOutcome.ACKNOWLEDGED);
    }

    @Test
    void messages_withAQuota_neverExceedItInAnyStretchOfItsPeriod() {
        bench.transports.script(Script.WILLING);
        Quotas tenPerSecond =
                new Quotas(List.of(Rate.of(Counted.PUBLISH_ACKNOWLEDGED, 10, Duration.ofSeconds(1))), 16, 1_000, 8);
        MqttSession session = bench.open(SessionOptions.standard(), tenPerSecond);
        texts(1, 100).forEach(text -> publish(session, text));

        List<Long> sentAt = new ArrayList<>();
        for (int step = 0; step < 1_200; step++) {
            while (sentAt.size() < bench.wire().publishes().size()) {
                sentAt.add(bench.time.nanoTime());
            }
            bench.time.advance(Duration.ofMillis(10));
        }

        assertThat(sentAt).hasSize(100);
        for (int i = 10; i < sentAt.size(); i++) {
            // Steps of the clock blur when exactly a message left by one step.
            assertThat(sentAt.get(i) - sentAt.get(i - 10))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(990).toNanos());
        }
    }

    @Test
    void quota_ofOneQos_doesNotHoldTheOtherBackOnceTheirTurnComes() {
        bench.transports.script(Script.WILLING);
        Quotas noneAtMostOnce =
                new Quotas(List.of(Rate.of(Counted.PUBLISH_AT_MOST_ONCE, 1, Duration.ofSeconds(1))), 16, 1_000, 8);
        MqttSession session = bench.open(SessionOptions.standard(), noneAtMostOnce);

        texts(1, 5).forEach(text -> publish(session, text));
        session.publish(Publication.text("t", "6").withQos(QualityOfService.AT_MOST_ONCE));

        assertThat(bench.sent()).isEqualTo(texts(1, 6));
    }

    @Test
    void quota_withAScope_isSharedBySessions() {
        bench.transports.script(Script.WILLING);
        Rate account = new Rate(Counted.PUBLISH, 4, Duration.ofMinutes(1), "account:demo");
        Quotas quotas = new Quotas(List.of(account), 16, 1_000, 8);
        MqttSession first = bench.open(SessionOptions.standard(), quotas);
        MqttSession second = bench.open(SessionOptions.standard(), quotas);

        texts(1, 3).forEach(text -> publish(first, text));
        texts(1, 3).forEach(text -> publish(second, text));

        assertThat(first.ledger().acknowledged()).isEqualTo(3);
        assertThat(second.ledger().acknowledged()).isEqualTo(1);
        bench.time.advance(Duration.ofSeconds(61));
        assertThat(second.ledger().acknowledged()).isEqualTo(3);
    }

    @Test
    void quota_whenPacingIsOff_isIgnored() {
        bench.transports.script(Script.WILLING);
        Quotas onePerHour = new Quotas(List.of(Rate.of(Counted.PUBLISH, 1, Duration.ofHours(1))), 16, 1_000, 8);
        MqttSession session = bench.open(Bench.options().pacing(false).build(), onePerHour);

        texts(1, 5).forEach(text -> publish(session, text));

        assertThat(bench.sent()).hasSize(5);
    }

    @Test
    void outcome_thatComesLateFromALostConnection_doesNotCountTwice() {
        MqttSession session = bench.open();
        publish(session, "1");
        PublishRequest lost = bench.wire().inFlight().get(0);
        bench.wire().lose();
        bench.waitOut(session);

        lost.acknowledge();
        bench.wire().inFlight().get(0).acknowledge();

        assertThat(session.ledger().acknowledged()).isEqualTo(1);
        assertAddsUp(session);
    }
}
