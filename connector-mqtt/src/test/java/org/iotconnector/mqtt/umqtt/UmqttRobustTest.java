package org.iotconnector.mqtt.umqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.Test;

/** What {@code umqtt.robust} adds, which a session has built in. */
class UmqttRobustTest extends UmqttBench {
    @Test
    void debug_onEveryChange_saysWhatHappened() {
        MqttSession session = online();

        // tag::debug[]
        session.onState(state -> heard.add(state.toString()));
        // end::debug[]
        broker.dropAllConnections();

        Await.until("the loss is said", () -> heard.stream().anyMatch(line -> line.contains("WAITING after")));
    }

    @Test
    void delay_betweenAttempts_growsUpToItsLimit() {
        // tag::delay[]
        ReconnectPolicy delays = ReconnectPolicy.standard().withDelays(Duration.ofSeconds(2), Duration.ofSeconds(30));
        SessionOptions options = SessionOptions.builder().reconnect(delays).build();
        // end::delay[]

        assertThat(options.reconnect().delay(1, false, 0.999))
                .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(2));
        assertThat(options.reconnect().delay(9, false, 0.999))
                .isBetween(Duration.ofSeconds(29), Duration.ofSeconds(30));
    }

    @Test
    void reconnect_whenItNeedNotWait_isTriedAtOnce() {
        parameters.keepAlive(Duration.ofSeconds(60));
        SessionOptions patient = SessionOptions.builder()
                .reconnect(ReconnectPolicy.standard().withDelays(Duration.ofMinutes(2), Duration.ofMinutes(2)))
                .build();
        MqttSession session = connector.session(SessionConfig.of(parameters.build(), patient));
        session.awaitOnline(Await.LIMIT);
        broker.stopListening();
        awaitPhase(session, SessionPhase.WAITING);
        broker.startListening();

        // tag::reconnect[]
        session.connect();
        // end::reconnect[]

        awaitPhase(session, SessionPhase.ONLINE);
    }

    @Test
    void publish_whileTheServerIsAway_isDeliveredLater() {
        MqttSession session = online();
        broker.stopListening();
        awaitPhase(session, SessionPhase.WAITING);

        // tag::robust_publish[]
        Delivery delivery = session.publish(Publication.text("lamp-1/temp", "21.5"));
        // end::robust_publish[]

        assertThat(session.ledger().waiting()).isEqualTo(1);
        broker.startListening();
        Await.value(delivery.acknowledged());
        assertThat(received("lamp-1/temp").text()).isEqualTo("21.5");
    }

    @Test
    void waitMsg_overALostConnection_stillReturnsTheMessage() throws InterruptedException {
        MqttSession session = online();
        Await.value(session.subscribe("lamp-1/cmd").result());
        broker.stopListening();
        awaitPhase(session, SessionPhase.WAITING);
        broker.startListening();
        send("lamp-1/cmd", "on");

        // tag::robust_wait_msg[]
        Optional<Message> next = session.receive(Duration.ofMinutes(1));
        // end::robust_wait_msg[]

        assertThat(next.map(Message::text)).hasValue("on");
    }

    @Test
    void checkMsg_whileTheServerIsAway_isEmptyAndNeverFails() {
        MqttSession session = online();
        session.subscribe("lamp-1/cmd");
        broker.stopListening();
        awaitPhase(session, SessionPhase.WAITING);

        // tag::robust_check_msg[]
        session.poll().ifPresent(message -> heard.add(message.text()));
        // end::robust_check_msg[]

        assertThat(heard).isEmpty();
    }

    @Test
    void ledger_afterALoss_accountsForEveryMessage() {
        MqttSession session = online();
        Delivery first = session.publish(Publication.text("lamp-1/temp", "21.5"));
        Await.value(first.acknowledged());

        // tag::ledger[]
        String account = session.ledger().toString();
        // end::ledger[]

        assertThat(account).isEqualTo("accepted 1 = acknowledged 1");
    }
}
