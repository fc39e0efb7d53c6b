package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.testing.OneNetCaller;
import org.iotconnector.simulator.testing.OneNetThing;
import org.iotconnector.simulator.testing.OneNetTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices by the application API. OneNET, "API list", read 2026-05-29. */
class OneNetApiDevicesTest {
    private static final String LAMP = "?product_id=Demo0Prod1&device_name=lamp-1";
    private static final String LAMP_BODY = "'product_id':'Demo0Prod1','device_name':'lamp-1'";
    private static final String NEW_BODY = "'product_id':'Demo0Prod1','device_name':'new-1'";

    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-21T02:00:00Z"));
    private final Simulator simulator =
            Simulator.builder().demoOneNet().time(time).start();
    private final OneNetCaller api = new OneNetCaller(simulator, OneNetTokens.user());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void answer_success_hasTheEnvelope() {
        Map<String, @Nullable Object> answer = api.get("/device/detail" + LAMP);

        assertThat(answer).containsEntry("code", 0).containsEntry("msg", "succ").containsKey("data");
        assertThat(String.valueOf(answer.get("request_id"))).matches("[0-9a-f]{32}");
    }

    @Test
    void detail_neverConnected_isInactive() {
        assertThat(data(api.get("/device/detail" + LAMP)))
                .containsEntry("name", "lamp-1")
                .containsEntry("status", 2)
                .containsEntry("enable_status", true)
                .containsEntry("create_time", "2026-11-21 10:00:00.000")
                .containsEntry("access_pt", 2)
                .containsEntry("data_pt", 1)
                .containsEntry("sec_key", DemoSet.ONENET_DEVICE_KEY)
                .doesNotContainKey("last_time");
    }

    @Test
    void detail_connectedAndGone_tellsStatusAndTimes() {
        OneNetThing lamp = new OneNetThing(simulator);
        Map<String, @Nullable Object> online = data(api.get("/device/detail" + LAMP));
        lamp.close();
        simulator.onenet().await("the lamp to leave", () -> !lamp.device().isOnline(), Duration.ofSeconds(5));

        Map<String, @Nullable Object> offline = data(api.get("/device/detail" + LAMP));

        assertThat(online).containsEntry("status", 1).containsEntry("act_time", "2026-11-21 10:00:00.000");
        assertThat(offline).containsEntry("status", 0).containsEntry("last_time", "2026-11-21 10:00:00.000");
    }

    @ParameterizedTest
    @CsvSource({
        "product_id=Demo0Prod1&device_name=lamp-9, 10404",
        "product_id=Nowhere000&device_name=lamp-1, 10404",
        "product_id=Demo0Prod1, 10400",
        "device_name=lamp-1, 10400"
    })
    void detail_notThere_isItsCode(String query, int code) {
        assertThat(api.get("/device/detail?" + query)).containsEntry("code", code);
    }

    @Test
    void create_newName_devicesCanLogInWithTheNewKey() {
        Map<String, @Nullable Object> created = data(api.post("/device/create", "{" + NEW_BODY + ",'desc':'hall'}"));

        assertThat(created).containsEntry("name", "new-1").containsEntry("desc", "hall");
        try (OneNetThing device =
                new OneNetThing(simulator, "Demo0Prod1", "new-1", String.valueOf(created.get("sec_key")))) {
            assertThat(device.device().isOnline()).isTrue();
        }
    }

    @Test
    void create_existingName_isCode10409() {
        assertThat(api.post("/device/create", "{" + LAMP_BODY + "}")).containsEntry("code", 10409);
    }

    @Test
    void create_badName_isCode10400WithTheRule() {
        assertThat(api.post("/device/create", "{'product_id':'Demo0Prod1','device_name':'a b'}"))
                .containsEntry("code", 10400)
                .hasEntrySatisfying(
                        "msg", text -> assertThat(String.valueOf(text)).contains("[a b]", "1 to 64"));
    }

    @Test
    void list_several_isPaged() {
        for (int i = 0; i < 4; i++) {
            api.post("/device/create", "{'product_id':'Demo0Prod1','device_name':'n-" + i + "'}");
        }

        Map<String, @Nullable Object> page = data(api.get("/device/list?product_id=Demo0Prod1&offset=1&limit=2"));

        assertThat(names(page)).containsExactly("n-0", "n-1");
        assertThat(page).containsEntry("total", 5).containsEntry("offset", 1).containsEntry("limit", 2);
    }

