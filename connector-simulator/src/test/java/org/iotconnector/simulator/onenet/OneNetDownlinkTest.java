package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Lamp;
import org.iotconnector.simulator.testing.OneNetCredentials;
import org.iotconnector.simulator.testing.OneNetThing;
import org.iotconnector.simulator.testing.OneNetVectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneNetDownlinkTest {
    private static final String LAMP = "Demo0Prod1/lamp-1";
    private static final String KEY = OneNetCredentials.key("sensor");

    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-20T00:00:00Z"));
    private final Simulator simulator =
            Simulator.builder().demoOneNet().time(time).start();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void set_deviceReplies_carriesBareValuesAndTheAnswer() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/property/set")) {
            CompletableFuture<DeviceReply> future = lamp.device().set(Map.of("LightSwitch", true));

            Map<String, @Nullable Object> request = lamp.answer("_reply", "'code':200,'msg':'success'");

            assertThat(request).isEqualTo(Map.of("id", "1", "version", "1.0", "params", Map.of("LightSwitch", true)));
            DeviceReply reply = Client.await(future);
            assertThat(reply.isSuccess()).isTrue();
            assertThat(reply.message()).isEqualTo("success");
            assertThat(lamp.device().properties()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"payload-property-set-reply, set", "payload-property-get-reply, get"})
    void reply_ofVector_isUnderstood(String name, String operation) {
        OneNetVectors.Vector vector = OneNetVectors.one(name);
        try (Simulator free = Simulator.builder()
                        .onenet(settings -> settings.product("a1B2c3D4e5", product -> product.device("sensor-01", KEY)))
                        .start();
                OneNetThing sensor = new OneNetThing(free, "a1B2c3D4e5", "sensor-01", KEY)) {
            sensor.subscribe("thing/#");
            CompletableFuture<DeviceReply> future = operation.equals("set")
                    ? sensor.device().set(Map.of("switch", true))
                    : sensor.device().get(List.of("temperature", "switch"));
            String id = String.valueOf(sensor.nextJson().get("id"));

            sensor.client()
                    .publish(
                            vector.expected("replyTopic"),
                            Json.text(vector.expected().get("json"))
                                    .replaceFirst("\"id\":\"[0-9]+\"", "\"id\":\"" + id + "\""),
                            1);

            DeviceReply reply = Client.await(future);
            assertThat(reply.isSuccess()).isTrue();
            assertThat(reply.data())
                    .isEqualTo(operation.equals("set") ? Map.of() : Map.of("temperature", 23.6, "switch", true));
        }
    }

    @Test
    void invoke_ofVector_isUnderstood() {
        OneNetVectors.Vector vector = OneNetVectors.one("payload-service-reply");
        try (Simulator free = Simulator.builder()
                        .onenet(settings -> settings.product("a1B2c3D4e5", product -> product.device("sensor-01", KEY)))
                        .start();
                OneNetThing sensor = new OneNetThing(free, "a1B2c3D4e5", "sensor-01", KEY)) {
            sensor.subscribe("thing/#");
            CompletableFuture<DeviceReply> future = sensor.device().invoke("reboot", Map.of("delay", 3));
            Mqtt3Publish request = sensor.next();
            String id = String.valueOf(Lamp.json(new String(request.getPayloadAsBytes(), StandardCharsets.UTF_8))
                    .get("id"));

            sensor.client()
                    .publish(
                            vector.expected("replyTopic"),
                            Json.text(vector.expected().get("json"))
                                    .replaceFirst("\"id\":\"[0-9]+\"", "\"id\":\"" + id + "\""),
                            1);

            assertThat(request.getTopic()).hasToString(vector.input("topic"));
            assertThat(Client.await(future).data()).isEqualTo(Map.of("accepted", true));
        }
    }

    @Test
    void set_ids_areSequentialTexts() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/#")) {
            lamp.device().set(Map.of("LightSwitch", true));
            lamp.device().get(List.of("LightSwitch"));
            lamp.device().invoke("measure", Map.of("Samples", 1));

            List<@Nullable Object> ids = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                ids.add(lamp.nextJson().get("id"));
            }

            assertThat(ids).containsExactly("1", "2", "3");
        }
    }

    @Test
    void set_deviceAnswersWithAnotherCode_isReportedAsItIs() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/#")) {
            CompletableFuture<DeviceReply> future = lamp.device().set(Map.of("LightSwitch", true));

            lamp.answer("_reply", "'code':100,'msg':'no'");

            DeviceReply reply = Client.await(future);
            assertThat(reply.outcome()).isEqualTo(DeviceReply.Outcome.REPLIED);
            assertThat(reply.isSuccess()).isFalse();
            assertThat(reply.code()).hasValue(100);
            assertThat(reply.message()).isEqualTo("no");
        }
    }

    @Test
    void set_noReplyWithinTenSeconds_timesOutAndALateReplyIsIgnored() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/#")) {
            CompletableFuture<DeviceReply> future = lamp.device().set(Map.of("LightSwitch", true));
            time.advance(Duration.ofMillis(9999));
            boolean early = future.isDone();
            time.advance(Duration.ofMillis(1));

            lamp.answer("_reply", "'code':200,'msg':'success'");

            assertThat(early).isFalse();
            assertThat(Client.await(future).outcome()).isEqualTo(DeviceReply.Outcome.TIMEOUT);
        }
    }

    @Test
    void set_replyWithANumberAsId_isIgnored() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/#")) {
            CompletableFuture<DeviceReply> future = lamp.device().set(Map.of("LightSwitch", true));

            lamp.send("thing/property/set_reply", "{'id':1,'code':200,'msg':'success'}");
            time.advance(Duration.ofSeconds(10));

            assertThat(Client.await(future).outcome()).isEqualTo(DeviceReply.Outcome.TIMEOUT);
        }
    }

    @Test
    void set_offline_sendsNothing() {
        DeviceReply reply = Client.await(simulator.onenet().device(LAMP).set(Map.of("LightSwitch", true)));

        assertThat(reply.outcome()).isEqualTo(DeviceReply.Outcome.OFFLINE);
    }

    @Test
    void set_notSubscribed_sendsNothing() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/property/get")) {
            DeviceReply reply = Client.await(lamp.device().set(Map.of("LightSwitch", true)));

            assertThat(reply.outcome()).isEqualTo(DeviceReply.Outcome.NOT_SUBSCRIBED);
            assertThat(reply.message()).isEqualTo("device not subscribed");
        }
    }

    @Test
    void set_valueAgainstTheModel_isNotSent() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/#")) {
            DeviceReply type = Client.await(lamp.device().set(Map.of("LightSwitch", 1)));
            DeviceReply unknown = Client.await(lamp.device().set(Map.of("foo", 1)));
            DeviceReply readOnly = Client.await(lamp.device().set(Map.of("CurrentLedADC", 1)));

            assertThat(List.of(type, unknown, readOnly))
                    .extracting(DeviceReply::outcome)
                    .containsOnly(DeviceReply.Outcome.INVALID);
            assertThat(type.message()).isEqualTo("identifier: LightSwitch, error: bool type error");
            assertThat(unknown.message()).isEqualTo("identifier: foo, error: identifier not exist");
            assertThat(readOnly.message()).isEqualTo("identifier: CurrentLedADC, error: property is read only");
        }
    }

    @Test
    void get_deviceAnswersAgainstTheModel_isInvalid() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/#")) {
            CompletableFuture<DeviceReply> future = lamp.device().get(List.of("LightSwitch"));

            Map<String, @Nullable Object> request =
                    lamp.answer("_reply", "'code':200,'msg':'success','data':{'LightSwitch':'on'}");

            assertThat(request).containsEntry("params", List.of("LightSwitch"));
            DeviceReply reply = Client.await(future);
            assertThat(reply.outcome()).isEqualTo(DeviceReply.Outcome.INVALID);
            assertThat(reply.message()).isEqualTo("identifier: LightSwitch, error: bool type error");
        }
    }

    @Test
    void invoke_synchronousService_waitsFiveSeconds() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/service/+/invoke")) {
            CompletableFuture<DeviceReply> answered = lamp.device().invoke("measure", Map.of("Samples", 3));
            lamp.answer("_reply", "'code':200,'msg':'success','data':{'Average':12.5}");
            CompletableFuture<DeviceReply> silent = lamp.device().invoke("measure", Map.of("Samples", 3));

            time.advance(Duration.ofSeconds(5));

            assertThat(Client.await(answered).data()).isEqualTo(Map.of("Average", 12.5));
            assertThat(Client.await(silent).outcome()).isEqualTo(DeviceReply.Outcome.TIMEOUT);
        }
    }

    @Test
    void invoke_asynchronousService_completesAtOnce() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/#")) {
            DeviceReply reply = Client.await(lamp.device().invoke("blink", Map.of("Times", 3)));

            Mqtt3Publish request = lamp.next();
            assertThat(reply.outcome()).isEqualTo(DeviceReply.Outcome.SENT);
            assertThat(request.getTopic()).hasToString(lamp.topic("thing/service/blink/invoke"));
        }
    }

    @Test
    void invoke_inputMissingOrUnknown_isNotSent() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/#")) {
            DeviceReply missing = Client.await(lamp.device().invoke("measure", Map.of()));
            DeviceReply unknown = Client.await(lamp.device().invoke("dance", Map.of()));

            assertThat(missing.message()).isEqualTo("identifier: Samples, error: required value");
            assertThat(unknown.message()).isEqualTo("identifier: dance, error: identifier not exist");
        }
    }

    @Test
    void setDesired_online_pushesAnOrdinarySet() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/#")) {
            CompletableFuture<DeviceReply> future = lamp.device().setDesired(Map.of("LightBrightness", 4));

            Map<String, @Nullable Object> request = lamp.answer("_reply", "'code':200,'msg':'success'");

            assertThat(request).containsEntry("params", Map.of("LightBrightness", 4));
            assertThat(Client.await(future).isSuccess()).isTrue();
            assertThat(lamp.device().desired()).isEqualTo(Map.of("LightBrightness", new DesiredValue(4, 1)));
        }
    }

    @Test
    void setDesired_offline_isKept() {
        OneNetDevice lamp = simulator.onenet().device(LAMP);

        DeviceReply reply = Client.await(lamp.setDesired(Map.of("LightBrightness", 4)));

        assertThat(reply.outcome()).isEqualTo(DeviceReply.Outcome.OFFLINE);
        assertThat(lamp.desired()).isEqualTo(Map.of("LightBrightness", new DesiredValue(4, 1)));
    }

    @Test
    void informOta_deviceReplies_completesWithin20Seconds() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("ota/#")) {
            CompletableFuture<DeviceReply> answered = lamp.device().informOta();
            Map<String, @Nullable Object> request = lamp.answer("_reply", "'code':200,'msg':'success'");
            CompletableFuture<DeviceReply> silent = lamp.device().informOta();
            time.advance(Duration.ofSeconds(20));

            assertThat(request).containsKeys("id", "version", "params");
            assertThat(Client.await(answered).isSuccess()).isTrue();
            assertThat(Client.await(silent).outcome()).isEqualTo(DeviceReply.Outcome.TIMEOUT);
        }
    }

    @Test
    void kick_online_closesTheConnection() {
        try (OneNetThing lamp = new OneNetThing(simulator)) {
            lamp.device().kick();

            assertThat(lamp.client().isDisconnectedSoon()).isTrue();
        }
    }

    @Test
    void publish_foreignTopic_isTheCallersMistake() {
        OneNetDevice lamp = simulator.onenet().device(LAMP);

        assertThatThrownBy(() -> lamp.publish("$sys/Demo0Prod1/lamp-2/thing/property/set", new byte[0], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[$sys/Demo0Prod1/lamp-1/]");
    }

    @Test
    void device_unknown_isTheCallersMistake() {
        assertThatThrownBy(() -> simulator.onenet().device("Demo0Prod1/lamp-9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("devices: Demo0Prod1/lamp-1");
    }
}
