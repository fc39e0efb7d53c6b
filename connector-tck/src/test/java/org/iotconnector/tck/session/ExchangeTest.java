package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iotconnector.tck.session.Bench.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.ConnectionLostException;
import org.iotconnector.core.DeliveryException;
import org.iotconnector.core.ReplyTimeoutException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExchangeTest {
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
    void exchange_whoseReplyComes_completesAndUnsubscribes() {
        MqttSession session = bench.open();
        CompletableFuture<Message> reply = session.exchange(
                Publication.text("ask", "?"),
                Subscription.atLeastOnce("answer"),
                received -> received.text().startsWith("2"),
                Duration.ofSeconds(10));
        Await.until("the request is sent", () -> bench.sent().contains("?"));

        bench.wire().deliver(message("answer", "1 not mine"));
        bench.wire().deliver(message("answer", "2 mine"));

        assertThat(Await.value(reply).text()).isEqualTo("2 mine");
        Await.until("it is unsubscribed", () -> !bench.wire().unsubscribes().isEmpty());
    }

    @Test
    void exchange_withoutReply_failsAfterItsTimeoutNamingTheTopics() {
        MqttSession session = bench.open();
        CompletableFuture<Message> reply = session.exchange(
                Publication.text("ask", "?"),
                Subscription.atLeastOnce("answer"),
                received -> true,
                Duration.ofSeconds(9));
        Await.until("the request is sent", () -> bench.sent().contains("?"));

        bench.time.advance(Duration.ofSeconds(9));

        assertThat(Await.failure(reply))
                .isInstanceOf(ReplyTimeoutException.class)
                .hasMessageContaining("[ask]")
                .hasMessageContaining("[answer]");
    }

    @Test
    void exchange_whenTheSessionIsClosed_fails() {
        MqttSession session = bench.open();
        CompletableFuture<Message> reply = session.exchange(
                Publication.text("ask", "?"),
                Subscription.atLeastOnce("answer"),
                received -> true,
                Duration.ofHours(1));
        Await.until("the request is sent", () -> bench.sent().contains("?"));

        session.close();

        assertThat(Await.failure(reply)).isInstanceOfAny(ConnectionLostException.class, DeliveryException.class);
    }

    @Test
    void exchange_whoseConditionFails_ignoresTheMessage() {
        MqttSession session = bench.open();
        CompletableFuture<Message> reply = session.exchange(
                Publication.text("ask", "?"),
                Subscription.atLeastOnce("answer"),
                received -> {
                    if (received.text().isEmpty()) {
                        throw new IllegalStateException("empty");
                    }
                    return true;
                },
                Duration.ofHours(1));
        Await.until("the request is sent", () -> bench.sent().contains("?"));

        assertThat(bench.wire().deliver(message("answer", "")).isAcknowledged()).isTrue();
        bench.wire().deliver(message("answer", "good"));

        assertThat(Await.value(reply).text()).isEqualTo("good");
    }

    @Test
    void exchange_onATopicAlreadySubscribed_leavesThatSubscriptionAlone() {
        MqttSession session = bench.open(SessionOptions.standard());
        session.subscribe("answer", received -> handled.add(received.text()));
        CompletableFuture<Message> reply = session.exchange(
                Publication.text("ask", "?"),
                Subscription.atLeastOnce("answer"),
                received -> true,
                Duration.ofHours(1));
        Await.until("the request is sent", () -> bench.sent().contains("?"));

        bench.wire().deliver(message("answer", "x"));

        assertThat(Await.value(reply).text()).isEqualTo("x");
        awaitHandled("x");
        assertThat(bench.wire().unsubscribes()).isEmpty();
        assertThat(bench.wire().subscribes()).hasSize(1);
    }
}
