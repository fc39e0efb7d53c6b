package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.OneNetCaller;
import org.iotconnector.simulator.testing.OneNetThing;
import org.iotconnector.simulator.testing.OneNetTokens;
import org.iotconnector.simulator.testing.OneNetVectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data streams and commands by the application API. OneNET, "API list", read 2026-05-29. */
class OneNetApiDatapointsTest {
    private static final String STATION = "?product_id=Stream0001&device_name=station-1";
    private static final String CURRENT = "/datapoint/current-datapoints" + STATION;
    private static final String HISTORY = "/datapoint/history-datapoints" + STATION;
    private static final String COMMAND = "/datapoint/synccmds" + STATION;
    private static final String POINTS =
            "{'id':1,'dp':{'temp':[{'v':20,'t':1704067200},{'v':21,'t':1704067260}],'hum':[{'v':60,'t':1704067200}]}}";

    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-21T02:00:00Z"));
    private final Simulator simulator = Simulator.builder()
            .demoOneNet(settings -> settings.product(
                    "Stream0001",
                    product -> product.dataProtocol(DataProtocol.DATASTREAM)
                            .device("station-1", DemoSet.ONENET_DEVICE_KEY)))
            .time(time)
            .start();
    private final OneNetCaller api = new OneNetCaller(simulator, OneNetTokens.user());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void current_reported_tellsTheLatestOfEachStreamInBeijingTime() {
        try (OneNetThing station = station()) {
            report(station);

            Object devices = data(api.get(CURRENT)).get("devices");

            assertThat(devices)
                    .isEqualTo(List.of(Map.of(
                            "id",
                            "1002",
                            "title",
                            "station-1",
                            "datastreams",
                            List.of(
                                    Map.of("id", "temp", "at", "2024-01-01 08:01:00.000", "value", 21),
                                    Map.of("id", "hum", "at", "2024-01-01 08:00:00.000", "value", 60)))));
        }
    }

    @Test
    void history_oneStream_tellsItsPoints() {
        try (OneNetThing station = station()) {
            report(station);

            Map<String, @Nullable Object> data =
                    data(api.get(HISTORY + "&datastream_id=temp&start=2024-01-01T08:00:00"));

            assertThat(data).containsEntry("count", 2).doesNotContainKey("cursor");
            assertThat(data.get("datastreams"))
                    .isEqualTo(List.of(Map.of(
                            "id",
                            "temp",
                            "datapoints",
                            List.of(
                                    Map.of("at", "2024-01-01 08:00:00.000", "value", 20),
                                    Map.of("at", "2024-01-01 08:01:00.000", "value", 21)))));
        }
    }

    @Test
    void history_moreThanLimit_goesOnAtTheCursor() {
        try (OneNetThing station = station()) {
            report(station);
            String query = HISTORY + "&start=2024-01-01T00:00:00&limit=2";

            Map<String, @Nullable Object> first = data(api.get(query));
            Map<String, @Nullable Object> second = data(api.get(query + "&cursor=" + first.get("cursor")));

            assertThat(first).containsEntry("count", 2).containsEntry("cursor", "2");
            assertThat(second).containsEntry("count", 1).doesNotContainKey("cursor");
        }
    }

    @Test
    void history_end_isIncluded() {
        try (OneNetThing station = station()) {
            report(station);

            assertThat(data(api.get(HISTORY + "&start=2024-01-01T08:00:00&end=2024-01-01T08:00:00")))
                    .containsEntry("count", 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"x=1", "start=yesterday", "start=2024-01-01T08:00:00&limit=0"})
    void history_badParameter_isCode10400(String query) {
        assertThat(api.get(HISTORY + "&" + query)).containsEntry("code", 10400);
    }

    @Test
    void command_deviceAnswers_answerIsBase64AsPublished() {
        OneNetVectors.Vector vector = OneNetVectors.one("synccmd-response-base64-published");
        try (OneNetThing station = station().subscribe("cmd/request/+")) {
            CompletableFuture<HttpResponse<byte[]>> answer = api.sending(api.posting(COMMAND + "&timeout=30", "on"));
            Mqtt3Publish request = station.next();
            String uuid = String.valueOf(request.getTopic().getLevels().get(5));
            station.client().publish(station.topic("cmd/response/" + uuid), vector.input("deviceResponse"), 1);

            assertThat(new String(request.getPayloadAsBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("on");
            assertThat(data(OneNetCaller.json(Client.await(answer))))
                    .isEqualTo(Map.of("cmd_uuid", uuid, "cmd_resp", vector.expected("cmd_resp")));
        }
    }

    @Test
    void command_noAnswerInTime_isCode10500() {
        try (OneNetThing station = station().subscribe("cmd/request/+")) {
            CompletableFuture<HttpResponse<byte[]>> answer = api.sending(api.posting(COMMAND + "&timeout=7", "on"));
            station.next();

            time.advance(Duration.ofSeconds(7));

            assertThat(OneNetCaller.json(Client.await(answer))).containsEntry("code", 10500);
        }
    }

    @Test
    void command_thingModelProduct_isNotSubscribed() {
        try (OneNetThing lamp = new OneNetThing(simulator)) {
            assertThat(lamp.device().isOnline()).isTrue();

            assertThat(api.post("/datapoint/synccmds?product_id=Demo0Prod1&device_name=lamp-1", "on"))
                    .containsEntry("code", 10500)
                    .containsEntry("msg", "device not subscribed");
        }
    }

    @ParameterizedTest
    @CsvSource({"4", "31", "soon"})
    void command_badTimeout_isCode10400(String timeout) {
        assertThat(api.post(COMMAND + "&timeout=" + timeout, "on")).containsEntry("code", 10400);
    }

    private OneNetThing station() {
        return new OneNetThing(simulator, "Stream0001", "station-1", DemoSet.ONENET_DEVICE_KEY);
    }

    private static void report(OneNetThing station) {
        station.subscribe("dp/post/json/accepted");
        station.send("dp/post/json", POINTS);
        station.nextJson();
    }

    private static Map<String, @Nullable Object> data(Map<String, @Nullable Object> answer) {
        assertThat(answer).containsEntry("code", 0);
        return Json.object(answer.get("data")).orElseThrow();
    }
}
