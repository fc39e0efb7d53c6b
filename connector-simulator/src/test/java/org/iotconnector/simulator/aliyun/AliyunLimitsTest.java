package org.iotconnector.simulator.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.suback.Mqtt3SubAckReturnCode;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.ReceivedMessage;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.testing.AliyunCredentials;
import org.iotconnector.simulator.testing.Lamp;
import org.iotconnector.simulator.testing.RawConnection;
import org.junit.jupiter.api.Test;

class AliyunLimitsTest {
    private static final String CUSTOM = "/a1Demo0Prod/lamp-1/user/update";
    private static final Duration WAIT = Duration.ofSeconds(5);

    @Test
    void publish_foreignTopic_isAcknowledgedButDropped() {
        try (Simulator simulator = Simulator.demo();
                Lamp lamp = new Lamp(simulator)) {
            lamp.client()
                    .publish(
                            "/sys/a1Demo0Prod/lamp-2/thing/event/property/post", "{\"params\":{\"LightSwitch\":1}}", 1);

            assertThat(simulator.aliyun().received()).singleElement().satisfies(message -> {
                assertThat(message.disposition()).isEqualTo(Disposition.DROPPED_FOREIGN_TOPIC);
                assertThat(message.device()).isEqualTo("a1Demo0Prod/lamp-1");
            });
            assertThat(simulator.aliyun().device("a1Demo0Prod/lamp-2").properties())
                    .isEmpty();
        }
    }

    @Test
    void subscribe_foreignTopic_isRefusedAndConnectionStays() {
        try (Simulator simulator = Simulator.demo();
                Lamp lamp = new Lamp(simulator)) {
            Mqtt3SubAckException refused = Assertions.catchThrowableOfType(
                    Mqtt3SubAckException.class, () -> lamp.client().subscribe("/sys/a1Demo0Prod/lamp-2/#"));

            assertThat(refused.getMqttMessage().getReturnCodes()).containsExactly(Mqtt3SubAckReturnCode.FAILURE);
            assertThat(lamp.device().isOnline()).isTrue();
        }
    }

    @Test
    void subscribe_theSixteenTopicsOfTheNpmSdk_areAllGranted() throws IOException {
        List<String> topics = List.of(
                "thing/event/property/post_reply",
                "thing/event/+/post_reply",
                "thing/service/property/set",
                "thing/deviceinfo/update_reply",
                "thing/deviceinfo/delete_reply",
                "thing/config/push",
                "thing/config/get_reply",
                "thing/topo/add_reply",
                "thing/topo/delete_reply",
                "thing/topo/get_reply",
                "thing/sub/register_reply",
                "thing/list/found_reply",
                "rrpc/request/+",
                "thing/disable",
                "thing/enable",
                "thing/delete");
        try (Simulator simulator = Simulator.demo();
                RawConnection connection = new RawConnection(simulator.aliyun().mqttUri())) {
            connection
                    .connect(MqttVersion.MQTT_3_1_1, AliyunCredentials.lamp(), 60)
                    .readHex(4);

            for (int i = 0; i < topics.size(); i++) {
                connection.subscribe(i + 1, Lamp.SYS + topics.get(i));
            }

            for (int i = 0; i < topics.size(); i++) {
                assertThat(connection.readHex(5)).isEqualTo(String.format("9003%04x01", i + 1));
            }
        }
    }

    @Test
    void publish_256KiB_isTakenAndOneByteMoreClosesTheConnection() {
        try (Simulator simulator = Simulator.demo();
                Lamp lamp = new Lamp(simulator)) {
            lamp.client().publish(CUSTOM, "x".repeat(256 * 1024), 1);

            lamp.client().publishing(CUSTOM, new byte[256 * 1024 + 1], 1);

            assertThat(lamp.client().isDisconnectedSoon()).isTrue();
            assertThat(simulator.aliyun().received())
                    .extracting(ReceivedMessage::disposition)
                    .containsExactly(Disposition.ACCEPTED, Disposition.REFUSED_TOO_LARGE);
        }
    }

    @Test
    void publish_qos2_closesTheConnection() {
        try (Simulator simulator = Simulator.demo();
                Lamp lamp = new Lamp(simulator)) {
            lamp.client().publishing(CUSTOM, new byte[] {1}, 2);

            assertThat(lamp.client().isDisconnectedSoon()).isTrue();
            assertThat(simulator.aliyun().received().get(0).disposition()).isEqualTo(Disposition.REFUSED_QOS);
        }
    }

