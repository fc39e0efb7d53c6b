package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thing models by the application API. OneNET, "API list", read 2026-05-29, and "Service call", read 2026-01-20. */
class OneNetApiPropertiesTest {
    private static final String LAMP = "?product_id=Demo0Prod1&device_name=lamp-1";
    private static final String BODY = "{'product_id':'Demo0Prod1','device_name':'lamp-1'";
    private static final String SET = "/thingmodel/set-device-property";
    private static final String CURRENT = "/thingmodel/query-device-property";
    private static final String DETAIL = "/thingmodel/query-device-property-detail";
    private static final String HISTORY = "/thingmodel/query-device-property-history";
    private static final String CALL = "/thingmodel/call-service";

    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-21T02:00:00Z"));
    private final Simulator simulator = Simulator.builder()
            .demoOneNet(settings ->
                    settings.product("NoModel001", product -> product.device("plain-1", DemoSet.ONENET_DEVICE_KEY)))
            .time(time)
            .start();
    private final OneNetCaller api = new OneNetCaller(simulator, OneNetTokens.user());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void thingModel_demo_isAsConfigured() {
        Map<String, @Nullable Object> data = data(api.get("/thingmodel/query-thing-model?product_id=Demo0Prod1"));

        assertThat(data).containsKeys("properties", "events", "services");
    }

    @ParameterizedTest
    @CsvSource({
        "/thingmodel/query-thing-model",
        "/thingmodel/query-device-property",
        "/thingmodel/query-device-property-history"
    })
    void query_productWithoutModel_isCode10417(String path) {
        String query = "?product_id=NoModel001&device_name=plain-1&identifier=x&start_time=0&end_time=1";

        assertThat(api.get(path + query)).containsEntry("code", 10417);
    }

    @Test
    void set_deviceReplies_replyIsTheData() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/property/set")) {
            CompletableFuture<HttpResponse<byte[]>> answer =
                    api.sending(api.posting(SET, BODY + ",'params':{'LightSwitch':true}}"));
            Map<String, @Nullable Object> request = lamp.answer("_reply", "'code':200,'msg':'success'");

