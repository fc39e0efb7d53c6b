package org.iotconnector.mqtt.umqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import org.iotconnector.core.AuthenticationException;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.session.Will;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.Test;

/** What {@code set_last_will}, {@code connect}, {@code disconnect} and {@code ping} become. */
class UmqttSimpleTest extends UmqttBench {
    @Test
    void lastWill_whenTheClientIsLost_isPublishedAndKept() {
        // tag::set_last_will[]
        parameters.will(
                new Will(TopicName.of("lamp-1/status"), Bytes.ofUtf8("offline"), QualityOfService.AT_LEAST_ONCE, true));
        // end::set_last_will[]
        online();

        broker.dropAllConnections();

        broker.await("the Will", () -> broker.retained("lamp-1/status").equals(Optional.of("offline")), Await.LIMIT);
    }

    @Test
    void connect_whenAwaited_isOnline() {
        MqttSession session = connector.session(config());

        // tag::connect[]
        session.awaitOnline(Duration.ofSeconds(10));
        // end::connect[]

        assertThat(session.state().phase()).isEqualTo(SessionPhase.ONLINE);
    }

    @Test
    void connect_withoutCleanSession_getsWhatCameMeanwhile() {
        // tag::clean_session[]
        parameters.cleanStart(false);
        MqttSession session = connector.session(
                config(), opened -> opened.subscribe("lamp-1/cmd", message -> heard.add(message.text())));
        // end::clean_session[]
        session.awaitOnline(Await.LIMIT);
        broker.stopListening();
        broker.publish("lamp-1/cmd", "on", 1, false);

        broker.startListening();

        Await.until("it came", () -> heard.contains("on"));
    }

    @Test
    void connect_withAWrongPassword_throwsWithTheCode() {
        parameters.credentials("lamp-1", Secret.of("wrong"));
        MqttSession session = connector.session(config());

        assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> session.awaitOnline(Await.LIMIT));
        // tag::exception[]
        Optional<Integer> code = session.state().failure().flatMap(Failure::code);
        // end::exception[]

        assertThat(code).hasValue(5);
    }

    @Test
    void disconnect_whenAsked_saysSoToTheServer() {
        parameters.will(
                new Will(TopicName.of("lamp-1/status"), Bytes.ofUtf8("offline"), QualityOfService.AT_LEAST_ONCE, true));
        MqttSession session = online();

        // tag::disconnect[]
        session.close();
        // end::disconnect[]

        broker.await("it is gone", () -> broker.connections().isEmpty(), Await.LIMIT);
        assertThat(broker.retained("lamp-1/status")).isEmpty();
        assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
    }

    @Test
    void ping_ofASilentSession_isSentByItself() throws Exception {
        try (PingListener listener = new PingListener()) {
            parameters = listener.parameters();

            // tag::ping[]
            parameters.keepAlive(Duration.ofSeconds(1));
            // end::ping[]

            connector.session(config());
            assertThat(Await.value(listener.firstAfterConnect())).isEqualTo(PingListener.PINGREQ);
        }
    }
}
