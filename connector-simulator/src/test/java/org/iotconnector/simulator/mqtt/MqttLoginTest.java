package org.iotconnector.simulator.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.ConnectPacket;
import org.iotconnector.simulator.testing.Credentials;
import org.iotconnector.simulator.testing.RawConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MqttLoginTest {
    private Simulator simulator = Simulator.builder().demoMqtt().start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void connect_anonymousWhereAllowed_isAccepted() throws IOException {
        assertThat(answer(ConnectPacket.anonymous(4, "c1", true), 4)).isEqualTo("20020000");
    }

    @ParameterizedTest
    @CsvSource({"false, 20020005, 2003008700", "true, 20020004, 2003008600"})
    void connect_anonymousWhereForbidden_isRefusedInTheBrokersWay(boolean asEmqx, String code3, String code5)
            throws IOException {
        start(settings -> settings.allowAnonymous(false).rule(MqttRule.CREDENTIALS_ARE_CODE_4, asEmqx));

        assertThat(answer(ConnectPacket.anonymous(4, "c1", true), 4)).isEqualTo(code3);
        assertThat(answer(ConnectPacket.anonymous(5, "c1", true), 5)).isEqualTo(code5);
    }

    @ParameterizedTest
    @CsvSource({"anna, right, 20020000", "anna, wrong, 20020005", "berta, right, 20020005"})
    void connect_withUsers_needsNameAndPassword(String user, String password, String answer) throws IOException {
        start(settings -> settings.user("anna", "right"));

        try (RawConnection raw = new RawConnection(simulator.mqtt().mqttUri())) {
            raw.connect(MqttVersion.MQTT_3_1_1, new Credentials("c1", user, password), 60);

            assertThat(raw.readHex(4)).isEqualTo(answer);
        }
    }

    @Test
    void connect_anyNameWhereThereAreNoUsers_isAnAnonymousClient() throws IOException {
        try (RawConnection raw = new RawConnection(simulator.mqtt().mqttUri())) {
            raw.connect(MqttVersion.MQTT_3_1_1, new Credentials("c1", "emqx", "public"), 60);

            assertThat(raw.readHex(4)).isEqualTo("20020000");
        }
    }

    @Test
    void user_addedAndRemovedWhileRunning_countsAtOnce() throws IOException {
        start(settings -> settings.allowAnonymous(false).user("anna", "old"));
        simulator.mqtt().user("anna", "new");
        simulator.mqtt().user("berta", "b");
        simulator.mqtt().removeUser("berta");

        assertThat(login("anna", "new")).isEqualTo("20020000");
        assertThat(login("anna", "old")).isEqualTo("20020005");
        assertThat(login("berta", "b")).isEqualTo("20020005");
    }

    @Test
    void connect_emptyClientIdWithoutCleanSession_isCode2() throws IOException {
        assertThat(answer(ConnectPacket.anonymous(4, "", false), 4)).isEqualTo("20020002");
    }

    @Test
    void connect_emptyClientIdWithCleanSession_getsOneMadeUp() throws IOException {
        try (RawConnection raw = new RawConnection(simulator.mqtt().mqttUri())) {
            raw.sendHex(ConnectPacket.anonymous(4, "", true)).readHex(4);

            assertThat(simulator.mqtt().connections())
                    .singleElement()
                    .satisfies(connection -> assertThat(connection.device()).matches("auto-[0-9a-f]{16}"));
        }
    }

    @Test
    void connect_emptyClientIdOfMqtt5_isToldWhatItIs() {
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(simulator.mqtt().mqttUri().getPort())
                .buildBlocking();

        String assigned =
                client.connect().getAssignedClientIdentifier().orElseThrow().toString();

        assertThat(simulator.mqtt().connections())
                .singleElement()
                .satisfies(connection -> assertThat(connection.device()).isEqualTo(assigned));
        client.disconnect();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void connect_mqtt31_isSwitchable(boolean allowed) throws IOException {
        start(settings -> settings.rule(MqttRule.MQTT31, allowed));

        try (RawConnection raw = new RawConnection(simulator.mqtt().mqttUri())) {
            raw.connect(MqttVersion.MQTT_3_1, new Credentials("longer-than-23-characters-of-it", "a", "b"), 60);

            assertThat(raw.readHex(4)).isEqualTo(allowed ? "20020000" : "20020001");
        }
    }

    @Test
    void connect_sameClientId_throwsTheOlderOutWithoutAWord() throws IOException {
        try (RawConnection older = new RawConnection(simulator.mqtt().mqttUri());
                RawConnection newer = new RawConnection(simulator.mqtt().mqttUri())) {
            older.sendHex(ConnectPacket.anonymous(4, "same", true)).readHex(4);

            newer.sendHex(ConnectPacket.anonymous(4, "same", true)).readHex(4);

            assertThat(older.isClosedByServer()).isTrue();
            assertThat(simulator.mqtt().counters().takeOvers()).isEqualTo(1);
        }
    }

    @Test
    void connect_sameClientIdOfMqtt5_tellsTheOlderWhy() throws IOException {
        try (RawConnection older = new RawConnection(simulator.mqtt().mqttUri());
                RawConnection newer = new RawConnection(simulator.mqtt().mqttUri())) {
            older.sendHex(ConnectPacket.anonymous(5, "same", true)).readHex(7);

            newer.sendHex(ConnectPacket.anonymous(5, "same", true));

            assertThat(older.readHex(4)).isEqualTo("e0028e00");
        }
    }

    @Test
    void kick_connectedClient_closesIt() {
        try (Client client = Client.to(simulator.mqtt().mqttUri(), new Credentials("c1", "a", "b"))
                .connect()) {
            simulator.mqtt().kick("c1");

            assertThat(client.isDisconnectedSoon()).isTrue();
            simulator
                    .mqtt()
                    .await("nobody", () -> simulator.mqtt().connections().isEmpty(), Duration.ofSeconds(5));
        }
    }

    private void start(Consumer<MqttSettings.Builder> settings) {
        simulator.close();
        simulator = Simulator.builder().mqtt(settings).start();
    }

    private String login(String user, String password) throws IOException {
        try (RawConnection raw = new RawConnection(simulator.mqtt().mqttUri())) {
            return raw.connect(MqttVersion.MQTT_3_1_1, new Credentials("c", user, password), 60)
                    .readHex(4);
        }
    }

    private String answer(String connect, int level) throws IOException {
        try (RawConnection raw = new RawConnection(simulator.mqtt().mqttUri())) {
            return raw.sendHex(connect).readHex(level >= 5 ? 5 : 4);
        }
    }
}
