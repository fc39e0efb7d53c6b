package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.testing.OneNetCredentials;
import org.iotconnector.simulator.testing.OneNetVectors;
import org.iotconnector.simulator.testing.RawConnection;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneNetSessionTest {
    private static final String KEY = OneNetCredentials.key("sensor");
    private static final String SENSOR = "$sys/a1B2c3D4e5/sensor-01/";
    private static final String POST = SENSOR + "thing/property/post";
    private static final Duration WAIT = Duration.ofSeconds(5);

    static Stream<Named<OneNetVectors.Vector>> filters() {
        return OneNetVectors.named("mqtt-subscribe-filter ");
    }

    @ParameterizedTest
    @MethodSource("filters")
    void subscribe_filterOfVector_getsItsCode(OneNetVectors.Vector vector) throws IOException {
        String filter = vector.input("filter");
        DataProtocol protocol = filter.contains("/cmd/") ? DataProtocol.DATASTREAM : DataProtocol.ONEJSON;
        try (Simulator simulator = simulator(protocol);
                RawConnection connection = connected(simulator)) {
            String subAck = connection.subscribe(1, filter).readHex(5);

            assertThat(subAck)
                    .isEqualTo("90030001" + vector.expected("subackCode").substring(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtt-suback-rejected", "mqtt-suback-granted"})
    void subscribe_packetOfVector_getsItsSuback(String name) throws IOException {
        OneNetVectors.Vector vector = OneNetVectors.one(name);
        String filter = ((List<?>) Objects.requireNonNull(vector.inputs().get("filters")))
                .get(0)
                .toString();
        try (Simulator simulator = simulator(DataProtocol.ONEJSON);
                RawConnection connection = connected(simulator)) {
            connection.subscribe(Integer.parseInt(vector.input("packetId")), filter);

            assertThat(connection.readHex(5)).isEqualTo(vector.expected("hex"));
        }
    }

    @Test
    void subscribe_oneOfSeveralIsBad_theRestIsGranted() throws IOException {
        try (Simulator simulator = simulator(DataProtocol.ONEJSON);
                RawConnection connection = connected(simulator)) {
            connection.subscribe(3, SENSOR + "thing/#", "$sys/a1B2c3D4e5/other/#", SENSOR + "ota/#");

            assertThat(connection.readHex(7)).isEqualTo("90050003" + "008000");
        }
    }

    @ParameterizedTest
    @CsvSource({"ONEJSON, cmd/#, 80", "ONEJSON, cmd/request/+, 80", "DATASTREAM, cmd/#, 00", "RAW, custome/down/+, 00"})
    void subscribe_commandsOfAThingModelProduct_areRefused(DataProtocol protocol, String path, String code)
            throws IOException {
        try (Simulator simulator = simulator(protocol);
                RawConnection connection = connected(simulator)) {
            assertThat(connection.subscribe(1, SENSOR + path).readHex(5)).isEqualTo("90030001" + code);
        }
    }

    @Test
    void subscribe_charactersAndLengthBeyondTheRules_areRefused() throws IOException {
        try (Simulator simulator = simulator(DataProtocol.ONEJSON);
                RawConnection connection = connected(simulator)) {
            connection.subscribe(1, SENSOR + "thing/a.b", SENSOR + "x".repeat(513 - SENSOR.length()));

            assertThat(connection.readHex(6)).isEqualTo("900400018080");
        }
    }

    @Test
    void subscribe_nineFiltersInOnePacket_closesTheConnection() throws IOException {
        try (Simulator simulator = simulator(DataProtocol.ONEJSON);
                RawConnection connection = connected(simulator)) {
            connection.subscribe(1, filters(0, 9));

            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void subscribe_eleventhFilterOfASession_isRefused() throws IOException {
        try (Simulator simulator = simulator(DataProtocol.ONEJSON);
                RawConnection connection = connected(simulator)) {
            connection.subscribe(1, filters(0, 5)).readHex(9);
            connection.subscribe(2, filters(5, 10)).readHex(9);

            String eleventh = connection.subscribe(3, filters(10, 11)).readHex(5);
            String known = connection.subscribe(4, filters(0, 1)).readHex(5);

            assertThat(eleventh).isEqualTo("9003000380");
            assertThat(known).isEqualTo("9003000400");
        }
    }

    @Test
    void subscribe_limitSwitchedOff_takesMore() throws IOException {
        try (Simulator simulator = Simulator.builder()
                        .onenet(settings -> settings.product("a1B2c3D4e5", product -> product.device("sensor-01", KEY))
                                .rule(OneNetRule.SUBSCRIPTION_LIMIT, false))
                        .start();
                RawConnection connection = connected(simulator)) {
            connection.subscribe(1, filters(0, 8)).readHex(12);

            assertThat(connection.subscribe(2, filters(8, 12)).readHex(8)).isEqualTo("9006000200000000");
        }
    }

    @Test
    void publish_qos1_isAcknowledgedWithoutSubscription() throws IOException {
        try (Simulator simulator = simulator(DataProtocol.ONEJSON);
                RawConnection connection = connected(simulator)) {
            connection.publish(POST, bytes("{\"id\":\"1\",\"params\":{}}"), 1, 7);

            assertThat(connection.readHex(4)).isEqualTo("40020007");
            assertThat(connection.isSilentFor(100)).isTrue();
        }
    }

    @Test
    void publish_qos2_closesTheConnection() throws IOException {
        assertThat(dispositionOfClosing(connection -> connection.publish(POST, bytes("{}"), 2, 1)))
                .isEqualTo(Disposition.REFUSED_QOS);
    }

    @Test
    void publish_retained_closesTheConnection() throws IOException {
        assertThat(dispositionOfClosing(connection -> connection.send(MqttMessageBuilders.publish()
                        .topicName(POST)
                        .qos(MqttQoS.AT_MOST_ONCE)
                        .retained(true)
                        .payload(Unpooled.copiedBuffer("{}", StandardCharsets.UTF_8))
                        .build())))
                .isEqualTo(Disposition.REFUSED_RETAIN);
    }

    @Test
    void publish_qos0WithDup_closesTheConnection() throws IOException {
        assertThat(dispositionOfClosing(connection -> connection.send(new MqttPublishMessage(
                        new MqttFixedHeader(MqttMessageType.PUBLISH, true, MqttQoS.AT_MOST_ONCE, false, 0),
                        new MqttPublishVariableHeader(POST, 0),
                        Unpooled.copiedBuffer("{}", StandardCharsets.UTF_8)))))
                .isEqualTo(Disposition.REFUSED_DUPLICATE);
    }

    @Test
    void publish_moreThan256KiB_closesTheConnection() throws IOException {
        assertThat(dispositionOfClosing(connection -> connection.publish(POST, new byte[256 * 1024 + 1], 0, 0)))
                .isEqualTo(Disposition.REFUSED_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$sys/a1B2c3D4e5/sensor-02/thing/property/post",
                "$sys/a1B2c3D4e5/sensor-01/thing/property/pots",
                "$sys/a1B2c3D4e5/sensor-01/dp/post/json",
                "$sys/a1B2c3D4e5/sensor-01/thing/service/a.b/invoke_reply",
                "$sys/a1B2c3D4e5/sensor-01/thing/service/a/b/c/invoke_reply",
                "user/topic"
            })
    void publish_unknownOrForeignTopic_closesTheConnection(String topic) throws IOException {
        assertThat(dispositionOfClosing(connection -> connection.publish(topic, bytes("{}"), 0, 0)))
                .isEqualTo(Disposition.REFUSED_TOPIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"50020001", "62020001", "70020001", "20020000", "9003000100", "b0020001", "d000"})
    void packet_thatThePlatformDoesNotTake_closesTheConnection(String hex) throws IOException {
        try (Simulator simulator = simulator(DataProtocol.ONEJSON);
                RawConnection connection = connected(simulator)) {
            connection.sendHex(hex);

            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void publish_fasterThanOnePerSecond_isCountedAndTaken() throws IOException {
        VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-20T00:00:00Z"));
        try (Simulator simulator = simulator(DataProtocol.ONEJSON, false, time);
                RawConnection connection = connected(simulator)) {
            connection.publish(POST, bytes("{}"), 1, 1).readHex(4);
            connection.publish(POST, bytes("{}"), 1, 2).readHex(4);
            time.advance(Duration.ofSeconds(1));
            connection.publish(POST, bytes("{}"), 1, 3).readHex(4);

            assertThat(simulator.onenet().device("a1B2c3D4e5/sensor-01").publishesOverRate())
                    .isEqualTo(1);
            assertThat(simulator.onenet().received()).hasSize(3).allMatch(message -> message.isAccepted());
        }
    }

    @Test
    void publish_rateEnforced_dropsTheExcessWithoutAcknowledgement() throws IOException {
        VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-20T00:00:00Z"));
        try (Simulator simulator = simulator(DataProtocol.ONEJSON, true, time);
                RawConnection connection = connected(simulator)) {
            connection.publish(POST, bytes("{}"), 1, 1).readHex(4);
            connection.publish(POST, bytes("{}"), 1, 2);
            simulator.onenet().awaitReceived(message -> message.sequence() == 2, WAIT);
            time.advance(Duration.ofSeconds(1));

            String next = connection.publish(POST, bytes("{}"), 1, 3).readHex(4);

            assertThat(next).isEqualTo("40020003");
            assertThat(simulator.onenet().received().get(1).disposition()).isEqualTo(Disposition.DROPPED_RATE_LIMIT);
        }
    }

    @Test
    void downlink_offline_isLostAndNotKept() throws IOException {
        try (Simulator simulator = simulator(DataProtocol.ONEJSON)) {
            OneNetDevice device = simulator.onenet().device("a1B2c3D4e5/sensor-01");
            try (RawConnection connection = connected(simulator)) {
                connection.subscribe(1, SENSOR + "thing/#").readHex(5);
            }
            simulator.onenet().await("offline", () -> !device.isOnline(), WAIT);

            boolean sent = device.publish(SENSOR + "thing/property/set", bytes("{}"), 1);

            assertThat(sent).isFalse();
            try (RawConnection connection = connected(simulator)) {
                connection.subscribe(1, SENSOR + "thing/#").readHex(5);
                assertThat(connection.isSilentFor(100)).isTrue();
            }
        }
    }

    @Test
    void downlink_askedForQos1_isDeliveredWithQos0AndNotRetained() throws IOException {
        try (Simulator simulator = simulator(DataProtocol.ONEJSON);
                RawConnection connection = connected(simulator)) {
            connection.subscribe(1, SENSOR + "thing/#").readHex(5);

            simulator.onenet().device("a1B2c3D4e5/sensor-01").publish(SENSOR + "thing/property/set", bytes("{}"), 1);

            assertThat(connection.readHex(1)).isEqualTo("30");
        }
    }

    /** Sends one thing, expects the end of the connection, and returns what became of the message. */
    private static Disposition dispositionOfClosing(Action action) throws IOException {
        try (Simulator simulator = simulator(DataProtocol.ONEJSON);
                RawConnection connection = connected(simulator)) {
            action.run(connection);

            assertThat(connection.isClosedByServer()).isTrue();
            return simulator.onenet().received().get(0).disposition();
        }
    }

    private interface Action {
        RawConnection run(RawConnection connection) throws IOException;
    }

    private static String[] filters(int from, int to) {
        List<String> filters = new ArrayList<>();
        IntStream.range(from, to).forEach(i -> filters.add(SENSOR + "thing/service/s" + i + "/invoke"));
        return filters.toArray(String[]::new);
    }

    private static Simulator simulator(DataProtocol protocol) {
        return simulator(protocol, false, VirtualTime.startingAt(Instant.parse("2026-11-20T00:00:00Z")));
    }

    private static Simulator simulator(DataProtocol protocol, boolean publishRate, VirtualTime time) {
        return Simulator.builder()
                .onenet(settings -> settings.product(
                                "a1B2c3D4e5",
                                product -> product.dataProtocol(protocol).device("sensor-01", KEY))
                        .rule(OneNetRule.PUBLISH_RATE, publishRate))
                .time(time)
                .start();
    }

    private static RawConnection connected(Simulator simulator) throws IOException {
        RawConnection connection = new RawConnection(simulator.onenet().mqttUri());
        connection
                .connect(
                        MqttVersion.MQTT_3_1_1,
                        OneNetCredentials.of("a1B2c3D4e5", "sensor-01", KEY, OneNetCredentials.FAR),
                        120)
                .readHex(4);
        return connection;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
