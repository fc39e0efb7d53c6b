package org.iotconnector.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.VirtualTime;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.ConnectRequest;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.ScriptedTransports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens over minutes of simulated time: each CONNECT must show one of its own that holds. */
class TokenLifeTest {
    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final Secret KEY = Secret.of(Devices.DEVICE_KEY);

    private final VirtualTime time = VirtualTime.create();
    private final ScriptedTransports network = new ScriptedTransports(Script.WILLING);
    private Duration platformAhead = Duration.ZERO;
    private final Connector connector = Connector.builder()
            .transports(network)
            .time(time)
            .jitter(() -> 0.5)
            .serverTime(
                    reference -> CompletableFuture.completedFuture(time.now().plus(platformAhead)))
            .build();

    @AfterEach
    void close() {
        CompletableFuture<Void> closed = CompletableFuture.runAsync(connector::close);
        Await.until("the connector is closed", () -> {
            time.advance(Duration.ofSeconds(1));
            return closed.isDone();
        });
    }

    private Device sensor() {
        return connector.open(Devices.sensor().tokenLife(LIFE).build());
    }

    private static OneNetToken token(ConnectRequest connect) {
        return OneNetToken.parse(connect.parameters().password().orElseThrow());
    }

    @Test
    void device_withTokensOfThirtySeconds_staysOnlineForFiveMinutesOfForcedReconnects() {
        Device sensor = sensor();
        Instant end = time.now().plus(Duration.ofMinutes(5));
        int cuts = 0;

        while (time.now().isBefore(end)) {
            Instant now = time.now();
            ConnectRequest present = network.first().current();
            assertThat(sensor.isOnline()).isTrue();
            assertThat(token(present).expiry()).isAfter(now);
            assertThat(token(present).isSignedWith(KEY)).isTrue();
            if (cuts++ % 5 == 4) {
                network.first().lose();
                time.advance(sensor.session().state().retryIn().orElseThrow());
            } else {
                time.advance(Duration.ofSeconds(10));
            }
        }

        List<ConnectRequest> connects = network.first().connects();
        assertThat(connects).hasSizeGreaterThan(10);
        assertThat(connects.stream().map(TokenLifeTest::token)).doesNotHaveDuplicates();
        assertThat(network.first().violations()).isEmpty();
    }

    @Test
    void refusal_withAClockBehindByMoreThanTheTokensLife_isCalledTheClocksAndMended() {
        platformAhead = Duration.ofHours(8);
        network.script(Script.MANUAL);
        Device sensor = sensor();

        network.first().current().refuse();
        FailureKind kind = sensor.session().state().failure().orElseThrow().kind();
        time.advance(sensor.session().state().retryIn().orElseThrow());

        assertThat(kind).isEqualTo(FailureKind.CLOCK);
        assertThat(token(network.first().current()).expiry()).isAfter(time.now().plus(platformAhead));
    }
}
