package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Lamp;
import org.iotconnector.simulator.testing.OneNetCredentials;
import org.iotconnector.simulator.testing.OneNetThing;
import org.iotconnector.simulator.testing.OneNetVectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneNetDataStreamTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final String KEY = OneNetCredentials.key("meter");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final VirtualTime time = VirtualTime.startingAt(NOW);
    private final Simulator simulator = Simulator.builder()
            .onenet(settings -> settings.product(
                            "Stream0001",
                            product -> product.dataProtocol(DataProtocol.DATASTREAM)
                                    .device("meter-1", KEY))
                    .product(
                            "Script0001",
                            product -> product.dataProtocol(DataProtocol.RAW).device("raw-1", KEY)))
            .time(time)
            .start();
    private @Nullable OneNetThing connected;

    @BeforeEach
    void connect() {
        connected = new OneNetThing(simulator, "Stream0001", "meter-1", KEY);
    }

    @AfterEach
    void close() {
        meter().close();
        simulator.close();
    }

    @Test
    void post_goodPoints_areAcceptedAndStored() {
        meter().subscribe("dp/post/json/+");

        meter().send(
                        "dp/post/json",
                        "{'id':123,'dp':{'temp':[{'v':30,'t':1700000000},{'v':31}],'status':[{'v':{'color':'blue'}}]}}");

        Mqtt3Publish reply = meter().next();
        assertThat(reply.getTopic()).hasToString(meter().topic("dp/post/json/accepted"));
        assertThat(text(reply)).isEqualTo("{\"id\":123}");
        assertThat(meter().device().dataPoints("temp"))
                .containsExactly(new DataPoint(30, Instant.ofEpochSecond(1_700_000_000)), new DataPoint(31, NOW));
        assertThat(meter().device().dataPoints("status")).containsExactly(new DataPoint(Map.of("color", "blue"), NOW));
    }

    @Test
    void post_notJson_isRejectedAsInTheVector() {
        OneNetVectors.Vector vector = OneNetVectors.one("datastream-rejected-no-id");
        meter().subscribe("dp/post/json/+");

        meter().send("dp/post/json", vector.input("payload"));

        Mqtt3Publish reply = meter().next();
        assertThat(reply.getTopic().toString()).endsWith(vector.expected("topicSuffix"));
        assertThat(Lamp.json(text(reply))).isEqualTo(vector.expected().get("json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id':5} | 5",
                "{'id':5,'dp':{}} | 5",
                "{'id':5,'dp':{'a-b':[{'v':1}]}} | 5",
                "{'id':5,'dp':{'a':{'v':1}}} | 5",
                "{'id':5,'dp':{'a':[{'v':1},{'t':1}]}} | 5",
                "{'id':5,'dp':{'a':[{'v':1,'t':'now'}]}} | 5",
                "{'id':5,'dp':{'a':[{'v':[1]}]}} | 5",
                "{'id':5,'dp':{'a':[{'v':{'b':{'c':{'d':{'e':{'f':{'g':1}}}}}}}]}} | 5",
                "{'id':'5','dp':{'a':[{'v':1}]}} | -1",
                "{'id':0,'dp':{'a':[{'v':1}]}} | -1",
                "{'id':2147483648,'dp':{'a':[{'v':1}]}} | -1"
            })
    void post_anythingWrong_isRejectedAsAWhole(String payload, int id) {
        meter().subscribe("dp/post/json/rejected");

        meter().send("dp/post/json", payload);

        assertThat(meter().nextJson()).isEqualTo(Map.of("id", id, "err_code", 98, "err_msg", "Illegal Data"));
        assertThat(meter().device().dataPoints("a")).isEmpty();
    }

    @Test
    void command_deviceAnswers_isAcceptedAndBase64IsThatOfTheVector() {
        OneNetVectors.Vector vector = OneNetVectors.one("synccmd-response-base64-published");
        meter().subscribe("cmd/#");
        CompletableFuture<DeviceReply> future = meter().device().command(bytes("switch on"), LIMIT);
        Mqtt3Publish request = meter().next();
        String response = request.getTopic().toString().replace("/cmd/request/", "/cmd/response/");

        meter().client().publish(response, vector.input("deviceResponse"), 1);

        assertThat(text(request)).isEqualTo("switch on");
        assertThat(request.getTopic().toString()).matches(".*/cmd/request/[0-9a-f-]{36}");
        assertThat(Base64.getEncoder().encodeToString(Client.await(future).raw()))
                .isEqualTo(vector.expected("cmd_resp"));
        Mqtt3Publish accepted = meter().next();
        assertThat(accepted.getTopic()).hasToString(response + "/accepted");
        assertThat(accepted.getPayloadAsBytes()).isEmpty();
    }

    @Test
    void command_secondAnswer_isRejectedWith113() {
        String response = commandAnswered();

        meter().client().publish(response, "again", 1);

        assertThat(meter().next().getTopic()).hasToString(response + "/accepted");
        assertThat(meter().nextJson()).containsEntry("err_code", 113);
    }

    @Test
    void command_unknownId_isRejectedWith113() {
        meter().subscribe("cmd/response/+/rejected");

        meter().send("cmd/response/nobody", "x");

        assertThat(meter().nextJson()).isEqualTo(Map.of("err_code", 113, "err_msg", "cmd id not found"));
    }

    @Test
    void command_answerOf1024Bytes_isRejectedWith99() {
        meter().subscribe("cmd/response/+/rejected");

        meter().send("cmd/response/nobody", "x".repeat(1024));

        assertThat(meter().nextJson()).isEqualTo(Map.of("err_code", 99, "err_msg", "maximum payload size exceeded"));
    }

    @Test
    void command_lateAnswer_isRejectedWith112() {
        meter().subscribe("cmd/#");
        CompletableFuture<DeviceReply> future = meter().device().command(bytes("x"), LIMIT);
        String response = meter().next().getTopic().toString().replace("/cmd/request/", "/cmd/response/");
        time.advance(LIMIT);

        meter().client().publish(response, "late", 1);

        assertThat(Client.await(future).outcome()).isEqualTo(DeviceReply.Outcome.TIMEOUT);
        assertThat(meter().nextJson()).isEqualTo(Map.of("err_code", 112, "err_msg", "cmd response timeout"));
    }

    @Test
    void command_notSubscribed_isNotSent() {
        DeviceReply reply = Client.await(meter().device().command(bytes("x"), LIMIT));

        assertThat(reply.outcome()).isEqualTo(DeviceReply.Outcome.NOT_SUBSCRIBED);
        assertThat(reply.message()).isEqualTo("device not subscribed");
    }

    @Test
    void imageUpdate_reported_isAcceptedWithTheDocument() {
        meter().subscribe("image/#");

        meter().send("image/update", "{'state':{'reported':{'color':'red'}}}");

        Mqtt3Publish reply = meter().next();
        assertThat(reply.getTopic()).hasToString(meter().topic("image/update/accepted"));
        assertThat(meter().device().image())
                .containsEntry("state", Map.of("reported", Map.of("color", "red"), "desired", Map.of()))
                .containsEntry("version", 1L)
                .containsEntry("timestamp", NOW.getEpochSecond());
    }

    @Test
    void imageUpdate_desiredDiffers_isFollowedByTheDelta() {
        meter().subscribe("image/update/delta");

        meter().send(
                        "image/update",
                        "{'state':{'reported':{'color':'red','on':true},'desired':{'color':'blue','on':true}}}");

        assertThat(meter().nextJson())
                .containsEntry("state", Map.of("color", "blue"))
                .containsEntry("metadata", Map.of("color", Map.of("timestamp", (int) NOW.getEpochSecond())))
                .containsEntry("version", 1);
    }

    @Test
    void desireImage_byTheCloud_sendsTheDeltaUntilItIsReported() {
        meter().subscribe("image/update/+");

        meter().device().desireImage(Map.of("color", "blue"));
        Map<String, @Nullable Object> delta = meter().nextJson();
        meter().send("image/update", "{'state':{'reported':{'color':'blue'}}}");

        assertThat(delta).containsEntry("state", Map.of("color", "blue"));
        assertThat(meter().next().getTopic()).hasToString(meter().topic("image/update/accepted"));
        assertThat(meter().client().waiting()).isZero();
    }

    @Test
    void imageGet_beforeAnyUpdate_isRejectedWith167() {
        meter().subscribe("image/#");

        meter().send("image/get", "");

        assertThat(meter().nextJson()).isEqualTo(Map.of("err_code", 167, "err_msg", "image not exists"));
    }

    @Test
    void imageGet_afterAnUpdate_isAccepted() {
        meter().send("image/update", "{'state':{'desired':{'color':'blue'}}}");
        meter().subscribe("image/get/accepted");

        meter().send("image/get", "");

        assertThat(meter().nextJson())
                .containsEntry(
                        "state",
                        Map.of(
                                "reported",
                                Map.of(),
                                "desired",
                                Map.of("color", "blue"),
                                "delta",
                                Map.of("color", "blue")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no | 160",
                "{} | 163",
                "{'state':{}} | 164",
                "{'state':{'reported':{'a':{'b':{'c':{'d':{'e':1}}}}}}} | 162",
                "{'state':{'reported':{'a-b':1}}} | 165",
                "{'state':{'reported':{'a':4503599627370496}}} | 165"
            })
    void imageUpdate_anythingWrong_isRejectedWithItsCode(String payload, int code) {
        meter().subscribe("image/update/rejected");

        meter().send("image/update", payload);

        assertThat(meter().nextJson()).containsEntry("err_code", code);
    }

    @Test
    void imageUpdate_moreThan4KiB_isRejectedWith161() {
        meter().subscribe("image/update/rejected");

        meter().send("image/update", " ".repeat(4097));

        assertThat(meter().nextJson()).containsEntry("err_code", 161);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0001\u0002bytes"})
    void rawUp_anyBytes_areAnswered(String payload) {
        try (OneNetThing raw = new OneNetThing(simulator, "Script0001", "raw-1", KEY)) {
            raw.subscribe("custome/up_reply");

            raw.send("custome/up", payload);

            assertThat(raw.client().nextText()).isEqualTo("ok");
            assertThat(simulator.onenet().received().get(0).text()).isEqualTo(payload);
        }
    }

    @Test
    void sendRaw_deviceAnswers_completesWithItsBytes() {
        try (OneNetThing raw = new OneNetThing(simulator, "Script0001", "raw-1", KEY)) {
            raw.subscribe("custome/down/+");
            CompletableFuture<DeviceReply> future = raw.device().sendRaw(new byte[] {1, 2}, LIMIT);
            Mqtt3Publish request = raw.next();

            raw.client().publish(request.getTopic().toString().replace("/down/", "/down_reply/"), "done", 1);

            assertThat(request.getPayloadAsBytes()).containsExactly(1, 2);
            assertThat(Client.await(future).text()).isEqualTo("done");
        }
    }

    private String commandAnswered() {
        meter().subscribe("cmd/#");
        CompletableFuture<DeviceReply> future = meter().device().command(bytes("x"), LIMIT);
        String response = meter().next().getTopic().toString().replace("/cmd/request/", "/cmd/response/");
        meter().client().publish(response, "done", 1);
        assertThat(Client.await(future).isSuccess()).isTrue();
        return response;
    }

    private OneNetThing meter() {
        if (connected == null) {
            throw new AssertionError("not connected");
        }
        return connected;
    }

    private static String text(Mqtt3Publish message) {
        return new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
