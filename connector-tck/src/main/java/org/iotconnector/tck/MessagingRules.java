package org.iotconnector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.RetryLaterException;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Bytes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Publishing and subscribing. */
abstract class MessagingRules extends BrokerRules {
    MessagingRules(Supplier<ContractBroker> brokers) {
        super(brokers);
    }

    @ParameterizedTest
    @EnumSource(QualityOfService.class)
    @DisplayName("A message arrives at each quality of service, which both ends see")
    void message_ofAnyQos_arrivesAtThatQos(QualityOfService qos) throws InterruptedException {
        MqttSession session = online("both");
        List<SubscribeResult> granted =
                Await.value(session.subscribe(List.of(new Subscription(TopicFilter.of("t/q"), qos)))
                        .result());

        Await.value(session.publish(Publication.text("t/q", "x").withQos(qos)).acknowledged());

        assertThat(granted.get(0).granted()).contains(qos);
        Message message = session.receive(Await.LIMIT).orElseThrow();
        assertThat(message.text()).isEqualTo("x");
        assertThat(message.qos()).isEqualTo(qos);
        assertThat(message.retained()).isFalse();
    }

    @Test
    @DisplayName("Wildcards match as MQTT says")
    void filters_withWildcards_matchAsMqttSays() {
        MqttSession session = online("both");
        hear(session, "room/+/temp");
        hear(session, "house/#");

        for (String topic : List.of("room/a/temp", "room/a/b/temp", "room/temp", "house", "house/a/b", "other")) {
            send(session, topic, topic);
        }
        send(session, "house/end", "end");

        Await.until("the last is heard", () -> heard().contains("end"));
        assertThat(heard()).containsExactlyInAnyOrder("room/a/temp", "house", "house/a/b", "end");
    }

    @Test
    @DisplayName("Overlapping subscriptions each get the message")
    void message_thatSeveralSubscriptionsMatch_reachesEachHandler() {
        MqttSession session = online("both");
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        Await.value(session.subscribe("a/#", message -> first.incrementAndGet()).result());
        Await.value(
                session.subscribe("a/+", message -> second.incrementAndGet()).result());

        send(session, "a/b", "x");

        Await.until("both have it", () -> first.get() > 0 && second.get() > 0);
    }

    @Test
    @DisplayName("A subscription that is given back gets nothing more")
    void subscription_givenBack_getsNothingMore() {
        MqttSession session = online("both");
        hear(session, "end");
        AtomicInteger count = new AtomicInteger();
        SubscriptionHandle handle = session.subscribe("a", message -> count.incrementAndGet());
        Await.value(handle.result());
        send(session, "a", "1");
        Await.until("the first comes", () -> count.get() == 1);

        handle.close();
        send(session, "a", "2");
        send(session, "end", "end");

        awaitHeard("end");
        assertThat(count).hasValue(1);
    }

    @Test
    @DisplayName("A retained message waits for later subscribers and says so")
    void retainedMessage_waitsForLaterSubscribers() throws InterruptedException {
        MqttSession session = online("both");
        Await.value(session.publish(Publication.text("kept", "x").asRetained()).acknowledged());

        session.subscribe("kept");

        Message message = session.receive(Await.LIMIT).orElseThrow();
        assertThat(message.text()).isEqualTo("x");
        assertThat(message.retained()).isTrue();
    }

