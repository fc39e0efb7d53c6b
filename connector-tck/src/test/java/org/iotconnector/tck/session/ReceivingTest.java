package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iotconnector.tck.session.Bench.message;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.RetryLaterException;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.DeliveredMessage;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReceivingTest {
    private final Bench bench = new Bench(Script.WILLING, 2);
    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        bench.close();
    }

    private void awaitHandled(String... texts) {
        Await.until("these are handled: " + List.of(texts), () -> handled.equals(List.of(texts)));
    }

    @Test
    void acknowledgement_isSent_afterTheHandlerHasReturned() {
        MqttSession session = bench.open();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        session.subscribe("a", received -> {
            inside.countDown();
            go.await();
        });

        DeliveredMessage delivered = bench.wire().deliver(message("a", "x"));
        Await.until("the handler runs", () -> inside.getCount() == 0);
        assertThat(delivered.isAcknowledged()).isFalse();
        go.countDown();

        Await.until("it is acknowledged", delivered::isAcknowledged);
    }

    @Test
    void acknowledgement_withSeveralHandlers_waitsForTheLast() {
        MqttSession session = bench.open();
        CountDownLatch go = new CountDownLatch(1);
        session.subscribe("a", received -> handled.add("quick"));
        session.subscribe("a", received -> go.await());

        DeliveredMessage delivered = bench.wire().deliver(message("a", "x"));
        awaitHandled("quick");
        assertThat(delivered.isAcknowledged()).isFalse();
        go.countDown();

        Await.until("it is acknowledged", delivered::isAcknowledged);
        assertThat(delivered.acknowledgements()).isEqualTo(1);
    }

    @Test
    void handler_thatFails_losesNothing() {
        MqttSession session = bench.open();
        session.subscribe("a", received -> {
            if (received.text().equals("bad")) {
                throw new IOException("the disk is full");
            }
            handled.add(received.text());
        });

        DeliveredMessage bad = bench.wire().deliver(message("a", "bad"));
        bench.wire().deliver(message("a", "good"));

        awaitHandled("good");
        assertThat(bad.acknowledgements()).isEqualTo(1);
    }

    @Test
    void handler_thatFailsWithAnError_losesNothing() {
        MqttSession session = bench.open();
        session.subscribe("a", received -> {
            if (received.text().equals("bad")) {
                throw new NoClassDefFoundError("missing");
            }
            handled.add(received.text());
        });

        bench.wire().deliver(message("a", "bad"));
        bench.wire().deliver(message("a", "good"));

        awaitHandled("good");
    }

    @Test
    void messages_ofOneSubscription_areHandledInOrderOneAtATime() {
        MqttSession session = bench.open();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        session.subscribe("a", received -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            handled.add(received.text());
            running.decrementAndGet();
        });
        List<String> expected = new ArrayList<>();

        for (int i = 0; i < 500; i++) {
            expected.add("m" + i);
            bench.wire().deliver(message("a", "m" + i));
        }

        Await.until("all are handled", () -> handled.size() == 500);
        assertThat(handled).isEqualTo(expected);
        assertThat(most).hasValue(1);
    }

    @Test
    void handler_thatBlocks_doesNotHoldUpOthers() {
        MqttSession session = bench.open();
        CountDownLatch never = new CountDownLatch(1);
        session.subscribe("slow", received -> never.await());
        session.subscribe("fast", received -> handled.add(received.text()));

        bench.wire().deliver(message("slow", "x"));
        bench.wire().deliver(message("fast", "y"));

        awaitHandled("y");
        never.countDown();
    }

    @Test
    void handlers_thatJoinTheirOwnDeliveries_endEvenIfThereAreMoreThanThreads() {
        bench.transports.script(Script.CONNECTING);
        MqttSession session = bench.open();
        int handlers = 12;
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < handlers; i++) {
            session.subscribe("h/" + i, received -> {
                Bench.publish(session, "answer").acknowledged().join();
                done.incrementAndGet();
            });
        }

        for (int i = 0; i < handlers; i++) {
            bench.wire().deliver(message("h/" + i, "x"));
        }
        Await.until("all wait", () -> bench.wire().publishes().size() == handlers);
        bench.wire().inFlight().forEach(request -> request.acknowledge());

        Await.until("all have ended", () -> done.get() == handlers);
    }

    @Test
    void qos0_pastTheInboxLimit_isDroppedAndCounted() {
        MqttSession session = bench.open(Bench.options().inboxLimit(5).build());
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        session.subscribe("a", received -> {
            inside.countDown();
            go.await();
            handled.add(received.text());
        });
        bench.wire().deliver(message("a", "0", QualityOfService.AT_MOST_ONCE));
        Await.until("the handler runs", () -> inside.getCount() == 0);

        for (int i = 1; i <= 9; i++) {
            bench.wire().deliver(message("a", Integer.toString(i), QualityOfService.AT_MOST_ONCE));
        }

        assertThat(session.droppedMessages()).isEqualTo(4);
        go.countDown();
        awaitHandled("0", "1", "2", "3", "4", "5");
    }

    @Test
    void qos1_pastTheInboxLimit_isKept() {
        MqttSession session = bench.open(Bench.options().inboxLimit(5).build());
        CountDownLatch go = new CountDownLatch(1);
        session.subscribe("a", received -> {
            go.await();
            handled.add(received.text());
        });

        for (int i = 0; i < 20; i++) {
            bench.wire().deliver(message("a", Integer.toString(i)));
        }
        go.countDown();

        Await.until("all are handled", () -> handled.size() == 20);
        assertThat(session.droppedMessages()).isZero();
    }

    @Test
    void receive_ofAWaitingMessage_givesItAndAcknowledges() throws InterruptedException {
        MqttSession session = bench.open();
        session.subscribe("a");

        DeliveredMessage delivered = bench.wire().deliver(message("a", "x"));
        assertThat(delivered.isAcknowledged()).isFalse();

        assertThat(session.receive(Duration.ofSeconds(5)).map(Message::text)).contains("x");
        assertThat(delivered.isAcknowledged()).isTrue();
        assertThat(session.poll()).isEmpty();
    }

    @Test
    void receive_withoutMessage_isEmptyAfterItsTimeout() throws InterruptedException {
        MqttSession session = bench.open();
        session.subscribe("a");

        assertThat(session.receive(Duration.ofMillis(20))).isEmpty();
    }

    @Test
    void receive_whenTheSessionIsClosed_isEmptyAtOnceForEveryWaiter() {
        MqttSession session = bench.open();
        session.subscribe("a");
        List<CompletableFuture<Boolean>> waiters = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiters.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return session.receive(Duration.ofMinutes(5)).isEmpty();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }));
        }

        session.close();

        waiters.forEach(waiter -> assertThat(Await.value(waiter)).isTrue());
    }

    @Test
    void qos0_pastTheLimitOfReceive_isDroppedAndCounted() {
        MqttSession session = bench.open(Bench.options().inboxLimit(2).build());
        session.subscribe(List.of(Subscription.atMostOnce("a")));

        for (int i = 0; i < 5; i++) {
            bench.wire().deliver(message("a", "x", QualityOfService.AT_MOST_ONCE));
        }

        assertThat(session.droppedMessages()).isEqualTo(3);
        assertThat(session.poll()).isPresent();
    }

    @Test
    void acknowledgement_ofAMessagePutOff_waitsForTheTryThatSucceeds() {
        MqttSession session = bench.open();
        AtomicInteger tries = new AtomicInteger();
        session.subscribe("a", received -> {
            if (tries.incrementAndGet() == 1) {
                throw new RetryLaterException(Duration.ofSeconds(5), "no space", new IOException("disk full"));
            }
        });

        DeliveredMessage delivered = bench.wire().deliver(message("a", "x"));
        Await.until("it was tried", () -> tries.get() == 1);
        bench.time.advance(Duration.ofMillis(4_999));
        assertThat(delivered.isAcknowledged()).isFalse();

        Await.until("it is acknowledged", () -> {
            bench.time.advance(Duration.ofMillis(1));
            return delivered.isAcknowledged();
        });
        assertThat(tries).hasValue(2);
    }
}
