package org.iotconnector.simulator.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.ConnectPacket;
import org.iotconnector.simulator.testing.Credentials;
import org.iotconnector.simulator.testing.RawConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MqttMessagesTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private Simulator simulator = Simulator.builder().demoMqtt().start();
    private final List<Client> clients = new ArrayList<>();

    @AfterEach
    void stop() {
        clients.forEach(Client::close);
        simulator.close();
    }

    @Test
    void publish_byAnotherClient_reachesSubscribersAndTheSender() {
        Client sender = client("s");
        Client other = client("o");
        sender.subscribe("room/+");
        other.subscribe("room/#");

        sender.publish("room/1", "on", 1);

        assertThat(sender.nextText()).isEqualTo("on");
        assertThat(other.nextText()).isEqualTo("on");
    }

    @Test
    void publish_fromTheSimulator_goesToWhomItTells() {
        Client client = client("c1");
        client.subscribe("a/b");

        List<String> receivers = simulator.mqtt().publish("a/b", "hello", 1, false);

        assertThat(receivers).containsExactly("c1");
        assertThat(client.nextText()).isEqualTo("hello");
    }

    @Test
    void publish_retained_isKeptSentToNewcomersAndRemovedByAnEmptyOne() {
        simulator.mqtt().publish("state", "ready", 1, true);
        Client client = client("c1");

        client.subscribe("state");

        Mqtt3Publish kept = client.next();
        assertThat(kept.isRetain()).isTrue();
        assertThat(simulator.mqtt().retained("state")).contains("ready");
        simulator.mqtt().publish("state", "", 1, true);
        assertThat(simulator.mqtt().retained("state")).isEmpty();
    }

    @Test
    void publish_retainedWithTheSwitchOff_isNotKept() {
        start(settings -> settings.rule(MqttRule.RETAIN, false));

        simulator.mqtt().publish("state", "ready", 1, true);

        assertThat(simulator.mqtt().retained("state")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/+", "#", ""})
    void publish_malformedTopicFromTheSimulator_isNamed(String topic) {
        assertThatThrownBy(() -> simulator.mqtt().publish(topic, "x", 0, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[" + topic + "]");
    }

    @Test
    void publish_toSys_isAcknowledgedAndIgnored() {
        Client client = client("c1");

        client.publish("$SYS/broker/version", "mine", 1);

        assertThat(simulator.mqtt().retained("$SYS/broker/version")).contains("mosquitto version 2.0.11");
        assertThat(simulator.mqtt().received())
                .singleElement()
                .satisfies(message -> assertThat(message.disposition()).isEqualTo(Disposition.DROPPED_FOREIGN_TOPIC));
    }

    @Test
    void publish_tooLarge_closesTheConnection() throws IOException {
        start(settings -> settings.maxPacketBytes(100));
        try (RawConnection raw = new RawConnection(simulator.mqtt().mqttUri())) {
            raw.sendHex(ConnectPacket.anonymous(4, "c1", true)).readHex(4);

            raw.publish("t", new byte[100], 0, 0);

            assertThat(raw.isClosedByServer()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b+/c", "a/#/b", "$share/g", "$share//t", "$share/g+/t"})
    void subscribe_malformedFilter_closesTheConnection(String filter) throws IOException {
        try (RawConnection raw = new RawConnection(simulator.mqtt().mqttUri())) {
            raw.sendHex(ConnectPacket.anonymous(4, "c1", true)).readHex(4);

            raw.subscribe(1, filter);

            assertThat(raw.isClosedByServer()).isTrue();
        }
    }

    @Test
    void subscribe_malformedFilterWithTheSwitchOff_isRefused() throws IOException {
        start(settings -> settings.rule(MqttRule.MALFORMED_FILTER_CLOSES, false));
        try (RawConnection raw = new RawConnection(simulator.mqtt().mqttUri())) {
            raw.sendHex(ConnectPacket.anonymous(4, "c1", true)).readHex(4);

            raw.subscribe(7, "a/b+/c", "good");

            assertThat(raw.readHex(6)).isEqualTo("900400078001");
        }
    }

    @Test
    void subscribe_shared_takesTurns() {
        Client first = client("c1");
        Client second = client("c2");
        first.subscribe("$share/g/job/+");
        second.subscribe("$share/g/job/+");

        for (int i = 0; i < 6; i++) {
            simulator.mqtt().publish("job/x", Integer.toString(i), 1, false);
        }

        assertThat(List.of(first.nextText(), first.nextText(), first.nextText()))
                .containsExactly("0", "2", "4");
        assertThat(List.of(second.nextText(), second.nextText(), second.nextText()))
                .containsExactly("1", "3", "5");
    }

    @Test
    void subscribe_sharedAndPlain_getsBoth() {
        Client client = client("c1");
        client.subscribe("$share/g/t");
        client.subscribe("t");

        List<String> receivers = simulator.mqtt().publish("t", "x", 1, false);

        assertThat(receivers).containsExactly("c1", "c1");
        assertThat(List.of(client.nextText(), client.nextText())).containsExactly("x", "x");
    }

    @Test
    void subscribe_shared_getsNoRetainedMessage() {
        simulator.mqtt().publish("t", "kept", 1, true);
        Client client = client("c1");

        client.subscribe("$share/g/t");
        simulator.mqtt().publish("t", "fresh", 1, false);

        assertThat(client.nextText()).isEqualTo("fresh");
    }

    @Test
    void subscribe_sharedByAnAbsentMember_isSentToThePresentOne() {
        Client absent = Client.to(simulator.mqtt().mqttUri(), new Credentials("gone", "a", "b"));
        absent.connect(false, 60);
        absent.subscribe("$share/g/t");
        absent.close();
        simulator.mqtt().await("its end", () -> simulator.mqtt().connections().isEmpty(), SOON);
        Client present = client("here");
        present.subscribe("$share/g/t");

        List<String> receivers = simulator.mqtt().publish("t", "x", 1, false);

        assertThat(receivers).containsExactly("here");
    }

    @Test
    void subscribe_sharedWithTheSwitchOff_isRefused() throws IOException {
        start(settings -> settings.rule(MqttRule.SHARED_SUBSCRIPTIONS, false));
        try (RawConnection raw = new RawConnection(simulator.mqtt().mqttUri())) {
            raw.sendHex(ConnectPacket.anonymous(4, "c1", true)).readHex(4);

            raw.subscribe(1, "$share/g/t");

            assertThat(raw.readHex(5)).isEqualTo("9003000180");
        }
    }

    @Test
    void session_persistent_keepsMessagesForItsClient() {
        Client first = Client.to(simulator.mqtt().mqttUri(), new Credentials("c1", "a", "b"));
        first.connect(false, 60);
        first.subscribe("t");
        first.close();
        simulator.mqtt().await("its end", () -> simulator.mqtt().connections().isEmpty(), SOON);
        simulator.mqtt().publish("t", "meanwhile", 1, false);

        Client second = Client.to(simulator.mqtt().mqttUri(), new Credentials("c1", "a", "b"));
        clients.add(second);
        boolean present = second.connect(false, 60).isSessionPresent();

        assertThat(present).isTrue();
        assertThat(second.nextText()).isEqualTo("meanwhile");
    }

    @Test
    void will_connectionCut_isPublished() {
        Client watcher = client("w");
        watcher.subscribe("state");
        Client dying = Client.to(
                simulator.mqtt().mqttUri(),
                new Credentials("d", "a", "b"),
                builder -> builder.willPublish()
                        .topic("state")
                        .payload("lost".getBytes(StandardCharsets.UTF_8))
                        .retain(true)
                        .applyWillPublish());
        clients.add(dying.connect());

        simulator.mqtt().kick("d");

        assertThat(watcher.nextText()).isEqualTo("lost");
        assertThat(simulator.mqtt().retained("state")).contains("lost");
    }

    private void start(Consumer<MqttSettings.Builder> settings) {
        simulator.close();
        simulator = Simulator.builder().mqtt(settings).start();
    }

    private Client client(String id) {
        Client client = Client.to(simulator.mqtt().mqttUri(), new Credentials(id, "a", "b"))
                .connect();
        clients.add(client);
        return client;
    }
}