    @Test
    @DisplayName("Payloads arrive byte for byte: empty, binary, large")
    void payloads_ofAnyKind_arriveUnchanged() throws InterruptedException {
        MqttSession session = online("both");
        Await.value(session.subscribe("p").result());
        byte[] binary = new byte[256];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) i;
        }

        for (byte[] payload : List.of(new byte[0], binary, new byte[300_000])) {
            session.publish(
                    new Publication(TopicName.of("p"), Bytes.copyOf(payload), QualityOfService.AT_LEAST_ONCE, false));
            assertThat(session.receive(Await.LIMIT).orElseThrow().payload().toArray())
                    .isEqualTo(payload);
        }
    }

    @Test
    @DisplayName("A thousand messages arrive in order, each once")
    void messages_many_arriveInOrder() {
        MqttSession session = online("both");
        hear(session, "many");
        List<String> expected = new ArrayList<>();
        List<Delivery> deliveries = new ArrayList<>();

        for (int i = 0; i < 1_000; i++) {
            expected.add("m" + i);
            deliveries.add(publish(session, "many", "m" + i));
        }

        deliveries.forEach(delivery -> Await.value(delivery.acknowledged()));
        Await.until("all are heard", () -> heard().size() >= 1_000);
        assertThat(heard()).isEqualTo(expected);
        assertThat(session.ledger().acknowledged()).isEqualTo(1_000);
        assertThat(session.ledger().addsUp()).isTrue();
    }

    @Test
    @DisplayName("receive waits for a message, poll does not")
    void receiveAndPoll_giveMessagesInOrder() throws InterruptedException {
        MqttSession session = online("both");
        Await.value(session.subscribe("r").result());
        assertThat(session.poll()).isEmpty();
        assertThat(session.receive(Duration.ofMillis(20))).isEmpty();

        send(session, "r", "1");
        send(session, "r", "2");

        assertThat(session.receive(Await.LIMIT).map(Message::text)).contains("1");
        assertThat(session.receive(Await.LIMIT).map(Message::text)).contains("2");
        assertThat(session.poll()).isEmpty();
    }

    @Test
    @DisplayName("exchange finds the reply that belongs to its request")
    void exchange_withAResponder_findsItsReply() {
        MqttSession responder = direct("responder");
        Await.value(responder
                .subscribe("ask", request -> publish(responder, "answer", "re " + request.text()))
                .result());
        MqttSession session = online("asker");

        List<CompletableFuture<Message>> replies = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String expected = "re " + i;
            replies.add(session.exchange(
                    Publication.text("ask", Integer.toString(i)),
                    Subscription.atLeastOnce("answer"),
                    reply -> reply.text().equals(expected),
                    Await.LIMIT));
        }

        for (int i = 0; i < replies.size(); i++) {
            assertThat(Await.value(replies.get(i)).text()).isEqualTo("re " + i);
        }
    }

    @Test
    @DisplayName("Handlers may wait for their own messages, more of them than there are threads")
    void handlers_thatJoin_doNotBlockEachOther() {
        MqttSession session = online("both");
        int handlers = 24;
        AtomicInteger done = new AtomicInteger();
        List<Subscription> all = new ArrayList<>();
        for (int i = 0; i < handlers; i++) {
            Await.value(session.subscribe("ask/" + i, message -> {
                        publish(session, "said", message.text()).acknowledged().join();
                        done.incrementAndGet();
                    })
                    .result());
            all.add(Subscription.atLeastOnce("ask/" + i));
        }

        all.forEach(each -> publish(session, each.filter().text(), "x"));

        Await.until("all have ended", () -> done.get() == handlers);
    }

    @Test
    @DisplayName("Many sessions share one connector")
    void sessions_many_workSideBySide() {
        List<MqttSession> sessions = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            MqttSession session = open("many-" + i);
            session.subscribe("to/" + i, message -> publish(session, "back", message.text()));
            sessions.add(session);
        }
        MqttSession centre = direct("centre");
        hear(centre, "back");
        sessions.forEach(session -> session.awaitOnline(Await.LIMIT));

        for (int i = 0; i < sessions.size(); i++) {
            publish(centre, "to/" + i, Integer.toString(i));
        }

        Await.until("all have answered", () -> heard().size() >= sessions.size());
        assertThat(heard()).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("Of a shared subscription's members exactly one gets each message, and all get some")
    void messages_forASharedSubscription_reachOneMemberEach() {
        Set<String> first = ConcurrentHashMap.newKeySet();
        Set<String> second = ConcurrentHashMap.newKeySet();
        MqttSession sender = online("sender");
        Await.value(online("one")
                .subscribe("$share/workers/jobs/#", message -> first.add(message.text()))
                .result());
        Await.value(online("two")
                .subscribe("$share/workers/jobs/#", message -> second.add(message.text()))
                .result());

        for (int i = 0; i < 20; i++) {
            send(sender, "jobs/" + i, "job " + i);
        }

        Await.until("all are done", () -> first.size() + second.size() == 20);
        assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(second);
        assertThat(second).isNotEmpty();
    }

    @Test
    @DisplayName("A message that its handler puts off comes to it again, and what is behind it keeps its order")
    void message_thatItsHandlerPutsOff_comesAgainBeforeTheNext() {
        MqttSession session = online("both");
        List<String> done = new CopyOnWriteArrayList<>();
        AtomicInteger tries = new AtomicInteger();
        Await.value(session.subscribe("a", message -> {
                    if (message.text().equals("1") && tries.incrementAndGet() < 3) {
                        throw new RetryLaterException(
                                Duration.ofMillis(20), "the disk is full", new IOException("no space left"));
                    }
                    done.add(message.text());
                })
                .result());

        send(session, "a", "1");
        send(session, "a", "2");

        Await.until("both are handled", () -> done.size() == 2);
        assertThat(done).containsExactly("1", "2");
        assertThat(tries).hasValue(3);
    }
}
