package org.iotconnector.simulator.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokerTest {
    private final PlainPlatform platform = new PlainPlatform();
    private final List<Runnable> cleanUp = new ArrayList<>();

    @AfterEach
    void stop() {
        cleanUp.forEach(Runnable::run);
        platform.close();
    }

    @ParameterizedTest
    @EnumSource(MqttQos.class)
    void publish_toSubscriber_arrivesWithTheLowerQosOfBoth(MqttQos qos) throws Exception {
        Mqtt3BlockingClient subscriber = connected3("s");
        try (Mqtt3BlockingClient.Mqtt3Publishes incoming = subscriber.publishes(MqttGlobalPublishFilter.ALL)) {
            subscriber
                    .subscribeWith()
                    .topicFilter("t/+")
                    .qos(MqttQos.EXACTLY_ONCE)
                    .send();

            connected3("p")
                    .publishWith()
                    .topic("t/1")
                    .qos(qos)
                    .payload(bytes("x"))
                    .send();

            Mqtt3Publish got = incoming.receive(5, TimeUnit.SECONDS).orElseThrow();
            assertThat(got.getQos()).isEqualTo(qos);
            assertThat(new String(got.getPayloadAsBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("x");
            assertThat(got.isRetain()).isFalse();
        }
    }

    @Test
    void publish_overlappingSubscriptions_arrivesOnce() throws Exception {
        Mqtt3BlockingClient subscriber = connected3("s");
        try (Mqtt3BlockingClient.Mqtt3Publishes incoming = subscriber.publishes(MqttGlobalPublishFilter.ALL)) {
            subscriber
                    .subscribeWith()
                    .topicFilter("t/#")
                    .qos(MqttQos.AT_MOST_ONCE)
                    .send();
            subscriber
                    .subscribeWith()
                    .topicFilter("t/1")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            Mqtt3BlockingClient publisher = connected3("p");

            publisher
                    .publishWith()
                    .topic("t/1")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(bytes("first"))
                    .send();
            publisher
                    .publishWith()
                    .topic("t/2")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(bytes("second"))
                    .send();

            assertThat(incoming.receive(5, TimeUnit.SECONDS).map(Mqtt3Publish::getQos))
                    .contains(MqttQos.AT_LEAST_ONCE);
            assertThat(incoming.receive(5, TimeUnit.SECONDS)
                            .map(message -> message.getTopic().toString()))
                    .contains("t/2");
        }
    }

    @Test
    void publish_retained_reachesLaterSubscriberWithFlagUntilRemoved() throws Exception {
        Mqtt3BlockingClient publisher = connected3("p");
        publisher
                .publishWith()
                .topic("r")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(bytes("kept"))
                .retain(true)
                .send();

        Optional<Mqtt3Publish> before = firstMessageOfNewSubscriber("s1", "r");
        publisher
                .publishWith()
                .topic("r")
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .send();
        Optional<Mqtt3Publish> after = firstMessageOfNewSubscriber("s2", "r");

        assertThat(before.map(Mqtt3Publish::isRetain)).contains(true);
        assertThat(after).isEmpty();
    }

    @Test
    void will_connectionTakenOver_isPublished() throws Exception {
        Mqtt3BlockingClient subscriber = connected3("s");
        try (Mqtt3BlockingClient.Mqtt3Publishes incoming = subscriber.publishes(MqttGlobalPublishFilter.ALL)) {
            subscriber
                    .subscribeWith()
                    .topicFilter("will")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            Mqtt3BlockingClient mortal = client3("m");
            mortal.connectWith()
                    .willPublish()
                    .topic("will")
                    .payload(bytes("gone"))
                    .applyWillPublish()
                    .send();

            connected3("m");

            assertThat(incoming.receive(5, TimeUnit.SECONDS)).isPresent();
        }
    }

    @Test
    void will_orderlyDisconnect_isNotPublished() throws Exception {
        Mqtt3BlockingClient subscriber = connected3("s");
        try (Mqtt3BlockingClient.Mqtt3Publishes incoming = subscriber.publishes(MqttGlobalPublishFilter.ALL)) {
            subscriber
                    .subscribeWith()
                    .topicFilter("#")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            Mqtt3BlockingClient mortal = client3("m");
            mortal.connectWith()
                    .willPublish()
                    .topic("will")
                    .payload(bytes("gone"))
                    .applyWillPublish()
                    .send();

            mortal.disconnect();
            platform.awaitConnections(1);
            connected3("p")
                    .publishWith()
                    .topic("end")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();

            assertThat(incoming.receive(5, TimeUnit.SECONDS)
                            .map(message -> message.getTopic().toString()))
                    .contains("end");
        }
    }

    @Test
    void persistentSession_offline_keepsSubscriptionAndBoundedQueue() throws Exception {
        Mqtt3BlockingClient subscriber = client3("s");
        subscriber.connectWith().cleanSession(false).send();
        subscriber.subscribeWith().topicFilter("q").qos(MqttQos.AT_LEAST_ONCE).send();
        subscriber.disconnect();
        platform.awaitConnections(0);
        Mqtt3BlockingClient publisher = connected3("p");
        for (int i = 1; i <= 7; i++) {
            publisher
                    .publishWith()
                    .topic("q")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(bytes("" + i))
                    .send();
        }

        List<String> got = new ArrayList<>();
        Mqtt3BlockingClient again = client3("s");
        try (Mqtt3BlockingClient.Mqtt3Publishes incoming = again.publishes(MqttGlobalPublishFilter.ALL)) {
            boolean present = again.connectWith().cleanSession(false).send().isSessionPresent();
            for (int i = 0; i < 5; i++) {
                got.add(text(incoming.receive(5, TimeUnit.SECONDS).orElseThrow()));
            }
            publisher
                    .publishWith()
                    .topic("q")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(bytes("end"))
                    .send();
            got.add(text(incoming.receive(5, TimeUnit.SECONDS).orElseThrow()));

            assertThat(present).isTrue();
            assertThat(got).containsExactly("1", "2", "3", "4", "5", "end");
        }
    }

    @Test
    void cleanSession_afterPersistentOne_startsEmpty() throws Exception {
        Mqtt3BlockingClient subscriber = client3("s");
        subscriber.connectWith().cleanSession(false).send();
        subscriber.subscribeWith().topicFilter("q").qos(MqttQos.AT_LEAST_ONCE).send();
        subscriber.disconnect();

        boolean present = client3("s").connectWith().cleanSession(true).send().isSessionPresent();

        assertThat(present).isFalse();
    }

    @Test
    void unsubscribe_thenPublish_nothingArrives() throws Exception {
        Mqtt3BlockingClient subscriber = connected3("s");
        try (Mqtt3BlockingClient.Mqtt3Publishes incoming = subscriber.publishes(MqttGlobalPublishFilter.ALL)) {
            subscriber
                    .subscribeWith()
                    .topicFilter("a")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            subscriber
                    .subscribeWith()
                    .topicFilter("b")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();

            subscriber.unsubscribeWith().topicFilter("a").send();
            Mqtt3BlockingClient publisher = connected3("p");
            publisher.publishWith().topic("a").qos(MqttQos.AT_LEAST_ONCE).send();
            publisher.publishWith().topic("b").qos(MqttQos.AT_LEAST_ONCE).send();

            assertThat(incoming.receive(5, TimeUnit.SECONDS)
                            .map(message -> message.getTopic().toString()))
                    .contains("b");
        }
    }

    @Test
    void mqtt5_publishProperties_arePassedOn() throws Exception {
        Mqtt5BlockingClient subscriber = connected5("s");
        try (Mqtt5BlockingClient.Mqtt5Publishes incoming = subscriber.publishes(MqttGlobalPublishFilter.ALL)) {
            subscriber
                    .subscribeWith()
                    .topicFilter("t")
                    .qos(MqttQos.EXACTLY_ONCE)
                    .send();

            connected5("p")
                    .publishWith()
                    .topic("t")
                    .qos(MqttQos.EXACTLY_ONCE)
                    .contentType("text/plain")
                    .responseTopic("answer")
                    .correlationData(bytes("42"))
                    .userProperties()
                    .add("k", "v")
                    .applyUserProperties()
                    .send();

            Mqtt5Publish got = incoming.receive(5, TimeUnit.SECONDS).orElseThrow();
            assertThat(got.getContentType().map(Object::toString)).contains("text/plain");
            assertThat(got.getResponseTopic().map(Object::toString)).contains("answer");
            assertThat(got.getCorrelationData()).isPresent();
            assertThat(got.getUserProperties().asList()).hasSize(1);
        }
    }

    @Test
    void mqtt5_noLocal_ownMessageDoesNotComeBack() throws Exception {
        Mqtt5BlockingClient client = connected5("c");
        try (Mqtt5BlockingClient.Mqtt5Publishes incoming = client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.subscribeWith().topicFilter("t").noLocal(true).send();

            client.publishWith()
                    .topic("t")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(bytes("own"))
                    .send();
            connected5("p")
                    .publishWith()
                    .topic("t")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(bytes("other"))
                    .send();

            Mqtt5Publish got = incoming.receive(5, TimeUnit.SECONDS).orElseThrow();
            assertThat(new String(got.getPayloadAsBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("other");
        }
    }

    @Test
    void mqtt5_retainHandlingDoNotSend_retainedMessageStaysAway() throws Exception {
        connected5("p")
                .publishWith()
                .topic("t")
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .payload(bytes("old"))
                .send();
        Mqtt5BlockingClient client = connected5("c");
        try (Mqtt5BlockingClient.Mqtt5Publishes incoming = client.publishes(MqttGlobalPublishFilter.ALL)) {
            client.subscribeWith()
                    .topicFilter("t")
                    .retainHandling(Mqtt5RetainHandling.DO_NOT_SEND)
                    .send();

            client.publishWith()
                    .topic("t")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(bytes("live"))
                    .send();

            Mqtt5Publish got = incoming.receive(5, TimeUnit.SECONDS).orElseThrow();
            assertThat(new String(got.getPayloadAsBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("live");
        }
    }

    @Test
    void mqtt5_disconnectWithWill_isPublished() throws Exception {
        Mqtt3BlockingClient subscriber = connected3("s");
        try (Mqtt3BlockingClient.Mqtt3Publishes incoming = subscriber.publishes(MqttGlobalPublishFilter.ALL)) {
            subscriber
                    .subscribeWith()
                    .topicFilter("will")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            Mqtt5BlockingClient mortal = client5("m");
            mortal.connectWith()
                    .willPublish()
                    .topic("will")
                    .payload(bytes("gone"))
                    .applyWillPublish()
                    .send();

            mortal.disconnectWith()
                    .reasonCode(Mqtt5DisconnectReasonCode.DISCONNECT_WITH_WILL_MESSAGE)
                    .send();

            assertThat(incoming.receive(5, TimeUnit.SECONDS)).isPresent();
        }
    }

    @Test
    void mqtt5_sessionExpiryPassed_sessionIsGone() throws Exception {
        Mqtt5BlockingClient client = client5("c");
        client.connectWith().cleanStart(false).sessionExpiryInterval(0).send();
        client.disconnect();
        platform.awaitConnections(0);

        boolean present = client5("c").connectWith().cleanStart(false).send().isSessionPresent();

        assertThat(present).isFalse();
    }

    private Optional<Mqtt3Publish> firstMessageOfNewSubscriber(String id, String filter) throws InterruptedException {
        Mqtt3BlockingClient subscriber = connected3(id);
        try (Mqtt3BlockingClient.Mqtt3Publishes incoming = subscriber.publishes(MqttGlobalPublishFilter.ALL)) {
            subscriber
                    .subscribeWith()
                    .topicFilter(filter)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send();
            return incoming.receive(Duration.ofMillis(300).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Mqtt3BlockingClient connected3(String id) {
        Mqtt3BlockingClient client = client3(id);
        client.connect();
        return client;
    }

    private Mqtt3BlockingClient client3(String id) {
        Mqtt3BlockingClient client = Mqtt3Client.builder()
                .identifier(id)
                .serverHost("127.0.0.1")
                .serverPort(platform.uri().getPort())
                .buildBlocking();
        cleanUp.add(() ->
                client.toAsync().disconnect().exceptionally(alreadyGone -> null).join());
        return client;
    }

    private Mqtt5BlockingClient connected5(String id) {
        Mqtt5BlockingClient client = client5(id);
        client.connect();
        return client;
    }

    private Mqtt5BlockingClient client5(String id) {
        Mqtt5BlockingClient client = Mqtt5Client.builder()
                .identifier(id)
                .serverHost("127.0.0.1")
                .serverPort(platform.uri().getPort())
                .buildBlocking();
        cleanUp.add(() ->
                client.toAsync().disconnect().exceptionally(alreadyGone -> null).join());
        return client;
    }

    private static String text(Mqtt3Publish message) {
        return new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
