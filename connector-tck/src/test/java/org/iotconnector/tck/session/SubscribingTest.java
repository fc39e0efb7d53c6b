package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iotconnector.tck.session.Bench.message;
import static org.iotconnector.tck.session.Bench.seconds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.iotconnector.core.ConnectionLostException;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.ConnectRequest;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.SubscribeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubscribingTest {
    /** Accepts connections and leaves SUBSCRIBE to the test. */
    private final Bench bench = new Bench(new Script() {
        @Override
        public void onConnect(ConnectRequest request) {
            request.accept();
        }
    });

    @AfterEach
    void close() {
        bench.close();
    }

    private SubscribeRequest lastSubscribe() {
        List<SubscribeRequest> all = bench.wire().subscribes();
        return all.get(all.size() - 1);
    }

    @Test
    void session_withSubscriptions_isOnlineWhenAllAreGranted() {
        MqttSession session = bench.open();
        session.subscribe("a", received -> {});
        bench.wire().lose();
        bench.waitOut(session);
        assertThat(session.state().phase()).isEqualTo(SessionPhase.SUBSCRIBING);

        lastSubscribe().grant();

        assertThat(session.state().phase()).isEqualTo(SessionPhase.ONLINE);
    }

    @Test
    void messages_untilSubscriptionsAreAnswered_areHeldBack() {
        MqttSession session = bench.open();
        session.subscribe("a", received -> {});
        bench.wire().lose();
        Bench.publish(session, "1");
        bench.waitOut(session);
        assertThat(bench.wire().publishes()).isEmpty();

        lastSubscribe().grant();

        assertThat(bench.sent()).containsExactly("1");
    }

    @Test
    void subscriptions_afterReconnect_areAskedAgainInPacketsOfTheQuota() {
        MqttSession session = bench.open(SessionOptions.standard(), new Quotas(List.of(), 16, 1_000, 3));
        List<Subscription> wanted = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            wanted.add(Subscription.atLeastOnce("f/" + i));
        }
        session.subscribe(wanted, received -> {});
        bench.wire().subscribes().forEach(SubscribeRequest::grant);
        int before = bench.wire().subscribes().size();

        bench.wire().lose();
        bench.waitOut(session);

        List<SubscribeRequest> again = bench.wire()
                .subscribes()
                .subList(before, bench.wire().subscribes().size());
        assertThat(again).extracting(request -> request.filters().size()).containsExactly(3, 3, 2);
        assertThat(again.stream().flatMap(request -> request.filters().stream()))
                .containsExactly("f/0", "f/1", "f/2", "f/3", "f/4", "f/5", "f/6", "f/7");
    }

    @Test
    void subscriptions_alreadyAsked_areNotAskedTwiceOnOneConnection() {
        MqttSession session = bench.open();
        session.subscribe("a", received -> {});

        session.subscribe("b", received -> {});

        assertThat(bench.wire().subscribes().stream().flatMap(request -> request.filters().stream()))
                .containsExactly("a", "b");
    }

    @Test
    void subscription_granted_isNotAskedAgainForASecondHandler() {
        MqttSession session = bench.open();
        session.subscribe("a", received -> {});
        lastSubscribe().grant();

        SubscriptionHandle second = session.subscribe("a", received -> {});

        assertThat(bench.wire().subscribes()).hasSize(1);
        assertThat(Await.value(second.result()).get(0).accepted()).isTrue();
    }

    @Test
    void filter_thatIsRefused_makesTheSessionDeafAndIsRetried() {
        MqttSession session = bench.open();
        SubscriptionHandle handle = session.subscribe(
                List.of(Subscription.atLeastOnce("mine"), Subscription.atLeastOnce("theirs")), received -> {});

        lastSubscribe().answer(1, 128);

        assertThat(session.state().phase()).isEqualTo(SessionPhase.DEAF);
        Failure failure = session.state().failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(FailureKind.FORBIDDEN_TOPIC);
        assertThat(failure.message()).contains("[theirs]").contains("128");
        assertThat(failure.advice()).isNotBlank();
        assertThat(Await.value(handle.result()))
                .extracting(SubscribeResult::accepted)
                .containsExactly(true, false);
        bench.waitOut(session);
        assertThat(lastSubscribe().filters()).containsExactly("theirs");
        lastSubscribe().grant();
        assertThat(session.state().phase()).isEqualTo(SessionPhase.ONLINE);
        assertThat(session.state().failure()).isEmpty();
    }

    @Test
    void session_thatIsDeaf_stillSends() {
        MqttSession session = bench.open();
        session.subscribe("theirs", received -> {});
        lastSubscribe().answer(128);

        Bench.publish(session, "1");

        assertThat(bench.sent()).containsExactly("1");
    }

    @Test
    void suback_thatDoesNotCome_makesTheSessionDeafAndIsAskedAgain() {
        MqttSession session = bench.open();
        session.subscribe("a", received -> {});
        bench.wire().lose();
        bench.waitOut(session);

        bench.time.advance(seconds(10));

        assertThat(session.state().phase()).isEqualTo(SessionPhase.DEAF);
        assertThat(session.state().failure().map(Failure::kind)).contains(FailureKind.TIMEOUT);
        int asked = bench.wire().subscribes().size();
        bench.waitOut(session);
        assertThat(bench.wire().subscribes()).hasSize(asked + 1);
    }

    @Test
    void suback_ofAnEarlierConnection_isIgnored() {
        MqttSession session = bench.open();
        session.subscribe("a", received -> {});
        SubscribeRequest old = lastSubscribe();
        bench.wire().lose();
        bench.waitOut(session);

        old.grant();

        assertThat(session.state().phase()).isEqualTo(SessionPhase.SUBSCRIBING);
    }

    @Test
    void unsubscribe_happens_whenTheLastHandleIsClosed() {
        MqttSession session = bench.open();
        SubscriptionHandle first = session.subscribe("a", received -> {});
        SubscriptionHandle second = session.subscribe("a", received -> {});

        first.close();
        first.close();
        assertThat(bench.wire().unsubscribes()).isEmpty();
        second.close();

        assertThat(bench.wire().unsubscribes()).hasSize(1);
        assertThat(bench.wire().unsubscribes().get(0).filters()).containsExactly("a");
    }

    @Test
    void result_whenAnotherHandleOfTheSameFilterIsClosed_stillComes() {
        MqttSession session = bench.open();
        SubscriptionHandle first = session.subscribe("a", received -> {});
        SubscriptionHandle second = session.subscribe("a", received -> {});

        first.close();
        bench.wire().subscribes().forEach(SubscribeRequest::grant);

        assertThat(Await.value(second.result())).hasSize(1);
    }

    @Test
    void result_whenTheHandleIsClosedFirst_fails() {
        MqttSession session = bench.open();
        SubscriptionHandle handle = session.subscribe("a", received -> {});

        handle.close();

        assertThat(Await.failure(handle.result())).isInstanceOf(ConnectionLostException.class);
    }

    @Test
    void result_whenTheSessionIsClosedFirst_fails() {
        MqttSession session = bench.open();
        SubscriptionHandle handle = session.subscribe("a", received -> {});

        session.closeAsync();

        assertThat(Await.failure(handle.result())).isInstanceOf(ConnectionLostException.class);
    }

    @Test
    void subscription_withAHigherQos_isAskedAnew() {
        MqttSession session = bench.open();
        session.subscribe(List.of(Subscription.atMostOnce("a")), received -> {});
        lastSubscribe().grant();

        session.subscribe(List.of(Subscription.atLeastOnce("a")), received -> {});

        assertThat(lastSubscribe().subscriptions()).containsExactly(Subscription.atLeastOnce("a"));
        assertThat(bench.wire().subscribes()).hasSize(2);
    }

    @Test
    void message_thatSeveralFiltersOfOneHandlerMatch_isHandledOnce() {
        List<String> handled = Collections.synchronizedList(new ArrayList<>());
        MqttSession session = bench.open();
        session.subscribe(
                List.of(
                        Subscription.atLeastOnce("a/#"),
                        Subscription.atLeastOnce("a/+"),
                        Subscription.atLeastOnce("a/b")),
                received -> handled.add("first " + received.text()));
        session.subscribe("+/b", received -> handled.add("second " + received.text()));

        bench.wire().deliver(message("a/b", "x"));
        bench.wire().deliver(message("a/b", "end"));

        Await.until("all are handled", () -> handled.size() >= 4);
        assertThat(handled).containsExactlyInAnyOrder("first x", "second x", "first end", "second end");
    }

    @Test
    void message_onATopicNobodyWants_isCountedAndAcknowledged() {
        MqttSession session = bench.open();
        Message stray = message("nobody", "x");

        assertThat(bench.wire().deliver(stray).isAcknowledged()).isTrue();
        assertThat(session.droppedMessages()).isEqualTo(1);
    }
}
