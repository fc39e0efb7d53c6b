package org.iotconnector.simulator.siot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Credentials;
import org.iotconnector.simulator.testing.RawConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiotMqttTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private Simulator simulator = Simulator.builder().demoSiot().start();
    private final List<Client> clients = new ArrayList<>();

    @AfterEach
    void stop() {
        clients.forEach(Client::close);
        simulator.close();
    }

    @Test
    void publish_v1_makesDeviceStoresAndComesBack() {
        Client board = client("board");
        board.subscribe("xzr/001");

        board.publish("xzr/001", "11", 0);

        assertThat(board.nextText()).isEqualTo("11");
        assertThat(simulator.siot().awaitStored("xzr/001", "11", SOON).id()).isEqualTo(1);
        assertThat(simulator.siot().devices()).containsExactly("xzr/001");
    }

    @Test
    void publish_arrowInV1_isDeliveredUnchangedAndNotStored() {
        Client board = client("board");
        board.subscribe("xzr/001");

        board.publish("xzr/001", "->on", 1);

        assertThat(board.nextText()).isEqualTo("->on");
        assertThat(simulator.siot().messages("xzr/001")).isEmpty();
        assertThat(simulator.siot().devices()).containsExactly("xzr/001");
    }

    @Test
    void publish_arrowInV1WithStripping_isDeliveredWithoutIt() {
        restart(settings -> settings.rule(SiotRule.STRIP_ARROW, true));
        Client board = client("board");
        board.subscribe("xzr/001");

        board.publish("xzr/001", "->on", 1);
        simulator.siot().send("xzr/001", "->off");

        assertThat(board.nextText()).isEqualTo("on");
        assertThat(board.nextText()).isEqualTo("off");
        assertThat(simulator.siot().messages("xzr/001")).isEmpty();
    }

    @Test
    void publish_arrowOverMqttWithTheSwitchOff_isStored() {
        restart(settings -> settings.rule(SiotRule.ARROW_OVER_MQTT, false));

        client("board").publish("xzr/001", "->on", 1);

        assertThat(simulator.siot().awaitStored("xzr/001", "->on", SOON).content())
                .isEqualTo("->on");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 1"})
    void publish_v2_isStoredFromQos1On(int qos, int stored) {
        restart(settings -> settings.generation(SiotGeneration.V2));
        Client board = client("board");
        board.subscribe("siot/led");

        board.publish("siot/led", "->on", qos);

        assertThat(board.nextText()).isEqualTo("->on");
        assertThat(simulator.siot().messages("siot/led")).hasSize(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "V1, led, false",
        "V1, a/b/c, false",
        "V1, /b, false",
        "V1, a/, false",
        "V1, a/b, true",
        "V2, a/b, false",
        "V2, siot/a/b, false",
        "V2, siot/b, true"
    })
    void publish_topic_mustHaveTheFormOfItsGeneration(SiotGeneration generation, String topic, boolean taken) {
        restart(settings -> settings.generation(generation));

        client("board").publish(topic, "x", 1);

        assertThat(simulator.siot().received().get(0).disposition())
                .isEqualTo(taken ? Disposition.ACCEPTED : Disposition.DROPPED_FOREIGN_TOPIC);
        assertThat(simulator.siot().messages(topic)).hasSize(taken ? 1 : 0);
    }

    @Test
    void publish_fiveLevelsWithTheFormSwitchedOff_isForwarded() {
        restart(settings -> settings.generation(SiotGeneration.V2).rule(SiotRule.TOPIC_FORM, false));
        Client board = client("board");
        board.subscribe("poc/a/b/group01/light");

        board.publish("poc/a/b/group01/light", "on", 1);

        assertThat(board.nextText()).isEqualTo("on");
        assertThat(simulator.siot().messages("poc/a/b/group01/light")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ICTClass/a/#", "siot/+", "a/b"})
    void subscribe_v2_refusesOtherProjectsAndPlus(String filter) {
        restart(settings -> settings.generation(SiotGeneration.V2));
        Client board = client("board");

        assertThatThrownBy(() -> board.subscribe(filter)).isInstanceOf(Mqtt3SubAckException.class);
    }

    @Test
    void subscribe_v2AllOfTheProject_isGranted() {
        restart(settings -> settings.generation(SiotGeneration.V2));
        Client board = client("board");
        board.subscribe("siot/#");

        simulator.siot().send("siot/led", "on");

        assertThat(board.nextText()).isEqualTo("on");
    }

    @Test
    void subscribe_v2PlusWithTheSwitchOff_isGranted() {
        restart(settings -> settings.generation(SiotGeneration.V2).rule(SiotRule.PLUS_REFUSED, false));
        Client board = client("board");
        board.subscribe("siot/+");

        simulator.siot().send("siot/led", "on");

        assertThat(board.nextText()).isEqualTo("on");
    }

    @ParameterizedTest
    @CsvSource({
        "siot, dfrobot, false, 20020000",
        "siot, DFRobot, false, 20020004",
        "other, dfrobot, false, 20020004",
        "siot, wrong, true, 20020005"
    })
    void connect_credentials_areChecked(String user, String password, boolean code5, String answer) throws IOException {
        restart(settings -> settings.rule(SiotRule.NOT_AUTHORIZED, code5));

        try (RawConnection raw = new RawConnection(simulator.siot().mqttUri())) {
            raw.connect(MqttVersion.MQTT_3_1_1, new Credentials("c", user, password), 60);

            assertThat(raw.readHex(4)).isEqualTo(answer);
        }
    }

    @Test
    void connect_mqtt5_isRefusedUnlessSwitched() throws IOException {
        try (RawConnection raw = new RawConnection(simulator.siot().mqttUri())) {
            raw.connect(MqttVersion.MQTT_5, new Credentials("c", "siot", "dfrobot"), 60);

            assertThat(raw.readHex(4)).isEqualTo("20030084");
        }
    }

    @Test
    void connect_sameClientId_throwsTheOlderOut() {
        Client older = client("same");

        client("same");

        assertThat(older.isDisconnectedSoon()).isTrue();
    }

    @Test
    void webSocket_v2_isAtWs() {
        restart(settings -> settings.generation(SiotGeneration.V2)
                .listen(Transport.TCP, 0)
                .listen(Transport.WS, 0)
                .listen(Transport.TLS, 0));
        Client board = Client.to(
                simulator.siot().wsUri(),
                new Credentials("board", "siot", "dfrobot"),
                builder -> builder.webSocketConfig().serverPath("ws").applyWebSocketConfig());
        clients.add(board.connect());
        board.subscribe("siot/led");

        simulator.siot().send("siot/led", "on");

        assertThat(simulator.siot().wsUri()).hasPath("/ws");
        assertThat(simulator.siot().mqttsUri()).hasScheme("mqtts");
        assertThat(board.nextText()).isEqualTo("on");
    }

    @Test
    void settings_v1WithWebSocket_isRefused() {
        assertThatThrownBy(() -> SiotSettings.builder().listen(Transport.WS, 0).build())
                .isInstanceOf(SimulatorConfigurationException.class)
                .hasMessageContaining("V1 has MQTT over TCP only");
    }

    @Test
    void send_malformedTopic_namesTheForm() {
        assertThatThrownBy(() -> simulator.siot().send("led", "on"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[led]")
                .hasMessageContaining("project/device");
    }

    private void restart(Consumer<SiotSettings.Builder> more) {
        simulator.close();
        simulator = Simulator.builder().demoSiot(more).start();
    }

    private Client client(String id) {
        Client client = Client.to(
                        simulator.siot().mqttUri(), new Credentials(id, DemoSet.SIOT_USERNAME, DemoSet.SIOT_PASSWORD))
                .connect();
        clients.add(client);
        return client;
    }
}
