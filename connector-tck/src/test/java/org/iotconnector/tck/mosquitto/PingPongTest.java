package org.iotconnector.tck.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two sessions whose handlers answer each other, ten thousand times, over a real broker and on two handler threads. */
@Timeout(240)
class PingPongTest {
    /** Several balls are in the air, since with one alone the test would mostly wait for the scheduler. */
    private static final int BALLS = 20;

    private static final int ROUNDS = 500;
    private static final int ALL = BALLS * ROUNDS;

    private final CountDownLatch landed = new CountDownLatch(BALLS);
    private final AtomicInteger played = new AtomicInteger();

    @Test
    void handlers_thatPublishToEachOther_goOnForTenThousandRounds() throws InterruptedException {
        // Otherwise the broker waits for more to send, 40 ms in each round.
        try (Mosquitto broker = Mosquitto.start(
                        MqttVersion.V3_1_1, Endpoint.Transport.TCP, folder -> List.of("set_tcp_nodelay true"));
                Connector connector = Connector.builder().handlerThreads(2).build()) {
            MqttSession ping = player(connector, broker, "ping", "pong");
            MqttSession pong = player(connector, broker, "pong", "ping");

            for (int ball = 0; ball < BALLS; ball++) {
                ping.publish(Publication.text("pong", "1"));
            }

            // Not Await, whose limit is for single steps.
            assertThat(landed.await(3, TimeUnit.MINUTES))
                    .as("%s of %s played", played, ALL)
                    .isTrue();
            assertThat(played).hasValue(ALL);
            Await.until(
                    "all are acknowledged",
                    () -> ping.ledger().acknowledged() + pong.ledger().acknowledged() == ALL);
            assertThat(ping.droppedMessages() + pong.droppedMessages()).isZero();
            assertThat(connectorThreads()).isLessThanOrEqualTo(12);
        }
    }

    private MqttSession player(Connector connector, Mosquitto broker, String own, String other) {
        ConnectParameters login = broker.login(own, broker.port()).build();
        MqttSession session = connector.session(SessionConfig.of(login, SessionOptions.standard()));
        Await.value(session.subscribe(own, message -> {
                    played.incrementAndGet();
                    int round = Integer.parseInt(message.text());
                    if (round == ROUNDS) {
                        landed.countDown();
                    } else {
                        session.publish(Publication.text(other, Integer.toString(round + 1)));
                    }
                })
                .result());
        return session;
    }

    private static long connectorThreads() {
        return Stream.of(Thread.getAllStackTraces().keySet().toArray(new Thread[0]))
                .filter(thread -> thread.getName().startsWith("connector-"))
                .count();
    }
}