    @Test
    void list_byName_findsTheOne() {
        api.post("/device/create", "{" + NEW_BODY + "}");

        assertThat(names(data(api.get("/device/list" + LAMP)))).containsExactly("lamp-1");
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=101", "limit=ten", "offset=-1"})
    void list_badPage_isCode10400(String page) {
        assertThat(api.get("/device/list?product_id=Demo0Prod1&" + page)).containsEntry("code", 10400);
    }

    @Test
    void update_description_isKept() {
        api.post("/device/update", "{" + LAMP_BODY + ",'desc':'kitchen','imei':'867701234567890'}");

        assertThat(data(api.get("/device/detail" + LAMP)))
                .containsEntry("desc", "kitchen")
                .containsEntry("imei", "867701234567890");
    }

    @Test
    void delete_connectedDevice_cutsItAndForgetsIt() {
        try (OneNetThing lamp = new OneNetThing(simulator)) {
            Map<String, @Nullable Object> answer = api.post("/device/delete", "{" + LAMP_BODY + "}");

            assertThat(answer).containsEntry("code", 0);
            assertThat(lamp.client().isDisconnectedSoon()).isTrue();
            assertThat(api.get("/device/detail" + LAMP)).containsEntry("code", 10404);
        }
    }

    @Test
    void resetSecKey_anyDevice_onlyTheNewKeyOpens() {
        Map<String, @Nullable Object> answer = data(api.post("/device/reset-seckey", "{" + LAMP_BODY + "}"));

        String key = String.valueOf(answer.get("sec_key"));
        OneNetCaller old = new OneNetCaller(simulator, OneNetTokens.lamp());
        OneNetCaller fresh = new OneNetCaller(
                simulator, OneNetTokens.of(OneNetTokens.DEVICE_VERSION, "products/Demo0Prod1/devices/lamp-1", key));
        assertThat(old.get("/fuse-ota/Demo0Prod1/lamp-1/version")).containsEntry("code", 10403);
        assertThat(fresh.get("/fuse-ota/Demo0Prod1/lamp-1/version")).containsEntry("code", 0);
    }

    @Test
    void statusHistory_cameAndWent_listsBoth() {
        OneNetThing lamp = new OneNetThing(simulator);
        time.advance(Duration.ofSeconds(5));
        lamp.close();
        simulator.onenet().await("the lamp to leave", () -> !lamp.device().isOnline(), Duration.ofSeconds(5));

        Map<String, @Nullable Object> data = data(api.get("/device/status-history" + LAMP + "&start_time=0&end_time="
                + time.now().toEpochMilli()));

        assertThat(data.get("list"))
                .isEqualTo(List.of(
                        Map.of("status", 1, "time", 1_795_226_400_000L),
                        Map.of("status", 0, "time", 1_795_226_405_000L)));
    }

    @ParameterizedTest
    @CsvSource({"start_time=0", "end_time=1", "start_time=2&end_time=1", "start_time=x&end_time=1"})
    void statusHistory_badPeriod_isCode10400(String period) {
        assertThat(api.get("/device/status-history" + LAMP + "&" + period)).containsEntry("code", 10400);
    }

    @Test
    void eventLog_reported_listsIt() {
        try (OneNetThing lamp = new OneNetThing(simulator)) {
            lamp.ask(
                    "thing/event/post",
                    "{'id':'1','params':{'overheat':{'value':{'Temperature':81.5},'time':1700000000000}}}");

            Map<String, @Nullable Object> data =
                    data(api.get("/device/event-log" + LAMP + "&start_time=0&end_time=1800000000000"));

            assertThat(data.get("list"))
                    .isEqualTo(List.of(Map.of(
                            "identifier",
                            "overheat",
                            "value",
                            Map.of("Temperature", 81.5),
                            "time",
                            1_700_000_000_000L)));
        }
    }

    @Test
    void productDetail_demo_tellsItsKinds() {
        assertThat(data(api.get("/product/detail?product_id=Demo0Prod1")))
                .containsEntry("product_id", "Demo0Prod1")
                .containsEntry("data_pt", 1)
                .doesNotContainValue(DemoSet.ONENET_ACCESS_KEY);
    }

    private static Map<String, @Nullable Object> data(Map<String, @Nullable Object> answer) {
        assertThat(answer).containsEntry("code", 0);
        return Json.object(answer.get("data")).orElseThrow();
    }

    private static List<Object> names(Map<String, @Nullable Object> page) {
        return ((List<?>) page.getOrDefault("list", List.of()))
                .stream()
                        .map(entry -> (Object)
                                String.valueOf(Json.object(entry).orElseThrow().get("name")))
                        .toList();
    }
}
