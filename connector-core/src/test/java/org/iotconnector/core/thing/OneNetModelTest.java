package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.iotconnector.core.MappingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneNetModelTest {
    @Test
    void parse_exportedModel_readsEveryType() {
        ThingModel sensor = SensorOneNet.model();

        assertThat(sensor.properties())
                .extracting(it -> it.identifier() + " " + it.type().name())
                .containsExactly(
                        "$OneNET_LBS array",
                        "switch bool",
                        "count int64",
                        "temperature float",
                        "energy double",
                        "mode enum",
                        "alarms bitMap",
                        "label text",
                        "installedAt date",
                        "days array",
                        "place struct");
    }

    @Test
    void parse_specs_areReadFromTextsAndNumbers() {
        ThingModel sensor = SensorOneNet.model();

        assertThat(type(sensor, "count")).isEqualTo(DataType.int64(0, 9007199254740993L, 1, ""));
        assertThat(type(sensor, "temperature")).isEqualTo(DataType.float32(-40, 125, 0.1, "°C"));
        assertThat(type(sensor, "energy")).isEqualTo(DataType.float64(0, 1_000_000));
        assertThat(type(sensor, "label")).isEqualTo(DataType.text(16));
        assertThat(type(sensor, "days")).isEqualTo(DataType.array(7, DataType.date()));
        assertThat(type(sensor, "alarms"))
                .isEqualTo(DataType.bitMap(3, List.of(new BitSpec(0, "cool", "hot"), new BitSpec(2, "dry", "wet"))));
        assertThat(type(sensor, "place").fields())
                .contains(new FieldSpec("fixed", "fixed", DataType.bool("no", "yes")));
    }

    @Test
    void parse_feature_keepsNamesAccessAndDescription() {
        ThingModel sensor = SensorOneNet.model();

        assertThat(sensor.property("switch"))
                .contains(new PropertySpec(
                        "switch", "Switch", AccessMode.READ_WRITE, true, DataType.bool("off", "on"), "the relay"));
        assertThat(sensor.event("overheat").orElseThrow().kind()).isEqualTo(EventSpec.Kind.ALERT);
        assertThat(sensor.event("overheat").orElseThrow().output())
                .containsExactly(new FieldSpec("peak", "Peak", DataType.float32(0, 200)));
    }

    @Test
    void parse_services_takeBothSpellings() {
        ThingModel sensor = SensorOneNet.model();

        ServiceSpec reboot = sensor.service("reboot").orElseThrow();
        ServiceSpec learn = sensor.service("learn").orElseThrow();

        assertThat(reboot.callType()).isEqualTo(ServiceSpec.CallType.SYNC);
        assertThat(reboot.input()).extracting(FieldSpec::identifier).containsExactly("delay");
        assertThat(reboot.output()).extracting(FieldSpec::identifier).containsExactly("accepted");
        assertThat(learn.callType()).isEqualTo(ServiceSpec.CallType.ASYNC);
        assertThat(learn.input()).extracting(FieldSpec::identifier).containsExactly("samples");
    }

    @Test
    void parse_generatedEvent_isLeftOutAndTheUsersOwnIsNot() {
        assertThat(SensorOneNet.model().events())
                .extracting(EventSpec::identifier)
                .containsExactly("overheat");

        ThingModel own = ThingModelFormat.ONENET.parse(
                "{\"events\":[{\"identifier\":\"post\",\"functionType\":\"u\",\"outputData\":[]}]}");

        assertThat(own.event("post")).isPresent();
    }

    @Test
    void parse_eventWithTheOtherMember_readsItsKind() {
        ThingModel model = ThingModelFormat.ONENET.parse("{\"events\":[{\"identifier\":\"e\",\"type\":\"error\"}]}");

        assertThat(model.event("e").orElseThrow().kind()).isEqualTo(EventSpec.Kind.ERROR);
    }

    @Test
    void parse_everyDefect_isListedWithItsPointer() {
        String model = """
                {"properties":[
                  {"identifier":"no spaces","accessMode":"r","dataType":{"type":"int32"}},
                  {"identifier":"a","accessMode":"w","dataType":{"type":"text"}},
                  {"identifier":"b","accessMode":"r","dataType":{"type":"int64","specs":{"min":"low","max":"1.5"}}},
                  {"identifier":"c","accessMode":"r","dataType":{"type":"int32","specs":{"max":"3000000000"}}},
                  {"identifier":"d","accessMode":"r","functionType":"x"},
                  {"identifier":"e","accessMode":"r","dataType":{"type":"array","specs":{"length":"0","type":"date"}}},
                  {"identifier":"f","accessMode":"r","dataType":{"type":"array","specs":{"type":"bool"}}},
                  {"identifier":"g","accessMode":"r","dataType":{"type":"struct","specs":[
                     {"identifier":"x","dataType":{"type":"array","specs":{"length":1,"type":"int32"}}}]}},
                  {"identifier":"h","accessMode":"r","dataType":{"type":"bitMap","specs":{"length":33}}},
                  {"identifier":"i","accessMode":"r","dataType":{"type":"bitMap","specs":{"length":2,"define":[{"bit":2},{}]}}},
                  {"identifier":"j","accessMode":"r","dataType":{"type":"date"}},
                  {"identifier":"j","accessMode":"r","dataType":{"type":"date"}}],
                 "events":[{"identifier":"k","eventType":"panic"}],
                 "services":[{"identifier":"l","callType":"b"}]}""";

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ThingModelFormat.ONENET.parse(model))
                .withMessageContainingAll(
                        "/properties/0/identifier: must be 1 to 64 letters, digits, - or _, but is \"no spaces\"",
                        "/properties/1/accessMode: must be one of r, rw, but is \"w\"",
                        "/properties/1/dataType/type: \"text\" is not a known data type; known: int32, int64, float,",
                        "/properties/2/dataType/specs/min: There is the text \"low\"",
                        "/properties/2/dataType/specs/max: There is the text \"1.5\"",
                        "/properties/3/dataType/specs/max: There is the text \"3000000000\"",
                        "/properties/4/functionType: must be one of s, sd, st, u, but is \"x\"",
                        "/properties/4/dataType: is missing",
                        "/properties/5/dataType/specs: An array's greatest size must be at least 1",
                        "/properties/6/dataType/specs/length: is missing",
                        "/properties/6/dataType/specs/type: \"bool\" cannot be the type of an array's items",
                        "/properties/7/dataType/specs/0/dataType/type: \"array\" cannot be a struct's member",
                        "/properties/8/dataType/specs: A bit map must have 1 to 32 bits but has 33.",
                        "/properties/9/dataType/specs/define/1/bit: is missing",
                        "/properties/9/dataType/specs: There is no bit 2 in a bit map of 2 bits",
                        "/properties/11/identifier: The property \"j\" is declared twice.",
                        "/events/0/eventType: must be one of alert, error, info, but is \"panic\"",
                        "/services/0/callType: must be one of a, async, s, sync, but is \"b\"")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"x\"", "{}", "{\"id\":\"1\",\"params\":{}}"})
    void parse_otherJson_isRefusedClearly(String json) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ThingModelFormat.ONENET.parse(json))
                .withMessageContaining("thing model");
    }

    private static DataType type(ThingModel model, String property) {
        return model.property(property).orElseThrow().type();
    }
}