            assertThat(request).containsEntry("params", Map.of("LightSwitch", true));
            assertThat(data(OneNetCaller.json(Client.await(answer))))
                    .containsEntry("id", request.get("id"))
                    .containsEntry("code", 200)
                    .containsEntry("msg", "success");
        }
    }

    @Test
    void set_deviceRefuses_itsCodeIsInTheData() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/property/set")) {
            CompletableFuture<HttpResponse<byte[]>> answer =
                    api.sending(api.posting(SET, BODY + ",'params':{'LightSwitch':true}}"));
            lamp.answer("_reply", "'code':100,'msg':'jammed'");

            assertThat(data(OneNetCaller.json(Client.await(answer))))
                    .containsEntry("code", 100)
                    .containsEntry("msg", "jammed");
        }
    }

    @Test
    void set_noReplyWithin10s_isCode10411() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/property/set")) {
            CompletableFuture<HttpResponse<byte[]>> answer =
                    api.sending(api.posting(SET, BODY + ",'params':{'LightSwitch':true}}"));
            lamp.nextJson();

            time.advance(Duration.ofMillis(9_999));
            boolean early = answer.isDone();
            time.advance(Duration.ofMillis(1));

            assertThat(early).isFalse();
            assertThat(OneNetCaller.json(Client.await(answer)))
                    .containsEntry("code", 10411)
                    .containsEntry("msg", "device response timeout");
        }
    }

    @Test
    void set_offline_isCode10411() {
        assertThat(api.post(SET, BODY + ",'params':{'LightSwitch':true}}"))
                .containsEntry("code", 10411)
                .containsEntry("msg", "device not online");
    }

    @Test
    void set_notSubscribed_isCode10411() {
        try (OneNetThing lamp = new OneNetThing(simulator)) {
            assertThat(lamp.device().isOnline()).isTrue();

            assertThat(api.post(SET, BODY + ",'params':{'LightSwitch':true}}")).containsEntry("code", 10411);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Nothing':1} | identifier: Nothing, error: identifier not exist",
                "{'LightSwitch':1} | bool type error",
                "{'CurrentLedADC':1} | read only"
            })
    void set_modelForbids_isCode10411WithTheReason(String params, String reason) {
        assertThat(api.post(SET, BODY + ",'params':" + params + "}"))
                .containsEntry("code", 10411)
                .hasEntrySatisfying(
                        "msg", text -> assertThat(String.valueOf(text)).contains(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"}", ",'params':[]}", ",'params':null}"})
    void set_badParams_isCode10400(String rest) {
        assertThat(api.post(SET, BODY + rest)).containsEntry("code", 10400);
    }

    @Test
    void current_reported_isTextWithTime() {
        try (OneNetThing lamp = new OneNetThing(simulator)) {
            lamp.ask(
                    "thing/property/post",
                    "{'id':'1','params':{'LightSwitch':{'value':true,'time':1700000000000},"
                            + "'LightBrightness':{'value':42}}}");

            assertThat(property("LightSwitch"))
                    .containsEntry("value", "true")
                    .containsEntry("time", 1_700_000_000_000L)
                    .containsEntry("name", "Light switch")
                    .containsEntry("data_type", "bool")
                    .containsEntry("access_mode", "rw")
                    .containsEntry("expect_value", "");
            assertThat(property("LightBrightness")).containsEntry("value", "42");
        }
    }

    @Test
    void current_neverReported_hasNoValueAndTime() {
        assertThat(property("CurrentLedADC")).containsEntry("access_mode", "r").doesNotContainKeys("value", "time");
    }

    @Test
    void current_desiredValue_isShown() {
        simulator.onenet().device("Demo0Prod1/lamp-1").setDesired(Map.of("LightSwitch", true));

        assertThat(property("LightSwitch")).containsEntry("expect_value", "true");
    }

    @Test
    void current_withSwitch_isAnObjectWithList() {
        try (Simulator other = Simulator.builder()
                .demoOneNet(settings -> settings.rule(OneNetRule.PROPERTIES_AS_LIST_OBJECT, true))
                .start()) {
            Object data = new OneNetCaller(other, OneNetTokens.user())
                    .get(CURRENT + LAMP)
                    .get("data");

            assertThat(Json.object(data))
                    .hasValueSatisfying(object -> assertThat(object).containsOnlyKeys("list"));
        }
    }

    @Test
    void detail_deviceReplies_bareValuesAreTheData() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/property/get")) {
            CompletableFuture<HttpResponse<byte[]>> answer =
                    api.sending(api.posting(DETAIL, BODY + ",'params':['LightSwitch']}"));
            Map<String, @Nullable Object> request =
                    lamp.answer("_reply", "'code':200,'msg':'success','data':{'LightSwitch':true}");

            assertThat(request).containsEntry("params", List.of("LightSwitch"));
            assertThat(data(OneNetCaller.json(Client.await(answer)))).isEqualTo(Map.of("LightSwitch", true));
        }
    }

    @Test
    void detail_deviceFails_isCode10417WithItsCode() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/property/get")) {
            CompletableFuture<HttpResponse<byte[]>> answer =
                    api.sending(api.posting(DETAIL, BODY + ",'params':['LightSwitch']}"));
            lamp.answer("_reply", "'code':100,'msg':'busy'");

            assertThat(OneNetCaller.json(Client.await(answer)))
                    .containsEntry("code", 10417)
                    .containsEntry("msg", "device answered code 100: busy");
        }
    }

    @Test
    void history_several_isSortedAndPaged() {
        try (OneNetThing lamp = new OneNetThing(simulator)) {
            for (int i = 1; i <= 3; i++) {
                lamp.ask(
                        "thing/property/post",
                        "{'id':'1','params':{'LightBrightness':{'value':" + i + ",'time':" + i * 1000 + "}}}");
            }

            String query = LAMP + "&identifier=LightBrightness&start_time=1000&end_time=3000";
            assertThat(values(query)).containsExactly("1", "2", "3");
            assertThat(values(query + "&sort=2")).containsExactly("3", "2", "1");
            assertThat(values(query + "&sort=2&offset=1&limit=1")).containsExactly("2");
            assertThat(values(LAMP + "&identifier=LightBrightness&start_time=1001&end_time=2999"))
                    .containsExactly("2");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "identifier=LightSwitch&start_time=0&end_time=1&sort=3, 10400",
        "start_time=0&end_time=1, 10400",
        "identifier=Nothing&start_time=0&end_time=1, 10417"
    })
    void history_badParameter_isItsCode(String query, int code) {
        assertThat(api.get(HISTORY + LAMP + "&" + query)).containsEntry("code", code);
    }

    @Test
    void call_synchronousService_outputsAreTheData() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/service/measure/invoke")) {
            CompletableFuture<HttpResponse<byte[]>> answer =
                    api.sending(api.posting(CALL, BODY + ",'identifier':'measure','params':{'Samples':3}}"));
            Map<String, @Nullable Object> request =
                    lamp.answer("_reply", "'code':200,'msg':'success','data':{'Average':2.5}");

            assertThat(request).containsEntry("params", Map.of("Samples", 3));
            assertThat(data(OneNetCaller.json(Client.await(answer)))).isEqualTo(Map.of("Average", 2.5));
        }
    }

    @Test
    void call_asynchronousService_isAnsweredAtOnceWithoutData() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/service/blink/invoke")) {
            assertThat(api.post(CALL, BODY + ",'identifier':'blink','params':{'Times':3}}"))
                    .containsEntry("code", 0)
                    .doesNotContainKey("data");
            assertThat(lamp.nextJson()).containsEntry("params", Map.of("Times", 3));
        }
    }

    @Test
    void call_inputMissing_isCode10415() {
        assertThat(api.post(CALL, BODY + ",'identifier':'measure','params':{}}"))
                .containsEntry("code", 10415)
                .hasEntrySatisfying(
                        "msg", text -> assertThat(String.valueOf(text)).contains("required value"));
    }

    @Test
    void call_noReplyWithin5s_isCode10415() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/service/measure/invoke")) {
            CompletableFuture<HttpResponse<byte[]>> answer =
                    api.sending(api.posting(CALL, BODY + ",'identifier':'measure','params':{'Samples':3}}"));
            lamp.nextJson();

            time.advance(Duration.ofSeconds(5));

            assertThat(OneNetCaller.json(Client.await(answer))).containsEntry("code", 10415);
        }
    }

    private Map<String, @Nullable Object> property(String identifier) {
        return ((List<?>) api.get(CURRENT + LAMP).getOrDefault("data", List.of()))
                .stream()
                        .map(entry -> Json.object(entry).orElseThrow())
                        .filter(entry -> identifier.equals(entry.get("identifier")))
                        .findFirst()
                        .orElseThrow();
    }

    private List<String> values(String query) {
        return ((List<?>) data(api.get(HISTORY + query)).getOrDefault("list", List.of()))
                .stream()
                        .map(entry ->
                                String.valueOf(Json.object(entry).orElseThrow().get("value")))
                        .toList();
    }

    private static Map<String, @Nullable Object> data(Map<String, @Nullable Object> answer) {
        assertThat(answer).containsEntry("code", 0);
        return Json.object(answer.get("data")).orElseThrow();
    }
}