    @Test
    void publish_retainedInMqtt311_isTakenButNotKept() throws IOException {
        try (Simulator simulator = Simulator.demo();
                RawConnection connection = new RawConnection(simulator.aliyun().mqttUri())) {
            connection
                    .connect(MqttVersion.MQTT_3_1_1, AliyunCredentials.lamp(), 60)
                    .readHex(4);
            connection.send(MqttMessageBuilders.publish()
                    .topicName(CUSTOM)
                    .qos(MqttQoS.AT_LEAST_ONCE)
                    .messageId(1)
                    .retained(true)
                    .payload(Unpooled.copiedBuffer("x", StandardCharsets.UTF_8))
                    .build());
            String pubAck = connection.readHex(4);

            String subAck = connection.subscribe(2, CUSTOM).readHex(5);

            assertThat(pubAck).isEqualTo("40020001");
            assertThat(subAck).isEqualTo("9003000201");
            assertThat(connection.isSilentFor(200)).isTrue();
        }
    }

    @Test
    void rateLimits_uplink_dropsSilentlyUntilTheSecondIsOver() throws IOException {
        VirtualTime time = VirtualTime.startingAt(Instant.EPOCH);
        try (Simulator simulator = limited(time);
                RawConnection connection = new RawConnection(simulator.aliyun().mqttUri())) {
            connection
                    .connect(MqttVersion.MQTT_3_1_1, AliyunCredentials.lamp(), 60)
                    .readHex(4);

            for (int i = 1; i <= 11; i++) {
                connection.publish(CUSTOM, new byte[] {1}, 1, i);
            }
            String acknowledged = connection.readHex(40);
            boolean silent = connection.isSilentFor(200);
            time.advance(Duration.ofSeconds(1));
            connection.publish(CUSTOM, new byte[] {1}, 1, 12);
            String later = connection.readHex(4);

            assertThat(acknowledged).startsWith("40020001").endsWith("4002000a");
            assertThat(silent).isTrue();
            assertThat(later).isEqualTo("4002000c");
            assertThat(simulator.aliyun().received().get(10).disposition()).isEqualTo(Disposition.DROPPED_RATE_LIMIT);
            assertThat(simulator.aliyun().counters().pubAcksWithheld()).isEqualTo(1);
        }
    }

    @Test
    void rateLimits_qos0_allows30PerSecond() {
        VirtualTime time = VirtualTime.startingAt(Instant.EPOCH);
        try (Simulator simulator = limited(time);
                Lamp lamp = new Lamp(simulator)) {
            for (int i = 0; i < 31; i++) {
                lamp.client().publish(CUSTOM, "x", 0);
            }

            simulator.aliyun().awaitReceived(message -> message.sequence() == 31, WAIT);
            assertThat(simulator.aliyun().received().stream().filter(ReceivedMessage::isAccepted))
                    .hasSize(30);
        }
    }

    @Test
    void rateLimits_sixthConnectWithinAMinute_isRefused() throws IOException {
        VirtualTime time = VirtualTime.startingAt(Instant.EPOCH);
        try (Simulator simulator = limited(time)) {
            for (int i = 0; i < 5; i++) {
                assertThat(connAck(simulator)).isEqualTo("20020000");
            }

            String sixth = connAck(simulator);
            time.advance(Duration.ofMinutes(1));

            assertThat(sixth).isEqualTo("20020003");
            assertThat(connAck(simulator)).isEqualTo("20020000");
        }
    }

    @Test
    void rateLimits_subscription101_isRefused() throws IOException {
        try (Simulator simulator = limited(VirtualTime.startingAt(Instant.EPOCH));
                RawConnection connection = new RawConnection(simulator.aliyun().mqttUri())) {
            connection
                    .connect(MqttVersion.MQTT_3_1_1, AliyunCredentials.lamp(), 60)
                    .readHex(4);
            for (int i = 1; i <= 100; i++) {
                connection.subscribe(i, "/a1Demo0Prod/lamp-1/user/" + i);
            }
            connection.readHex(500);

            connection.subscribe(101, "/a1Demo0Prod/lamp-1/user/101");

            assertThat(connection.readHex(5)).isEqualTo("9003006580");
        }
    }

    private static Simulator limited(VirtualTime time) {
        return Simulator.builder()
                .demoAliyun(settings -> settings.rateLimits(true))
                .time(time)
                .start();
    }

    private static String connAck(Simulator simulator) throws IOException {
        try (RawConnection connection = new RawConnection(simulator.aliyun().mqttUri())) {
            return connection
                    .connect(MqttVersion.MQTT_3_1_1, AliyunCredentials.lamp(), 60)
                    .readHex(4);
        }
    }
}
