package org.iotconnector.simulator.easyiot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Disposition;
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

class EasyIotMqttTest {
    private static final String TOPIC = DemoSet.EASYIOT_TOPIC;
    private static final String FOREIGN = "BJpHJt1VW";
    private static final Duration SOON = Duration.ofSeconds(5);

    private Simulator simulator = start(settings -> {});
    private final List<Client> clients = new ArrayList<>();

    @AfterEach
    void stop() {
        clients.forEach(Client::close);
        simulator.close();
    }

    private static Simulator start(Consumer<EasyIotSettings.Builder> more) {
        return Simulator.builder()
                .demoEasyIot(settings -> {
                    settings.account("otherid", "otherpwd", FOREIGN);
                    more.accept(settings);
                })
                .start();
    }

    @Test
    void publish_ownTopic_comesBackToThePublisherAndToOthers() {
        Client board = client("board");
        Client page = client("page");
        board.subscribe(TOPIC);
        page.subscribe(TOPIC);

        board.publish(TOPIC, "hello", 0);

        assertThat(board.nextText()).isEqualTo("hello");
        assertThat(page.nextText()).isEqualTo("hello");
    }

    @Test
    void publish_ownTopic_isStoredNewestFirst() {
        Client board = client("board");

        board.publish(TOPIC, "one", 1);
        board.publish(TOPIC, "two", 1);

        EasyIotDevice device = simulator.easyiot().device(TOPIC);
        device.awaitMessage("two", SOON);
        assertThat(device.history().stream().map(EasyIotMessage::text)).containsExactly("two", "one");
        assertThat(device.last().map(EasyIotMessage::text)).contains("two");
    }

    @Test
    void publish_fullDevice_isForwardedAndNotStored() {
        restart(settings -> settings.storage(2, 10));
        Client board = client("board");
        board.subscribe(TOPIC);

        for (String text : List.of("one", "two", "three")) {
            board.publish(TOPIC, text, 1);
        }

        assertThat(List.of(board.nextText(), board.nextText(), board.nextText()))
                .containsExactly("one", "two", "three");
        assertThat(simulator.easyiot().device(TOPIC).history().stream().map(EasyIotMessage::text))
                .containsExactly("two", "one");
    }

    @Test
    void publish_fullAccount_isNotStoredInAnotherDeviceEither() {
        restart(settings -> settings.storage(10, 1));
        EasyIotDevice second = account().createDevice("second");
        Client board = client("board");
        board.publish(TOPIC, "one", 1);

        board.publish(second.topic(), "two", 1);

        board.publish(TOPIC, "end", 1);
        assertThat(second.history()).isEmpty();
        assertThat(account().storedMessages()).isEqualTo(1);
    }

    @Test
    void settings_silent_haveTheLimitsOfAFreeAccount() {
        EasyIotSettings settings = EasyIotSettings.builder().build();

        assertThat(settings.storedPerDevice()).isEqualTo(1000);
        assertThat(settings.storedPerAccount()).isEqualTo(10_000);
    }

    @Test
    void clear_fullDevice_storesAgain() {
        restart(settings -> settings.storage(1, 1));
        EasyIotDevice device = simulator.easyiot().device(TOPIC);
        device.send("one");

        device.clear();
        device.send("two");

        assertThat(device.history().stream().map(EasyIotMessage::text)).containsExactly("two");
    }

    @Test
    void send_fromTheSite_reachesSubscribersAndIsStored() {
        Client board = client("board");
        board.subscribe(TOPIC);
        EasyIotDevice device = simulator.easyiot().device(TOPIC);

        device.send("开灯");

        assertThat(board.nextText()).isEqualTo("开灯");
        assertThat(device.last().map(EasyIotMessage::text)).contains("开灯");
    }

    @ParameterizedTest
    @ValueSource(strings = {FOREIGN, "unknown", "#", "+"})
    void subscribe_anythingButAnOwnTopic_isRefused(String filter) {
        Client board = client("board");

        assertThatThrownBy(() -> board.subscribe(filter)).isInstanceOf(Mqtt3SubAckException.class);
    }

    @Test
    void subscribe_wildcardWithTheSwitchOff_isGrantedForTheOwnAccountOnly() {
        restart(settings -> settings.rule(EasyIotRule.SUBACK_FAILURE, false));
        Client board = client("board");
        board.subscribe("#");

        simulator.easyiot().device(FOREIGN).send("secret");
        simulator.easyiot().device(TOPIC).send("mine");

        assertThat(board.nextText()).isEqualTo("mine");
    }

