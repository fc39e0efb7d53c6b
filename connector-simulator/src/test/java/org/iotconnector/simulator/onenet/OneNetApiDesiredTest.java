package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.testing.OneNetCaller;
import org.iotconnector.simulator.testing.OneNetThing;
import org.iotconnector.simulator.testing.OneNetTokens;
import org.iotconnector.simulator.testing.OneNetVectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Desired values by the application API; the shapes are those of the device's own messages. */
class OneNetApiDesiredTest {
    private static final String SET = "/thingmodel/set-device-desired-property";
    private static final String QUERY = "/thingmodel/query-device-desired-property";
    private static final String DELETE = "/thingmodel/delete-device-desired-property";

    private final Simulator simulator = Simulator.builder()
            .demoOneNet(settings ->
                    settings.product("NoModel001", product -> product.device("plain-1", DemoSet.ONENET_DEVICE_KEY)))
            .start();
    private final OneNetCaller api = new OneNetCaller(simulator, OneNetTokens.user());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void versions_vectorSequence_isFollowed() {
        OneNetVectors.Vector vector = OneNetVectors.one("desired-version-sequence");

        List<@Nullable Object> after = new ArrayList<>();
        for (Object operation : (List<?>) vector.inputs().getOrDefault("operations", List.of())) {
            Json.object(operation).orElseThrow().forEach((kind, params) -> {
                call("plain-1", "NoModel001", kind.equals("set") ? SET : DELETE, Json.text(params));
                after.add(call("plain-1", "NoModel001", QUERY, "['power']").get("data"));
            });
        }

        assertThat(after).isEqualTo(vector.expected().get("after"));
    }

    @Test
    void set_offline_isKeptAndAnswered() {
        Map<String, @Nullable Object> answer = lamp(SET, "{'LightSwitch':true}");

        assertThat(answer)
                .containsEntry("code", 0)
                .containsEntry("data", Map.of("LightSwitch", Map.of("value", true, "version", 1)));
        assertThat(simulator.onenet().device("Demo0Prod1/lamp-1").desired()).containsKey("LightSwitch");
    }

    @Test
    void set_online_isPushedWithoutWaiting() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/property/set")) {
            assertThat(lamp(SET, "{'LightSwitch':true}")).containsEntry("code", 0);

            assertThat(lamp.nextJson()).containsEntry("params", Map.of("LightSwitch", true));
        }
    }

    @Test
    void set_modelForbids_isCode10411AndNotKept() {
        assertThat(lamp(SET, "{'LightSwitch':7}")).containsEntry("code", 10411);

        assertThat(simulator.onenet().device("Demo0Prod1/lamp-1").desired()).isEmpty();
    }

    @Test
    void query_withoutNames_tellsAll() {
        lamp(SET, "{'LightSwitch':true,'LightBrightness':5}");

        Object data = api.post(QUERY, "{'product_id':'Demo0Prod1','device_name':'lamp-1'}")
                .get("data");

        assertThat(Json.object(data))
                .hasValueSatisfying(all -> assertThat(all).containsOnlyKeys("LightSwitch", "LightBrightness"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{'LightSwitch':{'version':'one'}}"})
    void delete_badParams_isCode10400(String params) {
        assertThat(lamp(DELETE, params)).containsEntry("code", 10400);
    }

    private Map<String, @Nullable Object> lamp(String path, String params) {
        return call("lamp-1", "Demo0Prod1", path, params);
    }

    private Map<String, @Nullable Object> call(String device, String product, String path, String params) {
        return api.post(
                path, "{'product_id':'" + product + "','device_name':'" + device + "','params':" + params + "}");
    }
}
