package org.iotconnector.tck.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
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

/** Bits turned over on the way. Plain MQTT has no checksum of its own; TLS notices every one. */
@Timeout(60)
class MosquittoTlsCorruptionTest {
    private static final SessionOptions OPTIONS = SessionOptions.builder()
            .reconnect(ReconnectPolicy.standard()
                    .withDelays(Duration.ofMillis(20), Duration.ofMillis(100))
                    .withSlowDelays(Duration.ofMillis(20), Duration.ofMillis(100)))
            .build();

    private final Queue<String> arrived = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @EnumSource(Direction.class)
    void corruptBytes_underTls_loseAndAlterNothing(Direction direction) {
        try (Mosquitto broker = Mosquitto.start(MqttVersion.V3_1_1, Endpoint.Transport.TLS);
                FaultProxy proxy = new FaultProxy(broker.port(), 11);
                Connector connector = Connector.create()) {
            MqttSession listener = connector.session(
                    SessionConfig.of(broker.login("listener", broker.port()).build(), OPTIONS));
            Await.value(listener.subscribe(
                            List.of(new Subscription(TopicFilter.of("a"), QualityOfService.EXACTLY_ONCE)),
                            message -> arrived.add(message.text()))
                    .result());
            MqttSession sender = connector.session(SessionConfig.of(
                    broker.login("sender", proxy.port()).cleanStart(false).build(), OPTIONS));
            sender.awaitOnline(Await.LIMIT);
            List<String> sent = new ArrayList<>();
            List<Delivery> deliveries = new ArrayList<>();

            int attempt = sender.state().attempt();
            proxy.corrupt(direction, 200);
            for (int i = 0; i < 40; i++) {
                sent.add("message " + i);
                deliveries.add(
                        sender.publish(Publication.text("a", "message " + i).withQos(QualityOfService.EXACTLY_ONCE)));
            }
            Await.until("it is noticed", () -> sender.state().attempt() > attempt);
            proxy.heal();

            deliveries.forEach(delivery -> Await.value(delivery.acknowledged()));
            Await.until("all have arrived", () -> arrived.size() >= sent.size());
            assertThat(arrived).containsExactlyInAnyOrderElementsOf(sent);
        }
    }
}