    @Test
    void publish_foreignTopic_isAcknowledgedAndDropped() {
        Client board = client("board");

        board.publish(FOREIGN, "x", 1);

        assertThat(simulator.easyiot().received())
                .singleElement()
                .satisfies(message -> assertThat(message.disposition()).isEqualTo(Disposition.DROPPED_FOREIGN_TOPIC));
        assertThat(simulator.easyiot().device(FOREIGN).history()).isEmpty();
    }

    @Test
    void publish_anyTopicWithOpenTopics_isForwarded() {
        restart(settings -> settings.rule(EasyIotRule.OPEN_TOPICS, true));
        Client board = client("board");
        board.subscribe("any/#");

        board.publish("any/topic", "x", 1);

        assertThat(board.nextText()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({"demoid, demopwd, 20020000", "demoid, wrong, 20020004", "nobody, demopwd, 20020004"})
    void connect_credentials_areChecked(String iotId, String password, String answer) throws IOException {
        assertThat(login(MqttVersion.MQTT_3_1_1, iotId, password)).isEqualTo(answer);
    }

    @Test
    void connect_wrongPasswordWithTheSwitch_isCode5() throws IOException {
        restart(settings -> settings.rule(EasyIotRule.NOT_AUTHORIZED, true));

        assertThat(login(MqttVersion.MQTT_3_1_1, "demoid", "wrong")).isEqualTo("20020005");
    }

    @Test
    void connect_noCredentials_isRefused() throws IOException {
        try (RawConnection raw = new RawConnection(simulator.easyiot().mqttUri())) {
            raw.sendHex(ConnectPacket.anonymous(4, "c", true));

            assertThat(raw.readHex(4)).isEqualTo("20020004");
        }
    }

    @Test
    void connect_otherVersions_areRefused() throws IOException {
        assertThat(login(MqttVersion.MQTT_3_1, "demoid", "demopwd")).isEqualTo("20020001");
        assertThat(login(MqttVersion.MQTT_5, "demoid", "demopwd")).isEqualTo("20030084");
    }

    @Test
    void connect_sameClientIdOfAnotherAccount_throwsTheOlderOut() {
        Client older = client("same");

        clients.add(Client.to(simulator.easyiot().mqttUri(), new Credentials("same", "otherid", "otherpwd"))
                .connect());

        assertThat(older.isDisconnectedSoon()).isTrue();
    }

    @Test
    void regeneratePassword_oldOne_isDeadAndConnectionsStay() throws IOException {
        Client board = client("board");
        board.subscribe(TOPIC);

        String password = account().regeneratePassword();

        assertThat(login(MqttVersion.MQTT_3_1_1, "demoid", "demopwd")).isEqualTo("20020004");
        assertThat(login(MqttVersion.MQTT_3_1_1, "demoid", password)).isEqualTo("20020000");
        board.publish(TOPIC, "still here", 1);
        assertThat(board.nextText()).isEqualTo("still here");
    }

    @Test
    void createDevice_name_getsARandomFlatTopic() {
        EasyIotDevice device = account().createDevice("fan");

        device.rename("big fan");

        assertThat(device.topic()).matches("[A-Za-z0-9_-]{9}");
        assertThat(account().device(device.topic()).name()).isEqualTo("big fan");
        assertThat(account().devices()).hasSize(2);
    }

    @Test
    void device_unknown_namesThoseThereAre() {
        assertThatThrownBy(() -> simulator.easyiot().device("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("devices: " + TOPIC + ", " + FOREIGN);
    }

    @Test
    void awaitSubscribed_clientSubscribes_returns() {
        client("board").subscribe(TOPIC);

        simulator.easyiot().device(TOPIC).awaitSubscribed(SOON);

        assertThat(simulator.easyiot().connections()).hasSize(1);
    }

    @Test
    void account_topicOfAnother_isNamed() {
        assertThatThrownBy(
                        () -> EasyIotSettings.builder().account("a", "p", "T1").account("b", "p", Map.of("T1", "lamp")))
                .hasMessageContaining("[T1] belongs to two");
    }

    private void restart(Consumer<EasyIotSettings.Builder> more) {
        simulator.close();
        simulator = start(more);
    }

    private EasyIotAccount account() {
        return simulator.easyiot().account(DemoSet.EASYIOT_ID);
    }

    private Client client(String id) {
        Client client = Client.to(
                        simulator.easyiot().mqttUri(),
                        new Credentials(id, DemoSet.EASYIOT_ID, DemoSet.EASYIOT_PASSWORD))
                .connect();
        clients.add(client);
        return client;
    }

    private String login(MqttVersion version, String iotId, String password) throws IOException {
        try (RawConnection raw = new RawConnection(simulator.easyiot().mqttUri())) {
            return raw.connect(version, new Credentials("login", iotId, password), 60)
                    .readHex(4);
        }
    }
}
