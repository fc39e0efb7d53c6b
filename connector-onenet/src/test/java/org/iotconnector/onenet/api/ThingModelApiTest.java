package org.iotconnector.onenet.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iotconnector.onenet.api.RecordedApi.SENSOR;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThingModelApiTest {
    private static final Instant TIME = Instant.ofEpochMilli(1_700_000_000_000L);

    private RecordedApi recorded;
    private ThingModelApi things;

    @BeforeEach
    void start() throws IOException {
        recorded = new RecordedApi();
        things = recorded.api().thingModel();
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    private String body() {
        return recorded.received().getBody().utf8();
    }

    @Test
    void setProperties_values_goBare() {
        recorded.answers("{\"id\":\"42\",\"code\":200,\"msg\":\"success\"}");

        DeviceReply reply = things.setProperties(SENSOR, Values.of("switch", true, "level", 3))
                .execute();

        assertThat(reply).isEqualTo(new DeviceReply("42", 200, "success"));
        assertThat(reply.isDone()).isTrue();
        assertThat(body())
                .isEqualTo("{\"product_id\":\"a1B2c3D4e5\",\"device_name\":\"sensor-01\","
                        + "\"params\":{\"switch\":true,\"level\":3}}");
    }

    @Test
    void setProperties_deviceFails_isToldAsItsReply() {
        recorded.answers("{\"id\":\"43\",\"code\":100,\"msg\":\"jammed\"}");

        DeviceReply reply =
                things.setProperties(SENSOR, Values.of("switch", true)).execute();

        assertThat(reply.isDone()).isFalse();
        assertThat(reply.message()).isEqualTo("jammed");
    }

    @Test
    void properties_textsThatHoldJson_becomeValues() {
        recorded.answers(
                "[" + property("temperature", "float", "\"23.6\"") + ","
                        + property("switch", "bool", "\"true\"") + ","
                        + property("label", "string", "\"hello\"") + ","
                        + property("quoted", "string", "\"\\\"hello\\\"\"") + ","
                        + property("digits", "string", "\"007\"") + ","
                        + property("path", "array", "\"[1,2]\"") + ","
                        + "{\"identifier\":\"never\",\"name\":\"n\",\"data_type\":\"int32\",\"access_mode\":\"r\",\"expect_value\":\"\"}]");

        List<PropertyState> properties = things.properties(SENSOR).execute();

        assertThat(properties)
                .extracting(PropertyState::value)
                .containsExactly(
                        Optional.of(Value.of(23.6)),
                        Optional.of(Value.of(true)),
                        Optional.of(Value.of("hello")),
                        Optional.of(Value.of("hello")),
                        Optional.of(Value.of("007")),
                        Optional.of(Value.of(List.of(1, 2))),
                        Optional.empty());
        assertThat(properties.get(0).time()).contains(TIME);
        assertThat(properties.get(0).writable()).isTrue();
        assertThat(properties.get(0).expected()).contains(Value.of(25L));
        assertThat(properties.get(6).expected()).isEmpty();
        assertThat(properties.get(6).writable()).isFalse();
    }

    private static String property(String identifier, String type, String value) {
        return "{\"identifier\":\"" + identifier + "\",\"name\":\"n\",\"time\":1700000000000,\"value\":" + value
                + ",\"data_type\":\"" + type + "\",\"access_mode\":\"rw\",\"expect_value\":\"25\"}";
    }

    @Test
    void properties_wrappedInAList_areReadToo() {
        recorded.answers("{\"list\":[" + property("temperature", "float", "\"23.6\"") + "]}");

        assertThat(things.properties(SENSOR).execute())
                .singleElement()
                .extracting(PropertyState::identifier)
                .isEqualTo("temperature");
    }

    @Test
    void readProperties_identifiers_bringTheDevicesValues() {
        recorded.answers("{\"temperature\":23.6,\"switch\":true}");

        Values values =
                things.readProperties(SENSOR, List.of("temperature", "switch")).execute();

        assertThat(values).isEqualTo(Values.of("temperature", 23.6, "switch", true));
        assertThat(body()).endsWith("\"params\":[\"temperature\",\"switch\"]}");
    }

    @Test
    void history_newestFirst_isAskedForInThatOrder() {
        recorded.answers("{\"list\":[{\"time\":1700000000000,\"value\":\"23.6\"}]}");

        List<PropertyPoint> points =
                things.history(SENSOR, "temperature", TIME, TIME.plusSeconds(1), SortOrder.NEWEST_FIRST).stream()
                        .toList();

        assertThat(points).containsExactly(new PropertyPoint(TIME, Value.of(23.6)));
        assertThat(recorded.received().getTarget())
                .startsWith("/thingmodel/query-device-property-history?")
                .contains("identifier=temperature", "sort=2", "start_time=1700000000000", "end_time=1700000001000");
    }

    @Test
    void callService_withOutput_bringsIt() {
        recorded.answers("{\"accepted\":true}");

        Values output =
                things.callService(SENSOR, "reboot", Values.of("delay", 3)).execute();

        assertThat(output).isEqualTo(Values.of("accepted", true));
        assertThat(body()).endsWith("\"identifier\":\"reboot\",\"params\":{\"delay\":3}}");
    }

    @Test
    void callService_asynchronous_bringsNothing() {
        recorded.answers("null");

        assertThat(things.callService(SENSOR, "blink", Values.empty()).execute().isEmpty())
                .isTrue();
    }

    @Test
    void desired_values_haveTheirVersions() {
        recorded.answers("{\"power\":{\"value\":\"on\",\"version\":2}}");

        Map<String, DesiredValue> desired =
                things.desired(SENSOR, List.of("power", "mode")).execute();

        assertThat(desired).containsExactly(Map.entry("power", new DesiredValue(Value.of("on"), 2)));
        assertThat(body()).endsWith("\"params\":[\"power\",\"mode\"]}");
    }

    @Test
    void setDesired_values_goBare() {
        recorded.answersNothing();

        things.setDesired(SENSOR, Values.of("power", "on")).execute();

        assertThat(body()).endsWith("\"params\":{\"power\":\"on\"}}");
    }

    @Test
    void deleteDesired_withoutVersion_sendsEmptyConditions() {
        recorded.answersNothing();

        things.deleteDesired(SENSOR, List.of("mode")).execute();

        assertThat(body()).endsWith("\"params\":{\"mode\":{}}}");
    }

    @Test
    void deleteDesiredVersions_version_isSent() {
        recorded.answersNothing();

        things.deleteDesiredVersions(SENSOR, Map.of("power", 2L)).execute();

        assertThat(body()).endsWith("\"params\":{\"power\":{\"version\":2}}}");
    }

    @Test
    void model_ofAProduct_isRead() {
        recorded.answers("{\"version\":\"1.0\",\"properties\":[{\"identifier\":\"temperature\",\"name\":\"Temp\","
                + "\"functionType\":\"u\",\"accessMode\":\"r\",\"dataType\":{\"type\":\"float\","
                + "\"specs\":{\"min\":\"-40\",\"max\":\"125\",\"step\":\"0.1\",\"unit\":\"C\"}}}],"
                + "\"events\":[],\"services\":[]}");

        ThingModel model = things.model(Devices.PRODUCT_ID).execute();

        assertThat(model.property("temperature")).isPresent();
    }
}
