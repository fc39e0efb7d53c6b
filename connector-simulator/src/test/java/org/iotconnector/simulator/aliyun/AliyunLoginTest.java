package org.iotconnector.simulator.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.junit.SimulatorExtension;
import org.iotconnector.simulator.testing.AliyunCredentials;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Credentials;
import org.iotconnector.simulator.testing.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SimulatorExtension.class)
class AliyunLoginTest {
    private static final Credentials GOOD = AliyunCredentials.lamp();
    private static final Credentials WRONG = new Credentials(
            GOOD.clientId(), GOOD.userName(), "00" + GOOD.password().substring(2));
    private static final Credentials UNKNOWN =
            new Credentials(GOOD.clientId(), "nobody&" + DemoSet.PRODUCT_KEY, GOOD.password());
    private static final Credentials MALFORMED = new Credentials("no bars", GOOD.userName(), GOOD.password());
    private static final Credentials ODD_MODE =
            AliyunCredentials.of("lamp-1", DemoSet.DEVICE_SECRET, "securemode=8,signmethod=hmacsha256");
    private static final Credentials UNKNOWN_METHOD =
            AliyunCredentials.of("lamp-1", DemoSet.DEVICE_SECRET, "securemode=3,signmethod=hmacsm3");

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void connect_rightSignature_isAcceptedInEveryVersion(MqttVersion version, Simulator simulator) throws IOException {
        String answer = connAck(simulator, version, GOOD, 60);

        assertThat(answer).startsWith("20").contains(version == MqttVersion.MQTT_5 ? "0000" : "020000");
    }

