package org.iotconnector.adafruit.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
    private static Values record(String json) {
        return Json.readLenient(json.getBytes(StandardCharsets.UTF_8), 1 << 20).asStruct();
    }

    /** From recorded answers of several years. */
    @ParameterizedTest
    @CsvSource({
        "1471292956.85221, 2016-08-15T20:29:16.852210Z",
        "1672935584, 2023-01-05T16:19:44Z",
        "\"2023-02-04T16:19:44Z\", 2023-02-04T16:19:44Z",
        "\"1599573172.0\", 2020-09-08T13:52:52Z",
        "\"2019-02-20T04:12:10.416836Z\", 2019-02-20T04:12:10.416836Z",
        "\"2026-03-01T17:35:13.637+0000\", 2026-03-01T17:35:13.637Z",
        "\"2026-03-01T17:35:13+01:00\", 2026-03-01T16:35:13Z"
    })
    void time_allFormsOfThePlatform_areRead(String json, Instant time) {
        assertThat(Fields.time(record("{\"at\":" + json + "}"), "at")).contains(time);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "\"\"", "\"soon\"", "{}", "[]", "1e400000", "\"99999999999999999999\""},
            quoteCharacter = '\'')
    void time_anythingElse_isEmpty(String json) {
        byte[] text = ("{\"at\":" + json + "}").getBytes(StandardCharsets.UTF_8);

        assertThat(
                        json.startsWith("1e")
                                ? PlatformTimes.find(json)
                                : Fields.time(record(new String(text, StandardCharsets.UTF_8)), "at"))
                .isEmpty();
    }

    @Property
    void time_anyText_neverThrows(@ForAll String text) {
        assertThat(PlatformTimes.find(text)).satisfies(found -> {});
    }

    @ParameterizedTest
    @CsvSource({"true, true", "\"ON\", true", "1, true", "false, false", "\"off\", false", "0, false"})
    void bool_allForms_areRead(String json, boolean value) {
        assertThat(Fields.bool(record("{\"on\":" + json + "}"), "on")).contains(value);
    }

    @Test
    void fields_ofAnotherForm_areEmpty() {
        Values values = record("{\"a\":{\"b\":1},\"c\":[null,1,{\"d\":2},[3]],\"e\":\"x\",\"f\":null,\"g\":1.5}");

        assertThat(Fields.text(values, "a")).isEmpty();
        assertThat(Fields.whole(values, "a")).isEmpty();
        assertThat(Fields.whole(values, "g")).isEmpty();
        assertThat(Fields.number(values, "e")).isEmpty();
        assertThat(Fields.bool(values, "e")).isEmpty();
        assertThat(Fields.struct(values, "c")).isEmpty();
        assertThat(Fields.structs(values, "c")).containsExactly(Values.of("d", 2));
        assertThat(Fields.texts(values, "c")).containsExactly("1");
        assertThat(Fields.plainText(values, "f")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "22.4,,,| 22.4 | 3",
                ",,,|  | 3",
                "a,b,1,2,3| a,b | 3",
                "\"a,\"\"b\"\"\",1,2,3| a,\"b\" | 3",
                "\"open,,,| \"open | 3",
                "plain| plain | 0",
                "1,2| 1 | 1"
            },
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            emptyValue = "",
            quoteCharacter = '\'')
    void csv_row_isTakenApart(String line, String value, int columns) {
        CsvRow row = CsvRow.read(line);

        assertThat(row.value()).isEqualTo(value == null ? "" : value);
        assertThat(row.place()).hasSize(columns);
    }

    @Property
    void csv_anyLine_neverThrows(@ForAll String line) {
        assertThat(CsvRow.read(line).place()).hasSizeLessThanOrEqualTo(3);
    }
}
