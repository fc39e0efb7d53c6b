package org.iotconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.iotconnector.simulator.aliyun.AliyunSimulator;
import org.iotconnector.simulator.testing.AliyunCredentials;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Lamp;
import org.iotconnector.simulator.testing.RawConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    private static final String LAMP = "a1Demo0Prod/lamp-1";
    private static final String TOPIC = "/a1Demo0Prod/lamp-1/user/update";
    private static final String POST = "thing/event/property/post";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int SILENCE_MILLIS = 200;

    private final VirtualTime time = VirtualTime.startingAt(Instant.EPOCH);
    private final Simulator simulator =
            Simulator.builder().demoAliyun().time(time).start();
    private final AliyunSimulator aliyun = simulator.aliyun();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 6, 7, 255})
    void refuseConnect_anyCode_isSentOnceAsItIs(int code) throws IOException {
        aliyun.inject(new Fault.RefuseConnect(code, 1));

        assertThat(connAck()).isEqualTo(String.format("200200%02x", code));
        assertThat(connAck()).isEqualTo("20020000");
    }

    @Test
    void refuseConnect_mqtt5_hasThatVersionsForm() throws IOException {
        aliyun.inject(new Fault.RefuseConnect(0x97, Fault.ALWAYS));

        try (RawConnection connection = new RawConnection(aliyun.mqttUri())) {
            connection.connect(MqttVersion.MQTT_5, AliyunCredentials.lamp(), 60);

            assertThat(connection.readHex(5)).isEqualTo("2003009700");
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void refuseConnect_forOtherDevice_doesNotConcernThisOne() throws IOException {
        aliyun.inject("a1Demo0Prod/lamp-2", new Fault.RefuseConnect(5, Fault.ALWAYS));

        assertThat(connAck()).isEqualTo("20020000");
    }

    @Test
    void silentAccept_connect_isNeverAnswered() throws IOException {
        aliyun.inject(LAMP, new Fault.SilentAccept(1));

        try (RawConnection connection = new RawConnection(aliyun.mqttUri())) {
            connection.connect(MqttVersion.MQTT_3_1_1, AliyunCredentials.lamp(), 60);

            assertThat(connection.isSilentFor(SILENCE_MILLIS)).isTrue();
        }
    }

    @Test
    void dropAfter_delayPassed_cutsWithoutDisconnect() throws IOException {
        aliyun.inject(new Fault.DropAfter(SECOND, 1));
        try (RawConnection connection = new RawConnection(aliyun.mqttUri())) {
            connection.connect(MqttVersion.MQTT_5, AliyunCredentials.lamp(), 60).readHex(11);

            time.advance(SECOND.minusMillis(1));
            boolean online = aliyun.device(LAMP).isOnline();
            time.advance(Duration.ofMillis(1));

            assertThat(online).isTrue();
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void dropOnPublish_second_isCutBeforeItCounts() throws IOException {
        aliyun.inject(new Fault.DropOnPublish(2, 1));
        try (RawConnection connection = connected()) {
            connection
                    .publish(TOPIC, new byte[] {1}, 1, 1)
                    .publish(TOPIC, new byte[] {2}, 1, 2)
                    .publish(TOPIC, new byte[] {3}, 1, 3);

            assertThat(connection.readHex(100)).isEqualTo("40020001");
            assertThat(aliyun.received()).hasSize(1);
        }
    }

    @Test
    void losePubAck_times2_withholdsTwoAndProcessesAll() throws IOException {
        aliyun.inject(LAMP, new Fault.LosePubAck(2));
        try (RawConnection connection = connected()) {
            for (int i = 1; i <= 3; i++) {
                connection.publish(TOPIC, new byte[] {1}, 1, i);
            }

            assertThat(connection.readHex(4)).isEqualTo("40020003");
            assertThat(aliyun.received()).hasSize(3);
            assertThat(aliyun.counters().pubAcksWithheld()).isEqualTo(2);
        }
    }

    @Test
    void delayPubAck_delayPassed_isSentThen() throws IOException {
        aliyun.inject(new Fault.DelayPubAck(SECOND, 1));
        try (RawConnection connection = connected()) {
            connection.publish(TOPIC, new byte[] {1}, 1, 1).publish(TOPIC, new byte[] {2}, 1, 2);
            String first = connection.readHex(4);

            time.advance(SECOND);

            assertThat(first).isEqualTo("40020002");
            assertThat(connection.readHex(4)).isEqualTo("40020001");
        }
    }

    @Test
    void duplicateDelivery_qos1_isSentTwiceWithDupTheSecondTime() throws IOException {
        try (RawConnection connection = connected()) {
            connection.subscribe(1, TOPIC).readHex(5);
            aliyun.inject(new Fault.DuplicateDelivery(1));

            aliyun.device(LAMP).publish(TOPIC, new byte[] {7}, 1);

            int length = 2 + 2 + TOPIC.length() + 2 + 1;
            assertThat(connection.readHex(length)).startsWith("32").endsWith("000107");
            assertThat(connection.readHex(length)).startsWith("3a").endsWith("000107");
        }
    }

    @Test
    void delayReply_delayPassed_arrivesThen() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(Lamp.SYS + POST + "_reply");
            aliyun.inject(new Fault.DelayReply(SECOND, 1));
            lamp.send(POST, "{'id':'1','params':{'LightSwitch':1}}");
            lamp.send(POST, "{'id':'2','params':{'LightSwitch':1}}");
            Object first = lamp.nextJson().get("id");

            time.advance(SECOND);

            assertThat(first).isEqualTo("2");
            assertThat(lamp.nextJson()).containsEntry("id", "1");
        }
    }

    @Test
    void loseReply_once_processesAndStaysSilentOnce() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(Lamp.SYS + POST + "_reply");
            aliyun.inject(new Fault.LoseReply(1));

            lamp.send(POST, "{'id':'1','params':{'LightSwitch':1}}");
            lamp.send(POST, "{'id':'2','params':{'CurrentLedADC':1}}");

            assertThat(lamp.nextJson()).containsEntry("id", "2");
            assertThat(lamp.device().property("LightSwitch")).contains(1);
        }
    }

    @Test
    void truncateReply_once_isCutInTheMiddle() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(Lamp.SYS + POST + "_reply");
            aliyun.inject(new Fault.TruncateReply(1));

            lamp.send(POST, "{'id':'1','params':{'LightSwitch':1}}");

            assertThat(lamp.client().nextText()).startsWith("{").doesNotEndWith("}");
        }
    }

    @Test
    void stall_duration_holdsBackAndThenCatchesUp() throws IOException {
        try (RawConnection connection = connected()) {
            aliyun.inject(LAMP, new Fault.Stall(SECOND));
            connection.publish(TOPIC, new byte[] {1}, 1, 1);
            boolean silent = connection.isSilentFor(SILENCE_MILLIS);
            int processed = aliyun.received().size();

            time.advance(SECOND);

            assertThat(silent).isTrue();
            assertThat(processed).isZero();
            assertThat(connection.readHex(4)).isEqualTo("40020001");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", LAMP})
    void stall_newConnection_isStalledToo(String device) throws IOException {
        if (device.isEmpty()) {
            aliyun.inject(new Fault.Stall(SECOND));
        } else {
            aliyun.inject(device, new Fault.Stall(SECOND));
        }
        try (RawConnection connection = new RawConnection(aliyun.mqttUri())) {
            connection.connect(MqttVersion.MQTT_3_1_1, AliyunCredentials.lamp(), 60);
            boolean silent = connection.isSilentFor(SILENCE_MILLIS);

            aliyun.clearFaults();

            assertThat(silent).isTrue();
            assertThat(connection.readHex(4)).isEqualTo("20020000");
        }
    }

    @Test
    void stall_ofOtherDevice_doesNotConcernThisOne() throws IOException {
        aliyun.inject("a1Demo0Prod/lamp-2", new Fault.Stall(SECOND));

        assertThat(connAck()).isEqualTo("20020000");
    }

    @Test
    void stall_newConnection_isStalledUntilTheFaultIsOver() throws IOException {
        aliyun.inject(LAMP, new Fault.Stall(SECOND));
        time.advance(SECOND.dividedBy(2));
        try (RawConnection connection = new RawConnection(aliyun.mqttUri())) {
            connection.connect(MqttVersion.MQTT_3_1_1, AliyunCredentials.lamp(), 60);
            boolean silent = connection.isSilentFor(SILENCE_MILLIS);

            time.advance(SECOND.dividedBy(2));

            assertThat(silent).isTrue();
            assertThat(connection.readHex(4)).isEqualTo("20020000");
        }
    }

    @Test
    void stall_longerThanKeepAlive_keepsTheConnection() throws IOException {
        try (RawConnection connection = connected()) {
            aliyun.inject(new Fault.Stall(Duration.ofSeconds(200)));
            connection.sendHex("c000");

            time.advance(Duration.ofSeconds(200));

            assertThat(connection.readHex(2)).isEqualTo("d000");
        }
    }

    @Test
    void clearFaults_armedOnes_areGone() throws IOException {
        aliyun.inject(new Fault.RefuseConnect(5, Fault.ALWAYS));
        aliyun.inject(LAMP, new Fault.SilentAccept(Fault.ALWAYS));

        aliyun.clearFaults();

        assertThat(connAck()).isEqualTo("20020000");
    }

    @Test
    void restart_samePort_sessionAndUnacknowledgedMessageSurvive() throws IOException {
        try (RawConnection connection = new RawConnection(aliyun.mqttUri())) {
            connection.send(MqttMessageBuilders.connect()
                    .protocolVersion(MqttVersion.MQTT_3_1_1)
                    .clientId(AliyunCredentials.lamp().clientId())
                    .username(AliyunCredentials.lamp().userName())
                    .password(AliyunCredentials.lamp().password().getBytes(StandardCharsets.UTF_8))
                    .cleanSession(false)
                    .keepAlive(60)
                    .build());
            connection.readHex(4);
            connection.subscribe(1, TOPIC).readHex(5);
            aliyun.device(LAMP).publish(TOPIC, new byte[] {7}, 1);
            int port = aliyun.mqttUri().getPort();

            aliyun.stopListening();
            assertThatThrownBy(() -> new RawConnection(aliyun.mqttUri())).isInstanceOf(IOException.class);
            aliyun.startListening();

            assertThat(aliyun.mqttUri().getPort()).isEqualTo(port);
            try (Client again = Client.to(aliyun.mqttUri(), AliyunCredentials.lamp())) {
                assertThat(again.connect(false, 60).isSessionPresent()).isTrue();
                assertThat(again.next().getPayloadAsBytes()).containsExactly(7);
            }
        }
    }

    @Test
    void dropAllConnections_online_cutsEachWithoutDisconnect() throws IOException {
        try (RawConnection connection = connected()) {
            aliyun.dropAllConnections();

            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void fault_valuesOutOfRange_areRefused() {
        assertThatThrownBy(() -> new Fault.RefuseConnect(0, 1)).hasMessageContaining("[0]");
        assertThatThrownBy(() -> new Fault.LosePubAck(0)).hasMessageContaining("[0]");
        assertThatThrownBy(() -> new Fault.DropAfter(Duration.ofMillis(-1), 1)).hasMessageContaining("zero or more");
    }

    @Test
    void stopListening_manyMessagesUnacknowledged_allAcknowledgedOnesAreRecorded() throws IOException {
        try (RawConnection connection = connected()) {
            for (int i = 1; i <= 500; i++) {
                connection.publish(TOPIC, Integer.toString(i).getBytes(StandardCharsets.UTF_8), 1, i);
            }
            String acknowledgements = connection.readHex(4 * 500);

            aliyun.stopListening();

            assertThat(acknowledgements).endsWith(String.format("4002%04x", 500));
            assertThat(aliyun.received().stream().map(ReceivedMessage::text))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 500)
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }

    private RawConnection connected() throws IOException {
        RawConnection connection = new RawConnection(aliyun.mqttUri());
        assertThat(connection
                        .connect(MqttVersion.MQTT_3_1_1, AliyunCredentials.lamp(), 60)
                        .readHex(4))
                .isEqualTo("20020000");
        return connection;
    }

    private String connAck() throws IOException {
        try (RawConnection connection = new RawConnection(aliyun.mqttUri())) {
            return connection
                    .connect(MqttVersion.MQTT_3_1_1, AliyunCredentials.lamp(), 60)
                    .readHex(4);
        }
    }
}
