package org.iotconnector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.tck.net.Direction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Closing, in every state. */
abstract class EndingRules extends BrokerRules {
    private static final Duration PROMPT = Duration.ofSeconds(4);

    EndingRules(Supplier<ContractBroker> brokers) {
        super(brokers);
    }

    private static void assertClosesPromptly(MqttSession session) {
        long begin = System.nanoTime();

        session.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PROMPT);
        assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
        assertThat(session.ledger().addsUp()).isTrue();
        assertThatCode(session::close).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("close is prompt while online, and delivers what was accepted")
    void close_whenOnline_isPromptAndDelivers() {
        MqttSession session = online("lamp");
        Delivery delivery = publish(session, "a", "x");

        assertClosesPromptly(session);

        assertThat(delivery.outcome()).contains(DeliveryOutcome.ACKNOWLEDGED);
    }

    @Test
    @DisplayName("close is prompt at once after opening")
    void close_rightAfterOpening_isPrompt() {
        assertClosesPromptly(open("lamp"));
    }

    @Test
    @DisplayName("close is prompt while the server does not answer CONNECT")
    void close_whileConnecting_isPrompt() {
        relay().hold(Direction.DOWN);
        MqttSession session = open("lamp");
        Await.until("it connects", () -> session.state().phase() == SessionPhase.CONNECTING);

        assertClosesPromptly(session);
    }

    @Test
    @DisplayName("close is prompt while the server is away, and what waited is abandoned")
    void close_whileWaiting_isPromptAndAbandons() {
        MqttSession session = online("lamp");
        broker().kill();
        Await.until("the loss is noticed", () -> !session.state().phase().connected());
        Delivery delivery = publish(session, "a", "x");

        assertClosesPromptly(session);

        assertThat(delivery.outcome()).contains(DeliveryOutcome.ABANDONED);
    }

    @Test
    @DisplayName("close is prompt while acknowledgements do not come, and what is left is abandoned")
    void close_withoutAcknowledgement_isPromptAndAbandons() {
        MqttSession session = online("lamp");
        relay().hold(Direction.DOWN);
        Delivery delivery = publish(session, "a", "x");

        assertClosesPromptly(session);

        assertThat(delivery.outcome()).contains(DeliveryOutcome.ABANDONED);
    }

    @Test
    @DisplayName("close from inside a handler does not wait for itself")
    void close_insideAHandler_ends() {
        MqttSession session = online("lamp");
        CompletableFuture<Boolean> returned = new CompletableFuture<>();
        Await.value(session.subscribe("a", message -> {
                    session.close();
                    returned.complete(true);
                })
                .result());

        publish(session, "a", "x");

        assertThat(Await.value(returned)).isTrue();
        Await.until("it is closed", () -> session.state().phase() == SessionPhase.CLOSED);
    }

    @Test
    @DisplayName("A closed connector leaves no thread behind")
    void connector_onceClosed_leavesNoThread() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Connector own = Connector.create();
        MqttSession session = own.session(
                SessionConfig.of(broker().login("own", broker().port()).build(), QUICK));
        session.awaitOnline(Await.LIMIT);
        Await.value(session.subscribe("a", message -> {}).result());
        send(session, "a", "x");

        own.close();

        Await.until(
                "its threads have ended",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !before.contains(thread))
                        .noneMatch(thread -> thread.getName().startsWith("connector-")));
    }
}
