package org.iotconnector.simulator.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAckReasonCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.testing.AliyunCredentials;
import org.iotconnector.simulator.testing.Credentials;
import org.iotconnector.simulator.testing.Lamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AliyunMqtt5Test {
    private static final String TOPIC = "/a1Demo0Prod/lamp-1/user/update";

    private final Simulator simulator = Simulator.demo();
    private final Credentials credentials = AliyunCredentials.lamp();
    private final Mqtt5BlockingClient client = Mqtt5Client.builder()
            .identifier(credentials.clientId())
            .serverHost("127.0.0.1")
            .serverPort(simulator.aliyun().mqttUri().getPort())
            .simpleAuth()
            .username(credentials.userName())
            .password(credentials.password().getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildBlocking();

    @AfterEach
    void stop() {
        client.toAsync().disconnect().exceptionally(alreadyGone -> null).join();
        simulator.close();
    }

    @Test
    void will_connectionCut_isPublishedAsTheDevices() {
        client.connectWith()
                .willPublish()
                .topic(TOPIC)
                .payload(bytes("gone"))
                .applyWillPublish()
                .send();

        simulator.aliyun().dropAllConnections();
        simulator.aliyun().await("the lamp to be offline", () -> !device().isOnline(), Duration.ofSeconds(5));

        assertThat(simulator.aliyun().counters().connectsAccepted()).isEqualTo(1);
        assertThat(simulator.aliyun().connections()).isEmpty();
        simulator.aliyun().awaitReceived(message -> message.text().equals("gone"), Duration.ofSeconds(5));
    }

    @Test
    void retained_ownTopic_comesBackAtSubscribe() throws InterruptedException {
        client.connect();
        client.publishWith()
                .topic(TOPIC)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .payload(bytes("kept"))
                .send();

        try (Mqtt5BlockingClient.Mqtt5Publishes incoming = client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.subscribeWith().topicFilter(TOPIC).send();

            assertThat(incoming.receive(5, TimeUnit.SECONDS).map(Mqtt5Publish::isRetain))
                    .contains(true);
        }
    }

    @Test
    void subscribe_foreignTopic_isNotAuthorized() {
        client.connect();

        Mqtt5SubAckException refused = catchThrowableOfType(
                Mqtt5SubAckException.class,
                () -> client.subscribeWith()
                        .topicFilter("/sys/a1Demo0Prod/lamp-2/#")
                        .send());

        assertThat(refused.getMqttMessage().getReasonCodes()).containsExactly(Mqtt5SubAckReasonCode.NOT_AUTHORIZED);
    }

    @Test
    void propertyPost_mqtt5_isAnswered() throws InterruptedException {
        client.connect();
        try (Mqtt5BlockingClient.Mqtt5Publishes incoming = client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.subscribeWith()
                    .topicFilter(Lamp.SYS + "thing/event/property/post_reply")
                    .send();

            client.publishWith()
                    .topic(Lamp.SYS + "thing/event/property/post")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(bytes("{\"id\":\"1\",\"params\":{\"LightSwitch\":1}}"))
                    .send();

            assertThat(incoming.receive(5, TimeUnit.SECONDS)).isPresent();
        }
    }

    private AliyunDevice device() {
        return simulator.aliyun().device("a1Demo0Prod/lamp-1");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
