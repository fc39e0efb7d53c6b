package org.iotconnector.simulator.internal.aliyun.tsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ThingModelReaderTest {
    private static final String INT = "{'type':'int','specs':{'min':'0','max':'10'}}";
    private static final String FLOAT = "{'type':'float','specs':{'min':'0','max':'1'}}";
    private static final String DOUBLE = "{'type':'double','specs':{}}";
    private static final String BOOL = "{'type':'bool','specs':{'0':'off','1':'on'}}";
    private static final String ENUM = "{'type':'enum','specs':{'1':'a','2':'b'}}";
    private static final String TEXT = "{'type':'text','specs':{'length':'3'}}";
    private static final String DATE = "{'type':'date','specs':{}}";
    private static final String STRUCT = "{'type':'struct','specs':[{'identifier':'a','dataType':" + INT
            + "},{'identifier':'b','dataType':" + TEXT + "}]}";
    private static final String ARRAY = "{'type':'array','specs':{'size':'2','item':{'type':'int'}}}";

    /** Type, value, code of the weak check, code of the strong check. Alibaba Cloud, "TSL" and "Error codes", read 2026-11-21. */
    static Stream<Arguments> checks() {
        return Stream.of(
                Arguments.of(INT, 5, 0, 0),
                Arguments.of(INT, 11, 0, 6306),
                Arguments.of(INT, 5.5, 6306, 6306),
                Arguments.of(INT, "5", 6306, 6306),
                Arguments.of(INT, null, 6306, 6306),
                Arguments.of(FLOAT, 0.5, 0, 0),
                Arguments.of(FLOAT, 1, 0, 0),
                Arguments.of(FLOAT, 1.5, 0, 6307),
                Arguments.of(FLOAT, true, 6307, 6307),
                Arguments.of(DOUBLE, 1e300, 0, 0),
                Arguments.of(DOUBLE, "x", 6322, 6322),
                Arguments.of(BOOL, 1, 0, 0),
                Arguments.of(BOOL, 2, 6308, 6308),
                Arguments.of(BOOL, true, 6308, 6308),
                Arguments.of(ENUM, 2, 0, 0),
                Arguments.of(ENUM, 3, 0, 6309),
                Arguments.of(ENUM, "2", 6309, 6309),
                Arguments.of(TEXT, "abc", 0, 0),
                Arguments.of(TEXT, "abcd", 0, 6310),
                Arguments.of(TEXT, 1, 6310, 6310),
                Arguments.of(DATE, "1700000000000", 0, 0),
                Arguments.of(DATE, 1700000000000L, 6311, 6311),
                Arguments.of(STRUCT, Map.of("a", 1, "b", "x"), 0, 0),
                Arguments.of(STRUCT, Map.of("a", 1), 0, 6312),
                Arguments.of(STRUCT, Map.of("a", 1, "c", 1), 6304, 6304),
                Arguments.of(STRUCT, Map.of("a", "x"), 6306, 6306),
                Arguments.of(STRUCT, 1, 6312, 6312),
                Arguments.of(ARRAY, List.of(1, 2), 0, 0),
                Arguments.of(ARRAY, List.of(1, 2, 3), 0, 6324),
                Arguments.of(ARRAY, List.of("x"), 6325, 6325),
                Arguments.of(ARRAY, 1, 6328, 6328));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void check_value_givesTheCodeOfItsLevel(String type, @Nullable Object value, int weak, int strong) {
        DataType parsed = property(type);

        assertThat(parsed.check(value, false)).isEqualTo(weak);
        assertThat(parsed.check(value, true)).isEqualTo(strong);
    }

    @Test
    void read_customModule_prefixesIdentifiers() {
        ThingModel model = read("[{'properties':[{'identifier':'A','dataType':" + INT + "}]},"
                + "{'functionBlockId':'m','properties':[{'identifier':'B','dataType':" + INT + "}],"
                + "'events':[{'identifier':'E'}],'services':[{'identifier':'S','callType':'sync'}]}]");

        assertThat(model.properties()).containsOnlyKeys("A", "m:B");
        assertThat(model.events()).containsOnlyKeys("m:E");
        assertThat(model.services().get("m:S")).isEqualTo(new ThingModel.Service(true, Map.of()));
    }

    @Test
    void read_generatedFeatures_areLeftOut() {
        ThingModel model = read("{'events':[{'identifier':'post'}],"
                + "'services':[{'identifier':'set'},{'identifier':'get','inputData':['A']}]}");

        assertThat(model.events()).isEmpty();
        assertThat(model.services()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{; it is not JSON",
                "1; [/0] must be an object",
                "{'properties':1}; [/properties] must be a list",
                "{'properties':[{}]}; [/properties/0/identifier] must be a text",
                "{'properties':[{'identifier':'A','dataType':{'type':'lamp'}}]}; [/properties/0/dataType/type] is [lamp]",
                "{'properties':[{'identifier':'A','dataType':{'type':'int','specs':{'min':'low'}}}]}; "
                        + "[/properties/0/dataType/specs/min] is [low]"
            })
    void read_malformedModel_namesThePlace(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static DataType property(String type) {
        return Objects.requireNonNull(read("{'properties':[{'identifier':'X','dataType':" + type + "}]}")
                .properties()
                .get("X"));
    }

    private static ThingModel read(String json) {
        return ThingModelReader.read(json.replace('\'', '"'));
    }
}
