package org.iotconnector.adafruit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.iotconnector.adafruit.BooleanWords;
import org.iotconnector.adafruit.Vectors;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FeedTextTest {
    private static final FeedText EXACT = new FeedText(BooleanWords.DIGITS, OptionalInt.empty());

    static Stream<Values> writes() {
        return Vectors.list("convert/write");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void of_vector_isThatOfTheOfficialClient(Values vector) {
        String java = vector.text("java");
        int precision = java.indexOf(" with precision ");
        Value value = precision < 0
                ? Value.of(Boolean.valueOf(java))
                : Value.of(Double.valueOf(java.substring(0, precision)));
        OptionalInt digits = precision < 0
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(java.substring(java.lastIndexOf(' ') + 1)));

        assertThat(new FeedText(BooleanWords.DIGITS, digits).of(value)).isEqualTo(vector.text("text"));
    }

    @ParameterizedTest
    @CsvSource({"21.5,21.5", "3.0,3.0", "1.0E10,10000000000", "1.0E-7,0.00000010", "-0.25,-0.25"})
    void of_aDouble_hasNoExponent(double number, String text) {
        assertThat(EXACT.of(Value.of(number))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"21.456,21.46", "21.005,21.01", "3,3.00", "-0.001,0.00"})
    void of_aDoubleWithPrecision_isRounded(double number, String text) {
        FeedText rounding = new FeedText(BooleanWords.DIGITS, OptionalInt.of(2));

        assertThat(rounding.of(Value.of(number))).isEqualTo(text);
    }

    @Test
    void of_anIntegerWithPrecision_staysWhole() {
        assertThat(new FeedText(BooleanWords.DIGITS, OptionalInt.of(2)).of(Value.of(21)))
                .isEqualTo("21");
    }

    @Test
    void of_everyOtherKind_isText() {
        assertThat(EXACT.of(Value.of(0.1f))).isEqualTo("0.1");
        assertThat(EXACT.of(Value.of(7L))).isEqualTo("7");
        assertThat(EXACT.of(Value.of("on"))).isEqualTo("on");
        assertThat(EXACT.of(Value.of(Instant.ofEpochMilli(1_772_366_400_125L)))).isEqualTo("2026-03-01T12:00:00.125Z");
        assertThat(EXACT.of(Value.of(Values.of("a", 1, "b", List.of(2, 3))))).isEqualTo("{\"a\":1,\"b\":[2,3]}");
        assertThat(new FeedText(BooleanWords.DASHBOARD, OptionalInt.empty()).of(Value.of(true)))
                .isEqualTo("ON");
    }

    @ParameterizedTest
    @CsvSource({"3.0,3", "1.50,1.5", "-3.5,-3.5", "100,100", "0,0", "-0.0,0"})
    void shortest_ofANumber_hasNoDigitTooMany(double number, String text) {
        assertThat(FeedText.shortest(number)).isEqualTo(text);
    }

    @Test
    void read_noUtf8_saysWhere() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> FeedText.read(Bytes.copyOf(new byte[] {'a', (byte) 0xff})))
                .withMessageContaining("byte 1");
    }
}
