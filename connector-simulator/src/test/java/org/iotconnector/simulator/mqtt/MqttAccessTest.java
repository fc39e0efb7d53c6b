package org.iotconnector.simulator.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MqttAccessTest {
    private Simulator simulator = start(false);
    private final List<Client> clients = new ArrayList<>();

    @AfterEach
    void stop() {
        clients.forEach(Client::close);
        simulator.close();
    }

    private static Simulator start(boolean denySubscribe) {
        return Simulator.builder()
                .mqtt(settings -> settings.user("anna", "a")
                        .user("berta", "b")
                        .acl(MqttAclEntry.forAll(MqttAccess.READWRITE, "home/%u/#"))
                        .acl(MqttAclEntry.forAll(MqttAccess.READ, "news"))
                        .acl(MqttAclEntry.forUser("anna", MqttAccess.WRITE, "news"))
                        .rule(MqttRule.DENY_SUBSCRIBE, denySubscribe))
                .start();
    }

    @Test
    void subscribe_whatMayNotBeRead_isGrantedAndStaysSilent() {
        Client berta = client("berta", "b");
        berta.subscribe("#");

        List<String> secret = simulator.mqtt().publish("home/anna/door", "open", 1, false);
        List<String> own = simulator.mqtt().publish("home/berta/door", "shut", 1, false);

        assertThat(secret).isEmpty();
        assertThat(own).containsExactly("berta-1");
        assertThat(berta.nextText()).isEqualTo("shut");
    }

    @Test
    void subscribe_retainedMessageThatMayNotBeRead_isNotSent() {
        simulator.mqtt().publish("home/anna/door", "open", 1, true);
        simulator.mqtt().publish("news", "rain", 1, true);

        Client berta = client("berta", "b");
        berta.subscribe("home/#");
        berta.subscribe("news");

        assertThat(berta.nextText()).isEqualTo("rain");
    }

    @Test
    void subscribe_whatMayNotBeReadWithTheSwitch_isRefused() {
        simulator.close();
        simulator = start(true);
        Client berta = client("berta", "b");

        assertThatThrownBy(() -> berta.subscribe("home/#")).isInstanceOf(Mqtt3SubAckException.class);

        assertThat(berta.subscribe("home/berta/+").getReturnCodes()).hasSize(1);
    }

    @Test
    void publish_whatMayNotBeWritten_isAcknowledgedAndDropped() {
        Client anna = client("anna", "a");
        Client berta = client("berta", "b");
        anna.subscribe("news");

        berta.publish("news", "false", 1);
        anna.publish("news", "true", 1);

        assertThat(anna.nextText()).isEqualTo("true");
        assertThat(simulator.mqtt().received().get(0).disposition()).isEqualTo(Disposition.DROPPED_FOREIGN_TOPIC);
    }

    @Test
    void publish_whatMayNotBeWrittenByMqtt5_isToldWhy() {
        Mqtt5BlockingClient berta = Mqtt5Client.builder()
                .identifier("berta-5")
                .serverHost("127.0.0.1")
                .serverPort(simulator.mqtt().mqttUri().getPort())
                .simpleAuth()
                .username("berta")
                .password("b".getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        berta.connect();
        try {
            assertThatThrownBy(() -> berta.publishWith()
                            .topic("news")
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .send())
                    .isInstanceOfSatisfying(
                            Mqtt5PubAckException.class,
                            refused -> assertThat(refused.getMqttMessage().getReasonCode())
                                    .isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED));
        } finally {
            berta.disconnect();
        }
    }

    @Test
    void subscribe_userNameWithAWildcard_opensNothingMore() {
        simulator.close();
        simulator = Simulator.builder()
                .mqtt(settings -> settings.acl(MqttAclEntry.forAll(MqttAccess.READ, "home/%u/door")))
                .start();
        Client trickster = client("+", "x");
        trickster.subscribe("home/#");

        List<String> receivers = simulator.mqtt().publish("home/anna/door", "open", 1, false);

        assertThat(receivers).isEmpty();
    }

    @Test
    void aclEntry_malformedFilter_isNamed() {
        assertThatThrownBy(() -> MqttAclEntry.forAll(MqttAccess.READ, "a/#/b"))
                .isInstanceOf(SimulatorConfigurationException.class)
                .hasMessageContaining("[a/#/b]");
    }

    private Client client(String user, String password) {
        Client client = Client.to(simulator.mqtt().mqttUri(), new Credentials(user + "-1", user, password))
                .connect();
        clients.add(client);
        return client;
    }
}
