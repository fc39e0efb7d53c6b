package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What OneNET's table of data types asks of values: reports come out as the JSON the platform takes. */
class OneNetValuesTest {
    private final ThingModel sensor = SensorOneNet.model();

    @Test
    void checkReport_numericBoolean_becomesTrueOrFalse() {
        assertThat(reported("switch", 1)).isEqualTo("{\"switch\":true}");
        assertThat(reported("switch", false)).isEqualTo("{\"switch\":false}");
    }

    @Test
    void checkReport_enumeration_isAnInteger() {
        assertThat(reported("mode", 1)).isEqualTo("{\"mode\":1}");
        assertRefused("mode", 2);
        assertRefused("mode", "night");
    }

    @Test
    void checkReport_date_isMillisecondsAsANumber() {
        assertThat(reported("installedAt", Instant.ofEpochMilli(1700000000000L)))
                .isEqualTo("{\"installedAt\":1700000000000}");
        assertThat(reported("installedAt", "1700000000000")).isEqualTo("{\"installedAt\":1700000000000}");
    }

    @Test
    void checkReport_int64_keepsEveryDigit() {
        assertThat(reported("count", 9007199254740993L)).isEqualTo("{\"count\":9007199254740993}");
        assertRefused("count", 9007199254740994L);
        assertRefused("count", -1);
    }

    @Test
    void checkReport_wholeNumberForAFloat_getsItsPoint() {
        assertThat(reported("temperature", 21)).isEqualTo("{\"temperature\":21.0}");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 7})
    void checkReport_bitMapWithinItsLength_isAnInteger(int bits) {
        assertThat(reported("alarms", bits)).isEqualTo("{\"alarms\":" + bits + "}");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 8})
    void checkReport_bitMapBeyondItsLength_isRefused(int bits) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> sensor.checkReport(Values.of("alarms", bits)))
                .withMessage(
                        "alarms: is the integer " + bits + "; allowed: bitMap of 3 bits, a whole number from 0 to 7.");
    }

    @ParameterizedTest
    @CsvSource({"1234567890123456,true", "12345678901234567,false", "温度温度温度温度温度温度温度温度,true"})
    void checkReport_text_isHeldToItsLength(String text, boolean fits) {
        assertThat(sensor.inspectReport(Values.of("label", text)).fits()).isEqualTo(fits);
    }

    @Test
    void checkReport_structsInAnArray_areCheckedMemberByMember() {
        Values cell = Values.of("mnc", 1, "ss", -200);

        assertThat(sensor.inspectReport(Values.of("$OneNET_LBS", List.of(cell))).violations())
                .extracting(Violation::path)
                .containsExactly("$OneNET_LBS/0/ss");
    }

    @Test
    void bitMap_text_isReadAsANumber() {
        DataType alarms = DataType.bitMap(32, List.of());

        assertThat(alarms.parse("4294967295")).isEqualTo(Value.of(4294967295L));
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> alarms.parse("4294967296"))
                .withMessageContaining("from 0 to 4294967295");
    }

    private String reported(String property, Object value) {
        return new String(Json.write(sensor.checkReport(Values.of(property, value))), StandardCharsets.UTF_8);
    }

    private void assertRefused(String property, Object value) {
        assertThat(sensor.inspectReport(Values.of(property, value)).violations())
                .extracting(Violation::path)
                .containsExactly(property);
    }
}
