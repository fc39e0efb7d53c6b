package org.iotconnector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.session.Will;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.tck.net.Direction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What outlives a network connection. */
abstract class LastingRules extends BrokerRules {
    LastingRules(Supplier<ContractBroker> brokers) {
        super(brokers);
    }

    private static String[] texts(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toArray(String[]::new);
    }

    @Test
    @DisplayName("Subscriptions are made again after a lost connection")
    void subscriptions_afterALoss_areMadeAgain() {
        MqttSession session = online("lamp");
        hear(session, "a");
        int attempt = session.state().attempt();

        relay().cut();
        awaitReconnect(session, attempt);
        send(direct("other"), "a", "x");

        awaitHeard("x");
    }

    @Test
    @DisplayName("A connection that something between ends on the server's side only is made again soon")
    void connection_endedOnTheServersSideOnly_isMadeAgainSoon() {
        MqttSession session = online("lamp");
        int attempt = session.state().attempt();

        relay().halfClose(Direction.UP);

        awaitReconnect(session, attempt);
    }

    @Test
    @DisplayName("Messages published while offline arrive in order after the reconnect")
    void publish_whileOffline_arrivesAfterReconnect() {
        MqttSession other = direct("other");
        hear(other, "a");
        MqttSession session = online("lamp");
        relay().turnAway(true);
        relay().cut();
        Await.until("the loss is noticed", () -> !session.state().phase().connected());

        List<Delivery> deliveries = new ArrayList<>();
        for (String text : texts(1, 10)) {
            deliveries.add(publish(session, "a", text));
        }
        relay().turnAway(false);

        deliveries.forEach(delivery -> Await.value(delivery.acknowledged()));
        awaitHeard(texts(1, 10));
        assertThat(session.ledger().addsUp()).isTrue();
    }

    @Test
    @DisplayName("A session that is kept gets the messages that came while it was away")
    void keptSession_afterItsReturn_getsWhatWaited() {
        MqttSession first = openKept("lamp");
        first.awaitOnline(Await.LIMIT);
        Await.value(first.subscribe("a", message -> {}).result());
        first.close();
        MqttSession other = direct("other");
        for (String text : texts(1, 5)) {
            send(other, "a", text);
        }

        openKeptHearing("lamp", "a");

        awaitHeard(texts(1, 5));
    }

    @Test
    @DisplayName("A session that loses its connection gets the messages that came meanwhile, if it is kept")
    void keptSession_afterALoss_getsWhatWaited() {
        MqttSession session = openKept("lamp");
        session.awaitOnline(Await.LIMIT);
        hear(session, "a");
        MqttSession other = direct("other");
        relay().turnAway(true);
        relay().cut();
        Await.until("the loss is noticed", () -> !session.state().phase().connected());

        for (String text : texts(1, 5)) {
            send(other, "a", text);
        }
        relay().turnAway(false);

        awaitHeard(texts(1, 5));
    }

    @Test
    @DisplayName("A clean start forgets what waited")
    void cleanStart_always_forgetsWhatWaited() {
        MqttSession first = openKept("lamp");
        first.awaitOnline(Await.LIMIT);
        Await.value(first.subscribe("a", message -> {}).result());
        first.close();
        MqttSession other = direct("other");
        send(other, "a", "old");

        MqttSession second = online("lamp");
        hear(second, "a");
        send(other, "a", "new");

        awaitHeard("new");
    }

    @Test
    @DisplayName("A message whose handler had not returned when the connection was lost is delivered again")
    void message_whoseHandlerHadNotReturned_isDeliveredAgain() {
        MqttSession session = openKept("lamp");
        session.awaitOnline(Await.LIMIT);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        List<String> finished = Collections.synchronizedList(new ArrayList<>());
        Await.value(session.subscribe("a", message -> {
                    calls.incrementAndGet();
                    go.await();
                    finished.add(message.text());
                })
                .result());
        send(direct("other"), "a", "x");
        Await.until("the handler runs", () -> calls.get() == 1);
        int attempt = session.state().attempt();

        relay().cut();
        awaitReconnect(session, attempt);
        go.countDown();

        Await.until("it is delivered again", () -> calls.get() == 2);
        Await.until("both have ended", () -> finished.equals(List.of("x", "x")));
        // The next message and a round trip make sure that the acknowledgement has reached the broker.
        MqttSession other = direct("third");
        send(other, "a", "y");
        Await.until("the next comes", () -> finished.contains("y"));
        send(session, "elsewhere", "flush");
        int later = session.state().attempt();
        relay().cut();
        awaitReconnect(session, later);
        send(other, "a", "z");
        Await.until("the last comes", () -> finished.contains("z"));
        assertThat(finished).filteredOn("x"::equals).hasSize(2);
    }

    @Test
    @DisplayName("Messages in flight when the connection is lost are sent again and arrive")
    void messagesInFlight_whenCut_arriveAllTheSame() {
        MqttSession other = direct("other");
        hear(other, "a");
        MqttSession session = online("lamp");
        relay().hold(Direction.DOWN);
        List<Delivery> deliveries = new ArrayList<>();
        for (String text : texts(1, 40)) {
            deliveries.add(publish(session, "a", text));
        }
        Await.until("some are in flight", () -> session.ledger().inFlight() > 0);

        relay().cut();
        relay().pass(Direction.DOWN);

        deliveries.forEach(delivery -> Await.value(delivery.acknowledged()));
        Await.until("all are heard", () -> heard().containsAll(List.of(texts(1, 40))));
        assertThat(heard().stream().distinct()).containsExactly(texts(1, 40));
        assertThat(session.ledger().addsUp()).isTrue();
    }

    @Test
    @DisplayName("The Will is published when the connection is lost, and not when the session is closed")
    void will_onAnAbruptEnd_isPublished() {
        MqttSession other = direct("other");
        hear(other, "will/#");
        // The polite one goes past the relay: cutting must not overtake its DISCONNECT.
        MqttSession polite = openWithWill("polite", broker().port());
        polite.awaitOnline(Await.LIMIT);
        MqttSession lost = openWithWill("lost", relay().port());
        lost.awaitOnline(Await.LIMIT);

        polite.close();
        relay().turnAway(true);
        relay().cut();

        awaitHeard("lost is gone");
    }

    private MqttSession openWithWill(String client, int port) {
        return connector()
                .session(SessionConfig.of(
                        broker().login(client, port)
                                .will(new Will(
                                        TopicName.of("will/" + client),
                                        Bytes.ofUtf8(client + " is gone"),
                                        QualityOfService.AT_LEAST_ONCE,
                                        false))
                                .build(),
                        QUICK));
    }

    @Test
    @DisplayName("A broker that crashes and comes back is found again, and nothing accepted is lost")
    void broker_thatCrashes_isFoundAgain() {
        MqttSession session = online("lamp");
        hear(session, "a");
        send(session, "a", "before");
        awaitHeard("before");

        broker().kill();
        Await.until("the loss is noticed", () -> !session.state().phase().connected());
        Delivery meanwhile = publish(session, "b", "meanwhile");
        broker().start();

        Await.value(meanwhile.acknowledged());
        Await.until("it is online", () -> session.state().phase() == SessionPhase.ONLINE);
        send(session, "a", "after");
        awaitHeard("before", "after");
    }
}
