package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Credentials;
import org.iotconnector.simulator.testing.OneNetCredentials;
import org.iotconnector.simulator.testing.OneNetVectors;
import org.iotconnector.simulator.testing.RawConnection;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OneNetLoginTest {
    private static final String LAMP = "Demo0Prod1/lamp-1";
    private static final String DEVICE_RES = "products/Demo0Prod1/devices/lamp-1";
    private static final String PRODUCT_RES = "products/Demo0Prod1";

    static Stream<Named<OneNetVectors.Vector>> auths() {
        return OneNetVectors.named("auth-");
    }

    static Stream<Named<OneNetVectors.Vector>> connectRules() {
        return OneNetVectors.named("mqtt-connect-rule-");
    }

    @ParameterizedTest
    @MethodSource("auths")
    void connect_ofVector_getsItsConnackAndLogCode(OneNetVectors.Vector vector) throws IOException {
        Instant now = Instant.ofEpochSecond(Long.parseLong(vector.input("nowEpochSeconds")));
        try (Simulator simulator = Simulator.builder()
                        .onenet(settings -> settings.product(
                                "a1B2c3D4e5", product -> product.device("sensor-01", vector.input("storedDeviceKey"))))
                        .time(VirtualTime.startingAt(now))
                        .start();
                RawConnection connection = new RawConnection(simulator.onenet().mqttUri())) {
            connection.connect(
                    MqttVersion.MQTT_3_1_1,
                    new Credentials(vector.input("clientId"), vector.input("username"), vector.input("password")),
                    120);

            assertThat(connection.readHex(4)).isEqualTo("2002000" + vector.expected("connackReturnCode"));
            assertThat(simulator.onenet().refusals())
                    .extracting(refusal -> Integer.toString(refusal.code()))
                    .containsExactlyElementsOf(
                            vector.expected().containsKey("logCode") ? List.of(vector.expected("logCode")) : List.of());
        }
    }

    @Test
    void connect_packetOfVector_isAccepted() throws IOException {
        OneNetVectors.Vector token = OneNetVectors.one("token-device-md5-published");
        try (Simulator simulator = Simulator.builder()
                        .onenet(settings -> settings.product(
                                "EJyXIoGn8p", product -> product.device("test", token.input("accessKey"))))
                        .time(VirtualTime.startingAt(Instant.parse("2020-07-01T00:00:00Z")))
                        .start();
                RawConnection connection = new RawConnection(simulator.onenet().mqttUri())) {
            connection.sendHex(OneNetVectors.one("mqtt-connect-packet").expected("hex"));

            assertThat(connection.readHex(4)).isEqualTo("20020000");
            assertThat(simulator.onenet().connections())
                    .singleElement()
                    .satisfies(client -> assertThat(client.keepAliveSeconds()).isEqualTo(120));
        }
    }

    @Test
    void connect_wrongKey_getsTheConnackOfTheVectorAndIsClosed() throws IOException {
        try (Simulator simulator = demo();
                RawConnection connection = new RawConnection(simulator.onenet().mqttUri())) {
            connection.connect(
                    MqttVersion.MQTT_3_1_1,
                    OneNetCredentials.of("Demo0Prod1", "lamp-1", OneNetCredentials.key("x"), OneNetCredentials.FAR),
                    120);

            assertThat(connection.readHex(4))
                    .isEqualTo(OneNetVectors.one("mqtt-connack-auth-failed").expected("hex"));
            assertThat(connection.isClosedByServer()).isTrue();
            assertThat(simulator.onenet().device(LAMP).lastRefusal()).hasValueSatisfying(refusal -> {
                assertThat(refusal.code()).isEqualTo(1106);
                assertThat(refusal.text()).contains("sign not match").doesNotContain(DemoSet.ONENET_DEVICE_KEY);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("connectRules")
    void connect_flagsAndKeepAliveOfVector_closeWithoutConnackOrGoOn(OneNetVectors.Vector vector) throws IOException {
        int flags = Integer.decode(vector.input("connectFlags"));
        int keepAlive = Integer.parseInt(vector.input("keepAlive"));
        try (Simulator simulator = demo();
                RawConnection connection = new RawConnection(simulator.onenet().mqttUri())) {
            connection.sendHex(connectPacket(flags, keepAlive));

            if (vector.expected("action").equals("continue")) {
                assertThat(connection.readHex(4)).isEqualTo("20020000");
            } else {
                assertThat(connection.isClosedByServer()).isTrue();
                assertThat(simulator.onenet().device(LAMP).lastRefusal())
                        .hasValueSatisfying(
                                refusal -> assertThat(refusal.code()).isZero());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"MQTT_3_1", "MQTT_5"})
    void connect_otherMqttVersion_isClosedWithoutConnack(MqttVersion version) throws IOException {
        try (Simulator simulator = demo();
                RawConnection connection = new RawConnection(simulator.onenet().mqttUri())) {
            connection.connect(version, OneNetCredentials.lamp(), 120);

            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void connect_unknownProtocolLevel_isClosedWithoutConnack() throws IOException {
        try (Simulator simulator = demo();
                RawConnection connection = new RawConnection(simulator.onenet().mqttUri())) {
            connection.sendHex("100d00044d51545409c2000a0001610000");

            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        DEVICE_RES + ", device, false, 20020000",
        DEVICE_RES + ", product, false, 20020000",
        PRODUCT_RES + ", product, false, 20020000",
        PRODUCT_RES + ", device, false, 20020004",
        DEVICE_RES + ", device, true, 20020000",
        DEVICE_RES + ", product, true, 20020004",
        PRODUCT_RES + ", product, true, 20020000"
    })
    void connect_resourceAndKey_areCombinedAsThePlatformAllows(String res, String key, boolean strict, String expected)
            throws IOException {
        String secret = key.equals("device") ? DemoSet.ONENET_DEVICE_KEY : DemoSet.ONENET_ACCESS_KEY;
        Credentials credentials =
                new Credentials("lamp-1", "Demo0Prod1", OneNetCredentials.token(res, secret, OneNetCredentials.FAR));
        try (Simulator simulator = Simulator.builder()
                .demoOneNet(settings -> settings.rule(OneNetRule.STRICT_PRODUCT_KEY, strict))
                .start()) {
            assertThat(connAck(simulator, credentials)).isEqualTo(expected);
        }
    }

    @Test
    void connect_productTokenOfAnUnknownDevice_is1107() throws IOException {
        Credentials credentials = new Credentials(
                "nobody",
                "Demo0Prod1",
                OneNetCredentials.token(PRODUCT_RES, DemoSet.ONENET_ACCESS_KEY, OneNetCredentials.FAR));
        try (Simulator simulator = demo()) {
            String connAck = connAck(simulator, credentials);

            assertThat(connAck).isEqualTo("20020004");
            assertThat(simulator.onenet().refusals()).singleElement().satisfies(refusal -> {
                assertThat(refusal.code()).isEqualTo(1107);
                assertThat(refusal.device()).isEqualTo("Demo0Prod1/nobody");
            });
        }
    }

    @Test
    void connect_cardManagersQueryString_isCutOff() throws IOException {
        Credentials lamp = OneNetCredentials.lamp();
        try (Simulator simulator = demo()) {
            String connAck = connAck(
                    simulator, new Credentials("lamp-1?network=1&imei=86&iccid=89", lamp.userName(), lamp.password()));

            assertThat(connAck).isEqualTo("20020000");
            assertThat(simulator.onenet().device(LAMP).status()).isNotEqualTo(DeviceStatus.INACTIVE);
        }
    }

    @Test
    void status_firstLogin_activatesTheDevice() throws IOException {
        try (Simulator simulator = demo()) {
            OneNetDevice lamp = simulator.onenet().device(LAMP);
            DeviceStatus before = lamp.status();
            Client client = Client.to(simulator.onenet().mqttUri(), OneNetCredentials.lamp())
                    .connect();
            DeviceStatus during = lamp.status();
            client.close();
            simulator.onenet().await("offline", () -> !lamp.isOnline(), Duration.ofSeconds(5));

            assertThat(before).isEqualTo(DeviceStatus.INACTIVE);
            assertThat(during).isEqualTo(DeviceStatus.ONLINE);
            assertThat(lamp.status()).isEqualTo(DeviceStatus.OFFLINE);
        }
    }

    @Test
    void connect_sameDeviceAgain_newestWins() throws IOException {
        try (Simulator simulator = demo();
                RawConnection older = connected(simulator);
                RawConnection newer = connected(simulator)) {
            assertThat(older.isClosedByServer()).isTrue();
            assertThat(newer.sendHex("c000").readHex(2)).isEqualTo("d000");
            assertThat(simulator.onenet().counters().takeOvers()).isEqualTo(1);
        }
    }

    @Test
    void connect_twiceOnOneConnection_isClosed() throws IOException {
        try (Simulator simulator = demo();
                RawConnection connection = connected(simulator)) {
            connection.connect(MqttVersion.MQTT_3_1_1, OneNetCredentials.lamp(), 120);

            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void fault_refuseConnect_strikesOneDevice() throws IOException {
        try (Simulator simulator = demo()) {
            simulator.onenet().inject(LAMP, new Fault.RefuseConnect(3, 1));

            String refused = connAck(simulator, OneNetCredentials.lamp());
            String accepted = connAck(simulator, OneNetCredentials.lamp());

            assertThat(refused).isEqualTo("20020003");
            assertThat(accepted).isEqualTo("20020000");
        }
    }

    private static Simulator demo() {
        return Simulator.builder().demoOneNet().start();
    }

    private static RawConnection connected(Simulator simulator) throws IOException {
        RawConnection connection = new RawConnection(simulator.onenet().mqttUri());
        connection
                .connect(MqttVersion.MQTT_3_1_1, OneNetCredentials.lamp(), 120)
                .readHex(4);
        return connection;
    }

    /** Four bytes, or none if the server closes. */
    private static String connAck(Simulator simulator, Credentials credentials) throws IOException {
        try (RawConnection connection = new RawConnection(simulator.onenet().mqttUri())) {
            return connection.connect(MqttVersion.MQTT_3_1_1, credentials, 120).readHex(4);
        }
    }

    /** The lamp's CONNECT with any flags; a Will is added where they say so. */
    private static String connectPacket(int flags, int keepAlive) {
        Credentials lamp = OneNetCredentials.lamp();
        String will = (flags & 0x04) == 0 ? "" : field("w") + field("w");
        String body = "00044d515454" + "04" + String.format("%02x%04x", flags, keepAlive) + field(lamp.clientId())
                + will + field(lamp.userName()) + field(lamp.password());
        int length = body.length() / 2;
        return "10" + String.format("%02x%02x", (length & 0x7F) | 0x80, length >> 7) + body;
    }

    private static String field(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return String.format("%04x", bytes.length) + HexFormat.of().formatHex(bytes);
    }
}
