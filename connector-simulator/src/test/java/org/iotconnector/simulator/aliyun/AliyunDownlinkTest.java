package org.iotconnector.simulator.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.testing.AliyunCredentials;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Lamp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AliyunDownlinkTest {
    private static final String SET = Lamp.SYS + "thing/service/property/set";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final VirtualTime time = VirtualTime.startingAt(Instant.EPOCH);
    private final Simulator simulator =
            Simulator.builder().demoAliyun().time(time).start();
    private final AliyunDevice device = simulator.aliyun().device("a1Demo0Prod/lamp-1");

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void set_online_sendsAlinkWithDigitIdAndTakesTheReply() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(SET);

            CompletableFuture<DeviceReply> future = device.set(Map.of("LightSwitch", 1));
            Mqtt3Publish message = lamp.client().next();
            Map<String, @Nullable Object> request = Lamp.json(text(message));
            lamp.send(
                    "thing/service/property/set_reply",
                    "{'id':'" + request.get("id") + "','code':100001,'data':{'why':'no'}}");
            DeviceReply reply = Client.await(future);

            assertThat(message.getTopic().toString()).isEqualTo(SET);
            assertThat(message.getQos().getCode()).isEqualTo(1);
            assertThat(request)
                    .containsEntry("method", "thing.service.property.set")
                    .containsEntry("params", Map.of("LightSwitch", 1));
            assertThat(request.get("id")).asString().matches("[0-9]+");
            assertThat(reply.code()).hasValue(100_001);
            assertThat(reply.data()).containsEntry("why", "no");
            assertThat(reply.isSuccess()).isFalse();
            assertThat(device.properties()).isEmpty();
        }
    }

    @Test
    void set_replyWithNumericId_isTaken() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(SET);

            CompletableFuture<DeviceReply> future = device.set(Map.of("LightSwitch", 1));
            lamp.send(
                    "thing/service/property/set_reply",
                    "{'id':" + lamp.nextJson().get("id") + ",'code':200}");

            assertThat(Client.await(future).isSuccess()).isTrue();
        }
    }

    @Test
    void set_noReply_timesOutAfterFiveSeconds() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(SET);
            CompletableFuture<DeviceReply> future = device.set(Map.of("LightSwitch", 1));
            lamp.client().next();

            time.advance(Duration.ofMillis(4999));
            boolean early = future.isDone();
            time.advance(Duration.ofMillis(1));

            assertThat(early).isFalse();
            assertThat(Client.await(future).outcome()).isEqualTo(DeviceReply.Outcome.TIMEOUT);
        }
    }

    @Test
    void set_offline_isOffline() {
        assertThat(Client.await(device.set(Map.of("LightSwitch", 1))).outcome()).isEqualTo(DeviceReply.Outcome.OFFLINE);
    }

    @Test
    void set_notSubscribed_sendsNothing() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe("/a1Demo0Prod/lamp-1/user/get");

            DeviceReply reply = Client.await(device.set(Map.of("LightSwitch", 1)));
            device.publish("/a1Demo0Prod/lamp-1/user/get", new byte[] {'x'}, 0);

            assertThat(reply.outcome()).isEqualTo(DeviceReply.Outcome.NOT_SUBSCRIBED);
            assertThat(lamp.client().nextText()).isEqualTo("x");
        }
    }

    @Test
    void set_clientWithSystemPush_needsNoSubscription() {
        try (Lamp lamp = new Lamp(simulator, ",_ss=1")) {
            device.set(Map.of("LightSwitch", 1));

            assertThat(lamp.client().next().getTopic().toString()).isEqualTo(SET);
        }
    }

    @Test
    void invoke_asynchronousByModel_usesTheServiceTopic() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(Lamp.SYS + "thing/service/+");

            CompletableFuture<DeviceReply> future = device.invoke("blink", Map.of("Times", 3));
            Map<String, @Nullable Object> request = lamp.nextJson();
            lamp.send(
                    "thing/service/blink_reply", "{'id':'" + request.get("id") + "','code':200,'data':{'Blinked':3}}");

            assertThat(request).containsEntry("method", "thing.service.blink");
            assertThat(Client.await(future).data()).containsEntry("Blinked", 3);
        }
    }

    @Test
    void invoke_synchronousByModel_usesSystemRrpc() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(Lamp.SYS + "rrpc/request/+");

            CompletableFuture<DeviceReply> future = device.invoke("measure", Map.of("Samples", 2));
            Mqtt3Publish request = lamp.client().next();
            String messageId = request.getTopic().getLevels().get(6);
            lamp.client()
                    .publish(Lamp.SYS + "rrpc/response/" + messageId, "{\"code\":200,\"data\":{\"Average\":1.5}}", 0);

            assertThat(messageId).matches("[0-9]{19}");
            assertThat(text(request)).contains("\"method\":\"thing.service.measure\"");
            assertThat(Client.await(future).data()).containsEntry("Average", 1.5);
        }
    }

    @Test
    void invoke_clientWithExtendedRrpc_usesTheSameTopicForTheAnswer() {
        try (Lamp lamp = new Lamp(simulator, ",ext=1")) {
            lamp.client().subscribe("/ext/rrpc/#");

            CompletableFuture<DeviceReply> future = device.invoke("measure", Map.of());
            Mqtt3Publish request = lamp.client().next();
            String topic = request.getTopic().toString();
            lamp.client().publish(topic, "{\"code\":200,\"data\":{}}", 0);

            assertThat(topic).matches("/ext/rrpc/[0-9]{19}/sys/a1Demo0Prod/lamp-1/thing/service/measure");
            assertThat(Client.await(future).isSuccess()).isTrue();
            assertThat(lamp.client().waiting()).isZero();
        }
    }

    @Test
    void invoke_extendedRrpcWithoutItsSubscription_fallsBackToSystemRrpc() {
        try (Lamp lamp = new Lamp(simulator, ",ext=1")) {
            lamp.client().subscribe(Lamp.SYS + "rrpc/request/+");

            device.invoke("measure", Map.of());

            assertThat(lamp.client().next().getTopic().toString()).startsWith(Lamp.SYS + "rrpc/request/");
        }
    }

    @Test
    void rrpc_lateResponse_isDropped() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(Lamp.SYS + "rrpc/request/+");
            CompletableFuture<DeviceReply> future = device.rrpc(new byte[] {1, 2}, LIMIT);
            Mqtt3Publish request = lamp.client().next();

            time.advance(LIMIT);
            lamp.client().publish(request.getTopic().toString().replace("request", "response"), "late", 1);

            assertThat(request.getPayloadAsBytes()).containsExactly(1, 2);
            assertThat(Client.await(future).outcome()).isEqualTo(DeviceReply.Outcome.TIMEOUT);
        }
    }

    @Test
    void customRrpc_withoutExtensionBit_isNotSent() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe("/ext/rrpc/#");

            DeviceReply reply = Client.await(device.rrpc("/a1Demo0Prod/lamp-1/user/get", new byte[0], LIMIT));

            assertThat(reply.outcome()).isEqualTo(DeviceReply.Outcome.NOT_SUBSCRIBED);
        }
    }

    @Test
    void customRrpc_answered_givesTheBytes() {
        try (Lamp lamp = new Lamp(simulator, ",ext=3")) {
            lamp.client().subscribe("/ext/rrpc/+/a1Demo0Prod/lamp-1/user/get");

            CompletableFuture<DeviceReply> future = device.rrpc("/a1Demo0Prod/lamp-1/user/get", new byte[] {7}, LIMIT);
            lamp.client().publish(lamp.client().next().getTopic().toString(), "pong", 0);

            assertThat(Client.await(future).text()).isEqualTo("pong");
        }
    }

    @Test
    void setDesired_online_isAlsoSet() {
        try (Lamp lamp = new Lamp(simulator)) {
            lamp.client().subscribe(SET);

            device.setDesired(Map.of("LightSwitch", 1));

            assertThat(lamp.nextJson()).containsEntry("params", Map.of("LightSwitch", 1));
            assertThat(device.desired()).containsEntry("LightSwitch", new DesiredValue(1, 1));
        }
    }

    @Test
    void publish_offlinePersistentSession_arrivesAtReconnect() {
        String topic = "/a1Demo0Prod/lamp-1/user/get";
        try (Client first = Client.to(simulator.aliyun().mqttUri(), AliyunCredentials.lamp())) {
            first.connect(false, 60);
            first.subscribe(topic);
        }
        simulator.aliyun().await("the lamp to be offline", () -> !device.isOnline(), LIMIT);

        boolean kept = device.publish(topic, "later".getBytes(StandardCharsets.UTF_8), 1);
        boolean keptQos0 = device.publish(topic, "lost".getBytes(StandardCharsets.UTF_8), 0);
        try (Client second = Client.to(simulator.aliyun().mqttUri(), AliyunCredentials.lamp(",v=2"))) {
            boolean present = second.connect(false, 60).isSessionPresent();

            assertThat(kept).isTrue();
            assertThat(keptQos0).isFalse();
            assertThat(present).isTrue();
            assertThat(second.nextText()).isEqualTo("later");
        }
    }

    @Test
    void publish_foreignTopic_isRefusedWithAReason() {
        assertThatThrownBy(() -> device.publish("/a1Demo0Prod/lamp-2/user/get", new byte[0], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/a1Demo0Prod/lamp-1/user/get");
    }

    @Test
    void kick_online_closesTheConnection() {
        try (Lamp lamp = new Lamp(simulator)) {
            device.kick();

            assertThat(lamp.client().isDisconnectedSoon()).isTrue();
            assertThat(device.status()).isEqualTo(DeviceStatus.OFFLINE);
        }
    }

    @Test
    void device_unknown_errorNamesThoseThereAre() {
        assertThatThrownBy(() -> simulator.aliyun().device("x/y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a1Demo0Prod/lamp-1");
    }

    private static String text(Mqtt3Publish message) {
        return new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8);
    }
}
