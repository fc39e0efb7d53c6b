package org.iotconnector.simulator.internal.onenet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThingModelReaderTest {
    private static final String ALL_TYPES = """
            {"properties":[
              {"identifier":"i32","accessMode":"r","dataType":{"type":"int32","specs":{"min":"0","max":"9"}}},
              {"identifier":"wide32","dataType":{"type":"int32","specs":{}}},
              {"identifier":"i64","dataType":{"type":"int64","specs":{"min":"","max":""}}},
              {"identifier":"f","accessMode":"rw","dataType":{"type":"float","specs":{"min":"-40","max":"125"}}},
              {"identifier":"d","dataType":{"type":"double","specs":{}}},
              {"identifier":"b","dataType":{"type":"bool","specs":{"true":"on","false":"off"}}},
              {"identifier":"s","dataType":{"type":"string","specs":{"length":"3"}}},
              {"identifier":"s5","dataType":{"type":"string","specs":{"length":5}}},
              {"identifier":"e","dataType":{"type":"enum","specs":{"0":"off","1":"on"}}},
              {"identifier":"bits","dataType":{"type":"bitMap","specs":{"length":8}}},
              {"identifier":"t","dataType":{"type":"date","specs":{}}},
              {"identifier":"o","dataType":{"type":"struct","specs":[
                {"identifier":"x","dataType":{"type":"int32","specs":{"min":"0","max":"9"}}}]}},
              {"identifier":"a","dataType":{"type":"array","specs":{"length":2,"type":"string","specs":{"length":"3"}}}},
              {"identifier":"sized","dataType":{"type":"array","specs":{"size":"1","type":"struct","specs":[
                {"identifier":"x","dataType":{"type":"bool","specs":{}}}]}}}],
             "events":[{"identifier":"hot","eventType":"alert","outputData":[
                {"identifier":"temp","dataType":{"type":"float","specs":{}}}]}],
             "services":[
                {"identifier":"s","callType":"s","input":[{"identifier":"in","dataType":{"type":"bool"}}],"output":[]},
                {"identifier":"sync","callType":"sync","inputData":[{"identifier":"in","dataType":{"type":"bool"}}]},
                {"identifier":"a","callType":"a","outputData":[{"identifier":"out","dataType":{"type":"bool"}}]},
                {"identifier":"async","callType":"async"}]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "i32 | 9 |",
                "i32 | 10 | int32 range error",
                "i32 | 1.0 | int32 type error",
                "i32 | true | int32 type error",
                "wide32 | 2147483648 | int32 range error",
                "i64 | 2147483648 |",
                "i64 | 9223372036854775808 | int64 range error",
                "f | 125 |",
                "f | 23.6 |",
                "f | 125.1 | float range error",
                "f | 'x' | float type error",
                "d | 1e300 |",
                "b | true |",
                "b | 1 | bool type error",
                "s | 'abc' |",
                "s | '温度计' |",
                "s | 'abcd' | string length error",
                "s | 7 | string type error",
                "s5 | 'abcde' |",
                "e | 1 |",
                "e | 2 | enum range error",
                "e | 'on' | enum type error",
                "bits | 255 |",
                "bits | -1 | bitMap range error",
                "t | 1700000000000 |",
                "t | '1700000000000' | date type error",
                "o | {'x':3} |",
                "o | {} |",
                "o | {'y':3} | struct member not exist",
                "o | {'x':10} | int32 range error",
                "o | 3 | struct type error",
                "a | ['a','b'] |",
                "a | ['a','b','c'] | array length error",
                "a | ['a',1] | string type error",
                "a | 'a' | array type error",
                "sized | [{'x':true}] |",
                "sized | [{'x':true},{'x':true}] | array length error"
            })
    void check_valueOfEachType_isGoodOrGetsThePlatformsWords(String identifier, String json, @Nullable String expected)
            throws IOException {
        ThingModel model = ThingModelReader.read(ALL_TYPES);
        Object value = Json.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));

        String error = Objects.requireNonNull(model.properties().get(identifier))
                .type()
                .check(value);

        assertThat(error).isEqualTo(expected);
    }

    @Test
    void check_notANumber_isATypeError() {
        DataType type = new DataType.Numeric("float", false, null, null);

        assertThat(type.check(Double.NaN)).isEqualTo("float type error");
        assertThat(type.check(Float.POSITIVE_INFINITY)).isEqualTo("float type error");
    }

    @Test
    void read_namesThatDiffer_areAllTaken() {
        ThingModel model = ThingModelReader.read(ALL_TYPES);

        assertThat(model.services().values())
                .extracting(ThingModel.Service::synchronous)
                .containsExactly(true, true, false, false);
        assertThat(model.services().values())
                .extracting(
                        service -> service.inputs().size(),
                        service -> service.outputs().size())
                .containsExactly(Tuple.tuple(1, 0), Tuple.tuple(1, 0), Tuple.tuple(0, 1), Tuple.tuple(0, 0));
        assertThat(Objects.requireNonNull(model.events().get("hot")).eventType())
                .isEqualTo("alert");
        assertThat(Objects.requireNonNull(model.properties().get("i32")).writable())
                .isFalse();
        assertThat(Objects.requireNonNull(model.properties().get("f")).writable())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[ | it is not JSON",
                "[] | [/] must be an object",
                "{\"properties\":1} | [/properties] must be a list",
                "{\"properties\":[{}]} | [/properties/0/identifier] must be a text",
                "{\"properties\":[{\"identifier\":\"x\"}]} | [/properties/0/dataType] must be an object",
                "{\"properties\":[{\"identifier\":\"x\",\"dataType\":{\"type\":\"text\"}}]} | [/properties/0/dataType/type] is [text]; known are int32",
                "{\"properties\":[{\"identifier\":\"x\",\"dataType\":{\"type\":\"int32\",\"specs\":{\"min\":\"low\"}}}]} | [/properties/0/dataType/specs/min] is [low], not a number"
            })
    void read_mistake_isNamedWithItsPath(String json, String message) {
        assertThatThrownBy(() -> ThingModelReader.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
