package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iotconnector.tck.session.Bench.publish;
import static org.iotconnector.tck.session.Bench.seconds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.DeliveryException;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.ConnectRequest;
import org.iotconnector.tck.PublishRequest;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.SubscribeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoisonTest {
    private final Bench bench = new Bench(new Allergic());
    private final List<FailureKind> failures = new CopyOnWriteArrayList<>();

    /** A server that ends the connection when it is sent {@code bad}. */
    private final class Allergic implements Script {
        @Override
        public void onConnect(ConnectRequest request) {
            request.accept();
        }

        @Override
        public void onSubscribe(SubscribeRequest request) {
            request.grant();
        }

        @Override
        public void onPublish(PublishRequest request) {
            if (request.text().equals("bad")) {
                bench.wire().lose();
            } else {
                request.acknowledge();
            }
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private MqttSession open() {
        MqttSession session = bench.open();
        session.onState(state -> state.failure().ifPresent(failure -> failures.add(failure.kind())));
        return session;
    }

    private void pass(Duration time) {
        for (long i = 0; i < time.toMillis() / 100; i++) {
            bench.time.advance(Duration.ofMillis(100));
        }
    }

    @Test
    void poison_amongOthers_isSetAsideAndTheRestFlows() {
        MqttSession session = open();
        List<Delivery> before = List.of(publish(session, "1"), publish(session, "2"));
        Delivery bad = publish(session, "bad");
        List<Delivery> after = List.of(publish(session, "3"), publish(session, "4"));

        pass(seconds(60));

        assertThat(bad.outcome()).contains(DeliveryOutcome.QUARANTINED);
        assertThat(before).allMatch(one -> one.outcome().equals(Optional.of(DeliveryOutcome.ACKNOWLEDGED)));
        assertThat(after).allMatch(one -> one.outcome().equals(Optional.of(DeliveryOutcome.ACKNOWLEDGED)));
        assertThat(session.ledger().addsUp()).isTrue();
        assertThat(session.ledger().quarantined()).isEqualTo(1);
        assertThat(bench.sent().stream().filter("bad"::equals)).hasSize(3);
    }

    @Test
    void poison_whenSetAside_isTheFailureOfTheSession() {
        MqttSession session = open();
        Delivery bad = publish(session, "bad");

        pass(seconds(60));

        Await.until("listeners have heard of it", () -> failures.contains(FailureKind.POISON_MESSAGE));
        assertThat(failures).doesNotContain(FailureKind.DUPLICATE_CLIENT);
        assertThat(Await.failure(bad.acknowledged()))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("3 times right after");
    }

    @Test
    void twoPoisons_areBothSetAside() {
        MqttSession session = open();
        publish(session, "bad");
        publish(session, "1");
        publish(session, "bad");
        Delivery last = publish(session, "2");

        pass(seconds(180));

        assertThat(session.ledger().quarantined()).isEqualTo(2);
        assertThat(last.outcome()).contains(DeliveryOutcome.ACKNOWLEDGED);
    }

    @Test
    void innocent_onANetworkThatCutsAllTheTime_isNeverSetAside() {
        Set<PublishRequest> held = ConcurrentHashMap.newKeySet();
        bench.transports.script(new Script() {
            @Override
            public void onConnect(ConnectRequest request) {
                request.accept();
            }

            @Override
            public void onSubscribe(SubscribeRequest request) {
                request.grant();
            }

            @Override
            public void onPublish(PublishRequest request) {
                held.add(request);
            }
        });
        MqttSession session = open();
        Delivery one = publish(session, "1");
        for (int i = 0; i < 50; i++) {
            pass(Duration.ofMillis(500));
            if (bench.wire().isConnected()) {
                bench.wire().lose();
            }
            pass(seconds(2));
        }

        bench.transports.script(new Allergic());
        pass(seconds(900));

        assertThat(one.outcome()).contains(DeliveryOutcome.ACKNOWLEDGED);
    }

    @Test
    void suspect_thatIsTakenWhenAlone_isAcknowledgedWithTheOthersInOrder() {
        MqttSession session = open();
        bench.transports.script(new Script() {
            @Override
            public void onConnect(ConnectRequest request) {
                request.accept();
            }
        });
        for (int i = 1; i <= 5; i++) {
            publish(session, Integer.toString(i));
        }
        for (int i = 0; i < 2; i++) {
            bench.wire().lose();
            pass(seconds(5));
        }

        bench.transports.script(new Allergic());
        bench.wire().lose();
        pass(seconds(900));

        List<String> sent = bench.sent();
        assertThat(sent.subList(sent.size() - 5, sent.size())).containsExactly("1", "2", "3", "4", "5");
        assertThat(session.ledger().acknowledged()).isEqualTo(5);
    }
}
