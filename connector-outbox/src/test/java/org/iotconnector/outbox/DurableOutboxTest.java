package org.iotconnector.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.DeliveryException;
import org.iotconnector.core.OutboxStoreException;
import org.iotconnector.core.ReplyTimeoutException;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.outbox.StoreCounts;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.PublishRequest;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a session with a durable outbox keeps for the next run, and what not. */
@Timeout(120)
class DurableOutboxTest {
    @TempDir
    private Path directory;

    private static List<Delivery> publish(Fixture run, int first, int last) {
        List<Delivery> deliveries = new ArrayList<>();
        IntStream.rangeClosed(first, last).forEach(n -> deliveries.add(run.session.publish(Fixture.message("m" + n))));
        deliveries.forEach(delivery -> Await.value(delivery.stored()));
        return deliveries;
    }

    private static StoreCounts counts(Fixture run) {
        return run.session.storeCounts().orElseThrow();
    }

    private List<String> nextRun() {
        List<String> sent = new ArrayList<>();
        try (Fixture run = Fixture.open(directory, Scripts.online(PublishRequest::acknowledge))) {
            Await.until(
                    "all is sent",
                    () -> run.session.ledger().acknowledged() == counts(run).restored());
            sent.addAll(run.sent());
        }
        return sent;
    }

