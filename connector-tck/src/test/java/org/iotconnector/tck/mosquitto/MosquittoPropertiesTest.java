package org.iotconnector.tck.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.iotconnector.core.Connector;
import org.iotconnector.core.DeliveryException;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MessageProperties;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.ContractBroker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What MQTT 5 messages carry beside their payload, through a real broker. */
@Timeout(60)
class MosquittoPropertiesTest {
    private final Connector connector = Connector.create();

    @AfterEach
    void close() {
        connector.close();
    }

    private MqttSession online(ContractBroker broker, String client) {
        MqttSession session = connector.session(
                SessionConfig.of(broker.login(client, broker.port()).build(), SessionOptions.standard()));
        session.awaitOnline(Await.LIMIT);
        return session;
    }

    @Test
    void message_withEveryProperty_arrivesWithThem() throws InterruptedException {
        MessageProperties properties = MessageProperties.NONE
                .withContentType("application/json")
                .withResponseTopic(TopicName.of("answers/1"))
                .withCorrelationData(Bytes.copyOf(new byte[] {0, -1, 7}))
                .withMessageExpiry(Duration.ofMinutes(5))
                .withUserProperty("site", "hall-2")
                .withUserProperty("site", "hall-3");
        try (ContractBroker broker = Mosquitto.start(MqttVersion.V5, Endpoint.Transport.TCP)) {
            MqttSession session = online(broker, "both");
            Await.value(session.subscribe("t").result());

            session.publish(Publication.text("t", "{}").with(properties));

            Message message = session.receive(Await.LIMIT).orElseThrow();
            assertThat(message.properties().withMessageExpiry(Duration.ofMinutes(5)))
                    .isEqualTo(properties);
            assertThat(message.properties().messageExpiry().orElseThrow())
                    .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
        }
    }

    @Test
    void message_withoutProperties_arrivesWithNone() throws InterruptedException {
        try (ContractBroker broker = Mosquitto.start(MqttVersion.V5, Endpoint.Transport.TCP)) {
            MqttSession session = online(broker, "both");
            Await.value(session.subscribe("t").result());

            session.publish(Publication.text("t", "x"));

            assertThat(session.receive(Await.LIMIT).orElseThrow().properties()).isSameAs(MessageProperties.NONE);
        }
    }

    @Test
    void publish_withPropertiesOnMqtt311_isRefusedAndSaysWhatToDo() {
        try (ContractBroker broker = Mosquitto.start(MqttVersion.V3_1_1, Endpoint.Transport.TCP)) {
            MqttSession session = online(broker, "both");
            Publication publication =
                    Publication.text("t", "x").with(MessageProperties.NONE.withContentType("text/plain"));

            Throwable refused = Await.failure(session.publish(publication).acknowledged());

            assertThat(refused).isInstanceOf(DeliveryException.class).hasMessageContaining("mqttVersion: 5");
            assertThat(session.ledger().refused()).isEqualTo(1);
        }
    }

    @Test
    void session_withAnExpiry_isKeptForItsTimeAlthoughItStartedClean() throws InterruptedException {
        try (ContractBroker broker = Mosquitto.start(MqttVersion.V5, Endpoint.Transport.TCP)) {
            SessionConfig config = SessionConfig.of(
                    broker.login("kept", broker.port())
                            .sessionExpiry(Duration.ofMinutes(1))
                            .build(),
                    SessionOptions.standard());
            MqttSession first = connector.session(config);
            first.awaitOnline(Await.LIMIT);
            Await.value(first.subscribe("t").result());
            first.close();
            Await.value(online(broker, "sender")
                    .publish(Publication.text("t", "missed"))
                    .acknowledged());

            MqttSession second = connector.session(
                    SessionConfig.of(
                            broker.login("kept", broker.port())
                                    .cleanStart(false)
                                    .sessionExpiry(Duration.ofMinutes(1))
                                    .build(),
                            SessionOptions.standard()),
                    session -> session.subscribe("t"));

            assertThat(second.receive(Await.LIMIT).orElseThrow().text()).isEqualTo("missed");
        }
    }
}