    @Test
    void connect_malformedClientId_isRefusedWith2(Simulator simulator) throws IOException {
        assertThat(connAck(simulator, MqttVersion.MQTT_3_1_1, MALFORMED, 60)).isEqualTo("20020002");
        assertThat(connAck(simulator, MqttVersion.MQTT_5, MALFORMED, 60)).isEqualTo("2003008500");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 29, 1201, 65_535})
    void connect_keepAliveOutOfRange_isRefusedWith3(int keepAlive, Simulator simulator) throws IOException {
        assertThat(connAck(simulator, MqttVersion.MQTT_3_1_1, GOOD, keepAlive)).isEqualTo("20020003");
        assertThat(connAck(simulator, MqttVersion.MQTT_5, GOOD, keepAlive)).isEqualTo("2003008800");
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 1200})
    void connect_keepAliveAtTheEdge_isAccepted(int keepAlive, Simulator simulator) throws IOException {
        assertThat(connAck(simulator, MqttVersion.MQTT_3_1_1, GOOD, keepAlive)).isEqualTo("20020000");
    }

    @Test
    void connect_wrongSignature_isRefusedWith4(Simulator simulator) throws IOException {
        assertThat(connAck(simulator, MqttVersion.MQTT_3_1_1, WRONG, 60)).isEqualTo("20020004");
        assertThat(connAck(simulator, MqttVersion.MQTT_5, WRONG, 60)).isEqualTo("2003008600");
    }

    @Test
    void connect_unknownDeviceOrMethod_isRefusedWith4(Simulator simulator) throws IOException {
        assertThat(connAck(simulator, MqttVersion.MQTT_3_1_1, UNKNOWN, 60)).isEqualTo("20020004");
        assertThat(connAck(simulator, MqttVersion.MQTT_3_1_1, UNKNOWN_METHOD, 60))
                .isEqualTo("20020004");
    }

    @Test
    void connect_unknownSecureMode_isRefusedWith5(Simulator simulator) throws IOException {
        assertThat(connAck(simulator, MqttVersion.MQTT_3_1_1, ODD_MODE, 60)).isEqualTo("20020005");
        assertThat(connAck(simulator, MqttVersion.MQTT_5, ODD_MODE, 60)).isEqualTo("2003008700");
    }

    @Test
    void connect_disabledDevice_isRefusedWith5UntilEnabled(Simulator simulator) throws IOException {
        AliyunDevice device = simulator.aliyun().device("a1Demo0Prod/lamp-1");
        device.disable();

        String disabled = connAck(simulator, MqttVersion.MQTT_3_1_1, GOOD, 60);
        DeviceStatus status = device.status();
        device.enable();
        String enabled = connAck(simulator, MqttVersion.MQTT_3_1_1, GOOD, 60);

        assertThat(disabled).isEqualTo("20020005");
        assertThat(status).isEqualTo(DeviceStatus.DISABLED);
        assertThat(enabled).isEqualTo("20020000");
    }

    @Test
    void connect_mqtt5_connAckTellsWhatThePlatformOffers(Simulator simulator) throws IOException {
        try (RawConnection connection = new RawConnection(simulator.aliyun().mqttUri())) {
            connection.connect(MqttVersion.MQTT_5, GOOD, 60);

            String answer = connection.readHex(11);
            assertThat(answer).startsWith("2009" + "0000" + "06");
            // maximum QoS 1, no subscription identifiers, no shared subscriptions
            assertThat(answer.substring(10)).contains("2401", "2900", "2a00");
        }
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void connect_strictTransportOverTcp_takesMode3Only(String mode, boolean accepted) throws IOException {
        try (Simulator simulator = Simulator.builder()
                .demoAliyun(settings -> settings.strictTransport(true))
                .start()) {
            Credentials credentials = AliyunCredentials.of(
                    "lamp-1", DemoSet.DEVICE_SECRET, "securemode=" + mode + ",signmethod=hmacsha256");

            assertThat(connAck(simulator, MqttVersion.MQTT_3_1_1, credentials, 60))
                    .isEqualTo(accepted ? "20020000" : "20020005");
        }
    }

    @Test
    void connect_keepAliveRangeSwitchedOff_takesAny() throws IOException {
        try (Simulator simulator = Simulator.builder()
                .demoAliyun(settings -> settings.keepAliveRange(false))
                .start()) {
            assertThat(connAck(simulator, MqttVersion.MQTT_3_1_1, GOOD, 5)).isEqualTo("20020000");
        }
    }

    @Test
    void connect_sameDeviceWithOtherClientId_takesOver(Simulator simulator) {
        try (Client older = Client.to(simulator.aliyun().mqttUri(), GOOD).connect();
                Client newer = Client.to(simulator.aliyun().mqttUri(), AliyunCredentials.lamp(",lan=Java"))) {
            newer.connect();

            assertThat(older.isDisconnectedSoon()).isTrue();
            assertThat(simulator.aliyun().connections())
                    .singleElement()
                    .satisfies(connection -> assertThat(connection.clientId()).contains("lan=Java"));
            assertThat(simulator.aliyun().counters().takeOvers()).isPositive();
        }
    }

    @Test
    void connect_takenOver_mqtt5IsToldTheReason(Simulator simulator) throws IOException {
        try (RawConnection older = new RawConnection(simulator.aliyun().mqttUri())) {
            older.connect(MqttVersion.MQTT_5, GOOD, 60).readHex(11);

            connAck(simulator, MqttVersion.MQTT_5, GOOD, 60);

            assertThat(older.readHex(3)).isEqualTo("e0028e");
        }
    }

    @Test
    void keepAlive_silentForOneAndAHalf_closesTheConnection() throws IOException {
        VirtualTime time = VirtualTime.startingAt(Instant.EPOCH);
        try (Simulator simulator = Simulator.builder().demoAliyun().time(time).start();
                RawConnection connection = new RawConnection(simulator.aliyun().mqttUri())) {
            connection.connect(MqttVersion.MQTT_3_1_1, GOOD, 60).readHex(4);

            time.advance(Duration.ofSeconds(80));
            connection.sendHex("c000");
            String pong = connection.readHex(2);
            time.advance(Duration.ofSeconds(89));
            boolean before = simulator.aliyun().device("a1Demo0Prod/lamp-1").isOnline();
            time.advance(Duration.ofSeconds(1));

            assertThat(pong).isEqualTo("d000");
            assertThat(before).isTrue();
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    private static String connAck(Simulator simulator, MqttVersion version, Credentials credentials, int keepAlive)
            throws IOException {
        try (RawConnection connection = new RawConnection(simulator.aliyun().mqttUri())) {
            connection.connect(version, credentials, keepAlive);
            String start = connection.readHex(2);
            return start + connection.readHex(Integer.parseInt(start.substring(2), 16));
        }
    }
}