    @Test
    void messages_storedWhileOffline_areSentInOrderByTheNextRun() {
        try (Fixture run = Fixture.open(directory, Script.MANUAL)) {
            publish(run, 1, 200);
        }

        assertThat(nextRun())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 200).mapToObj(n -> "m" + n).toList());
        assertThat(nextRun()).isEmpty();
    }

    @Test
    void messages_acknowledgedByTheServer_areNotSentAgain() {
        Script everySecond = Scripts.online(request -> {
            if (request.text().endsWith("0")) {
                request.acknowledge();
            }
        });
        try (Fixture run = Fixture.open(directory, everySecond)) {
            publish(run, 1, 20);
        }

        assertThat(nextRun()).hasSize(18).doesNotContain("m10", "m20");
    }

    @Test
    void messages_evicted_areNotKept() {
        try (Fixture run = Fixture.open(
                new SqliteOutboxStores(),
                directory,
                Script.MANUAL,
                options -> options.outbox(OutboxOptions.standard().withMaxMessages(3)))) {
            IntStream.rangeClosed(1, 5).forEach(n -> publish(run, n, n));
            Await.until("two are removed", () -> counts(run).removed() == 2);
        }

        assertThat(nextRun()).containsExactly("m3", "m4", "m5");
    }

    @Test
    void messages_olderThanTheAgeLimit_expireInTheNextRun() {
        try (Fixture run = Fixture.open(directory, Script.MANUAL)) {
            publish(run, 1, 3);
        }

        try (Fixture run = Fixture.open(
                new SqliteOutboxStores(),
                directory,
                Script.MANUAL,
                options -> options.outbox(OutboxOptions.standard().withMaxAge(Duration.ofNanos(1))))) {
            Await.until("they expire", () -> run.session.ledger().expired() == 3);
            assertThat(run.session.ledger().addsUp()).isTrue();
        }
        assertThat(nextRun()).isEmpty();
    }

    @Test
    void qos0_always_isNotKept() {
        try (Fixture run = Fixture.open(directory, Script.MANUAL)) {
            run.session.publish(Fixture.message("fleeting").withQos(QualityOfService.AT_MOST_ONCE));
            publish(run, 1, 1);
            assertThat(counts(run).stored()).isEqualTo(1);
        }

        assertThat(nextRun()).containsExactly("m1");
    }

    @Test
    void exchange_always_isNotKept() {
        try (Fixture run = Fixture.open(directory, Script.CONNECTING)) {
            Throwable failure = Await.failure(run.session.exchange(
                    Fixture.message("what?"), Subscription.atLeastOnce("answer"), m -> true, Duration.ofMillis(100)));
            assertThat(failure).isInstanceOf(ReplyTimeoutException.class);
            assertThat(run.sent()).containsExactly("what?");
        }

        assertThat(nextRun()).isEmpty();
    }

    @Test
    void stored_ofAMessageAcknowledgedFirst_completes() {
        FailingStores stores = new FailingStores();
        stores.stall(true);
        try (Fixture run = Fixture.open(stores, directory, Script.CONNECTING, options -> options)) {
            Delivery first = run.session.publish(Fixture.message("taken by the writer"));
            Await.until("the writer stalls", () -> stores.commits == 1);
            Delivery second = run.session.publish(Fixture.message("acknowledged while it waits"));
            Await.until("both are sent", () -> run.sent().size() == 2);

            run.transports.first().publishes().forEach(PublishRequest::acknowledge);

            Await.value(second.stored());

            assertThat(counts(run).queued()).isZero();
            stores.stall(false);
            Await.value(first.stored());
        }
        assertThat(nextRun()).isEmpty();
    }

    @Test
    void publish_whileTheDiskStalls_doesNotWait() {
        FailingStores stores = new FailingStores();
        stores.stall(true);
        try (Fixture run = Fixture.open(stores, directory, Script.MANUAL, options -> options)) {
            List<Delivery> deliveries = new ArrayList<>();
            for (int n = 1; n <= 1_000; n++) {
                deliveries.add(run.session.publish(Fixture.message("m" + n)));
            }
            assertThat(deliveries).noneMatch(delivery -> delivery.stored().isDone());

            stores.stall(false);

            deliveries.forEach(delivery -> Await.value(delivery.stored()));
            // The first may have gone alone; whatever gathered behind it is one group.
            assertThat(stores.commits).isLessThan(20);
        }
    }

    @Test
    void messages_onAFullDisk_failClearlyAreSentAllTheSameAndLaterOnesAreStored() {
        FailingStores stores = new FailingStores();
        try (Fixture run = Fixture.open(stores, directory, Script.CONNECTING, options -> options)) {
            publish(run, 1, 2);
            stores.full = true;
            Delivery unlucky = run.session.publish(Fixture.message("m3"));

            assertThat(Await.failure(unlucky.stored()))
                    .isInstanceOf(OutboxStoreException.class)
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining(directory.toString());
            assertThat(run.sent()).contains("m3");
            assertThat(counts(run).failed()).isEqualTo(1);
            stores.full = false;
            publish(run, 4, 5);
        }

        assertThat(nextRun()).containsExactly("m1", "m2", "m4", "m5");
    }

    @Test
    void endings_onAFullDisk_areNotedWhenThereIsRoomAgain() {
        FailingStores stores = new FailingStores();
        try (Fixture run = Fixture.open(stores, directory, Script.CONNECTING, options -> options)) {
            publish(run, 1, 3);
            stores.full = true;
            run.transports.first().publishes().forEach(PublishRequest::acknowledge);
            Await.until("the writer has tried", () -> stores.commits > 1);
            stores.full = false;
            Await.until("they are removed", () -> counts(run).removed() == 3);
        }

        assertThat(nextRun()).isEmpty();
    }

    @Test
    void abandoned_atClose_saysThatItIsSentLater() {
        Delivery delivery;
        try (Fixture run = Fixture.open(directory, Script.MANUAL)) {
            delivery = publish(run, 1, 1).get(0);
        }

        assertThat(Await.failure(delivery.acknowledged()))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("sent again by the next run");
    }

    @Test
    void store_inUse_isRefusedWithTheReason() {
        try (Fixture run = Fixture.open(directory, Script.MANUAL)) {
            assertThat(run.session.storeCounts()).isPresent();

            assertThatThrownBy(() -> Fixture.open(directory, Script.MANUAL))
                    .isInstanceOf(OutboxStoreException.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid())
                    .hasMessageContaining("outboxDirectory");
        }
    }

    @Test
    void factory_onTheClassPath_isFound() {
        assertThat(java.util.ServiceLoader.load(org.iotconnector.core.outbox.OutboxStoreFactory.class))
                .hasExactlyElementsOfTypes(SqliteOutboxStores.class);
    }
}
