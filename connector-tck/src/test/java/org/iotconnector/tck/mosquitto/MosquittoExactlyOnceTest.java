package org.iotconnector.tck.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.net.Direction;
import org.iotconnector.tck.net.FaultProxy;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that is cut in the middle of a chosen packet of the QoS 2 handshake (MQTT 3.1.1 section 4.3.3). */
@Timeout(60)
class MosquittoExactlyOnceTest {
    private static final int PUBREC = 4;
    private static final int HALF_A_PACKET = 2;
    private static final SessionOptions OPTIONS = SessionOptions.builder()
            .reconnect(ReconnectPolicy.standard().withDelays(Duration.ofMillis(20), Duration.ofMillis(100)))
            .build();

    private final Queue<String> arrived = new ConcurrentLinkedQueue<>();

    /** The broker drops the message with the session, so it has to come again on the next. */
    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void cleanSession_cutInPubrel_messageArrivesOnceAcknowledged(MqttVersion version) {
        sendAndCut(version, true, Direction.UP, publishLength(version) + HALF_A_PACKET);

        assertThat(arrived).containsExactly("x", "last");
    }

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void keptSession_cutInPublish_messageArrivesOnce(MqttVersion version) {
        sendAndCut(version, false, Direction.UP, publishLength(version) - 1);

        assertThat(arrived).containsExactly("x", "last");
    }

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void keptSession_cutInPubrec_messageArrivesOnce(MqttVersion version) {
        sendAndCut(version, false, Direction.DOWN, HALF_A_PACKET);

        assertThat(arrived).containsExactly("x", "last");
    }

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void keptSession_cutInPubrel_messageArrivesOnce(MqttVersion version) {
        sendAndCut(version, false, Direction.UP, publishLength(version) + HALF_A_PACKET);

        assertThat(arrived).containsExactly("x", "last");
    }

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void keptSession_cutInPubcomp_messageArrivesOnce(MqttVersion version) {
        sendAndCut(version, false, Direction.DOWN, PUBREC + HALF_A_PACKET);

        assertThat(arrived).containsExactly("x", "last");
    }

    /** PUBLISH of "x" to "a": fixed header, topic, packet identifier, payload; MQTT 5 has the length of no properties. */
    private static int publishLength(MqttVersion version) {
        return version == MqttVersion.V5 ? 9 : 8;
    }

    private void sendAndCut(MqttVersion version, boolean clean, Direction direction, int after) {
        try (Mosquitto broker = Mosquitto.start(version, Endpoint.Transport.TCP);
                FaultProxy proxy = new FaultProxy(broker.port());
                Connector connector = Connector.create()) {
            MqttSession listener = connector.session(
                    SessionConfig.of(broker.login("listener", broker.port()).build(), OPTIONS));
            Await.value(listener.subscribe(
                            List.of(new Subscription(TopicFilter.of("a"), QualityOfService.EXACTLY_ONCE)),
                            message -> arrived.add(message.text()))
                    .result());
            MqttSession sender = connector.session(SessionConfig.of(
                    broker.login("sender", proxy.port()).cleanStart(clean).build(), OPTIONS));
            sender.awaitOnline(Await.LIMIT);

            proxy.cutAfter(direction, after);
            Delivery delivery = send(sender, "x");

            Await.value(delivery.acknowledged());
            assertThat(sender.state().attempt()).isEqualTo(2);
            Await.value(send(sender, "last").acknowledged());
            Await.until("the last has arrived", () -> arrived.contains("last"));
        }
    }

    private static Delivery send(MqttSession session, String text) {
        return session.publish(Publication.text("a", text).withQos(QualityOfService.EXACTLY_ONCE));
    }
}
