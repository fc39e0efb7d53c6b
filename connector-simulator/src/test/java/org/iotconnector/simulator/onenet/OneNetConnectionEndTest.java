package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.testing.Credentials;
import org.iotconnector.simulator.testing.OneNetCredentials;
import org.iotconnector.simulator.testing.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bans, silence and expired tokens. */
class OneNetConnectionEndTest {
    private static final String LAMP = "Demo0Prod1/lamp-1";
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    @Test
    void connect_eleventhWithinFiveSeconds_isBannedForFiveMinutes() throws IOException {
        VirtualTime time = VirtualTime.startingAt(START);
        try (Simulator simulator = Simulator.builder().demoOneNet().time(time).start()) {
            for (int i = 0; i < 10; i++) {
                assertThat(connAck(simulator, OneNetCredentials.lamp())).isEqualTo("20020000");
            }

            String eleventh = connAck(simulator, OneNetCredentials.lamp());
            time.advance(Duration.ofMinutes(5).minusMillis(1));
            String stillBanned = connAck(simulator, OneNetCredentials.lamp());
            time.advance(Duration.ofMillis(1));
            String after = connAck(simulator, OneNetCredentials.lamp());

            assertThat(eleventh).isEmpty();
            assertThat(stillBanned).isEmpty();
            assertThat(after).isEqualTo("20020000");
        }
    }

    @Test
    void connect_tenPerFiveSeconds_areNeverBanned() throws IOException {
        VirtualTime time = VirtualTime.startingAt(START);
        try (Simulator simulator = Simulator.builder().demoOneNet().time(time).start()) {
            for (int i = 0; i < 25; i++) {
                assertThat(connAck(simulator, OneNetCredentials.lamp())).isEqualTo("20020000");
                time.advance(Duration.ofMillis(500));
            }
        }
    }

    @Test
    void connect_banSwitchedOff_takesAny() throws IOException {
        try (Simulator simulator = Simulator.builder()
                .demoOneNet(settings -> settings.rule(OneNetRule.CONNECT_BAN, false))
                .time(VirtualTime.startingAt(START))
                .start()) {
            for (int i = 0; i < 11; i++) {
                assertThat(connAck(simulator, OneNetCredentials.lamp())).isEqualTo("20020000");
            }
        }
    }

    @Test
    void clearFaults_banned_liftsTheBan() throws IOException {
        try (Simulator simulator = Simulator.builder()
                .demoOneNet()
                .time(VirtualTime.startingAt(START))
                .start()) {
            for (int i = 0; i < 11; i++) {
                connAck(simulator, OneNetCredentials.lamp());
            }

            simulator.onenet().clearFaults();

            assertThat(connAck(simulator, OneNetCredentials.lamp())).isEqualTo("20020000");
        }
    }

    @Test
    void keepAlive_silentForOneAndAHalf_closesTheConnection() throws IOException {
        VirtualTime time = VirtualTime.startingAt(START);
        try (Simulator simulator = Simulator.builder().demoOneNet().time(time).start();
                RawConnection connection = new RawConnection(simulator.onenet().mqttUri())) {
            connection
                    .connect(MqttVersion.MQTT_3_1_1, OneNetCredentials.lamp(), 10)
                    .readHex(4);

            time.advance(Duration.ofSeconds(14));
            boolean before = simulator.onenet().device(LAMP).isOnline();
            time.advance(Duration.ofSeconds(1));

            assertThat(before).isTrue();
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void tokenExpiry_duringTheSession_closesOnlyIfTheRuleSaysSo(boolean close, boolean online) throws IOException {
        VirtualTime time = VirtualTime.startingAt(START);
        try (Simulator simulator = Simulator.builder()
                        .demoOneNet(settings -> settings.rule(OneNetRule.CLOSE_AT_TOKEN_EXPIRY, close))
                        .time(time)
                        .start();
                RawConnection connection = new RawConnection(simulator.onenet().mqttUri())) {
            connection
                    .connect(MqttVersion.MQTT_3_1_1, OneNetCredentials.lamp(START.getEpochSecond() + 30), 1800)
                    .readHex(4);

            time.advance(Duration.ofSeconds(30));
            boolean atExpiry = simulator.onenet().device(LAMP).isOnline();
            time.advance(Duration.ofSeconds(1));

            assertThat(atExpiry).isTrue();
            assertThat(simulator.onenet().device(LAMP).isOnline()).isEqualTo(online);
        }
    }

    @Test
    void tokenExpiry_inMilliseconds_isFarAway() throws IOException {
        try (Simulator simulator = Simulator.builder()
                .demoOneNet(settings -> settings.rule(OneNetRule.CLOSE_AT_TOKEN_EXPIRY, true))
                .start()) {
            assertThat(connAck(simulator, OneNetCredentials.lamp(OneNetCredentials.FAR * 1000)))
                    .isEqualTo("20020000");
        }
    }

    /** Four bytes, or none if the server closes. */
    private static String connAck(Simulator simulator, Credentials credentials) throws IOException {
        try (RawConnection connection = new RawConnection(simulator.onenet().mqttUri())) {
            return connection.connect(MqttVersion.MQTT_3_1_1, credentials, 120).readHex(4);
        }
    }
}
