package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.iotconnector.core.MappingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {
    @Test
    void of_everyPlainClass_makesItsCase() {
        Instant time = Instant.parse("2024-01-02T03:04:05.678Z");

        assertThat(Value.of(true)).isEqualTo(new Value.Bool(true));
        assertThat(List.of(Value.of((byte) 1), Value.of((short) 1), Value.of(1), Value.of(1L)))
                .containsOnly(new Value.Int(1));
        assertThat(Value.of(1.5f)).isEqualTo(new Value.Float32(1.5f));
        assertThat(Value.of(1.5)).isEqualTo(new Value.Float64(1.5));
        assertThat(Value.of("a")).isEqualTo(new Value.Text("a"));
        assertThat(Value.of(time)).isEqualTo(new Value.Date(time));
        assertThat(Value.of(Values.of("a", 1))).isEqualTo(new Value.Struct(Values.of("a", 1)));
        assertThat(Value.of(Map.of("a", 1))).isEqualTo(new Value.Struct(Values.of("a", 1)));
        assertThat(Value.of(List.of(1, "b")))
                .isEqualTo(new Value.Array(List.of(new Value.Int(1), new Value.Text("b"))));
    }

    @Test
    void of_value_isThatValue() {
        Value value = Value.of(7);

        assertThat(Value.of(value)).isSameAs(value);
    }

    @Test
    void of_otherClass_namesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Value.of(new Thread()))
                .withMessageContaining("java.lang.Thread")
                .withMessageContaining("String");
    }

    @Test
    void of_nullInList_saysToLeaveItOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Value.of(Arrays.asList(1, null)))
                .withMessageContaining("null");
    }

    @Test
    void of_listThatHoldsItself_isRefused() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);

        assertThatIllegalArgumentException().isThrownBy(() -> Value.of(endless)).withMessageContaining("32");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void of_notFinite_isRefused(double number) {
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of(number)).withMessageContaining("" + number);
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of((float) number));
    }

    @Test
    void text_withHalfACharacter_isRefusedWithItsIndex() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Value.of("ab\ud83d"))
                .withMessageContaining("index 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of("\ude00"));
        assertThat(Value.of("\ud83d\ude00").asText()).isEqualTo("😀");
    }

    @Test
    void date_isCutToMilliseconds() {
        Value date = Value.of(Instant.parse("2024-01-02T03:04:05.678999Z"));

        assertThat(date.asInstant()).isEqualTo(Instant.parse("2024-01-02T03:04:05.678Z"));
    }

    @Test
    void date_beyondMilliseconds_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of(Instant.MAX));
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of(Instant.MIN));
    }

    @Test
    void array_doesNotFollowTheListItWasMadeOf() {
        List<Value> items = new ArrayList<>(List.of(Value.of(1)));
        Value.Array array = new Value.Array(items);

        items.clear();

        assertThat(array.value()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "1", "on", "On"})
    void asBool_trueTexts_areTrue(String text) {
        assertThat(Value.of(text).asBool()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "0", "OFF"})
    void asBool_falseTexts_areFalse(String text) {
        assertThat(Value.of(text).asBool()).isFalse();
    }

    @Test
    void asBool_integers_onlyZeroAndOne() {
        assertThat(Value.of(0).asBool()).isFalse();
        assertThat(Value.of(1).asBool()).isTrue();
        assertThatThrownBy(() -> Value.of(2).asBool())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("the integer 2")
                .hasMessageContaining("a boolean");
        assertThatThrownBy(() -> Value.of(1.0).asBool()).isInstanceOf(MappingException.class);
    }

    @ParameterizedTest
    @CsvSource({"12,12", "-3,-3", "4.0,4", "1e3,1000", "9007199254740993,9007199254740993"})
    void asLong_wholeTexts_areExact(String text, long expected) {
        assertThat(Value.of(text).asLong()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1.5", "0x10", "1e99", "9223372036854775808", "NaN", "1e999999999", "１"})
    void asLong_otherTexts_areRefused(String text) {
        assertThatThrownBy(() -> Value.of(text).asLong())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    @Test
    void asLong_floats_onlyWithoutFraction() {
        assertThat(Value.of(3.0).asLong()).isEqualTo(3);
        assertThat(Value.of(-0x1p63).asLong()).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> Value.of(3.5).asLong()).isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> Value.of(0x1p63).asLong()).isInstanceOf(MappingException.class);
    }

    @Test
    void asInt_beyond32Bits_isRefused() {
        assertThat(Value.of(Integer.MAX_VALUE).asInt()).isEqualTo(Integer.MAX_VALUE);
        assertThatThrownBy(() -> Value.of(1L << 31).asInt())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("2147483648");
    }

    @Test
    void asDouble_float32_isTheNumberAsWritten() {
        assertThat(Value.of(0.1f).asDouble()).isEqualTo(0.1);
    }

    @Test
    void asDouble_integerThatNoDoubleHolds_isRefused() {
        assertThat(Value.of(1L << 53).asDouble()).isEqualTo(0x1p53);
        assertThatThrownBy(() -> Value.of((1L << 53) + 1).asDouble()).isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> Value.of(Long.MAX_VALUE).asDouble()).isInstanceOf(MappingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1e999", "Infinity", "1d", ""})
    void asDouble_otherTexts_areRefused(String text) {
        assertThatThrownBy(() -> Value.of(text).asDouble()).isInstanceOf(MappingException.class);
    }

    @Test
    void asText_scalars_areWrittenAsInJson() {
        assertThat(Value.of(true).asText()).isEqualTo("true");
        assertThat(Value.of(-7).asText()).isEqualTo("-7");
        assertThat(Value.of(23.0).asText()).isEqualTo("23.0");
        assertThat(Value.of(0.1f).asText()).isEqualTo("0.1");
        assertThat(Value.of(Double.parseDouble("2e23")).asText()).isEqualTo("2.0E23");
        assertThat(Value.of(Instant.ofEpochMilli(1700000000000L)).asText()).isEqualTo("1700000000000");
    }

    @Test
    void asText_struct_saysWhatIsThere() {
        assertThatThrownBy(() -> Value.of(Values.of("a", 1)).asText())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("a struct of a");
    }

    @Test
    void asInstant_millisecondsInAnyForm_areTheSameMoment() {
        Instant expected = Instant.parse("2023-11-14T22:13:20Z");

        assertThat(Value.of(1700000000000L).asInstant()).isEqualTo(expected);
        assertThat(Value.of("1700000000000").asInstant()).isEqualTo(expected);
        assertThatThrownBy(() -> Value.of("2023").asBool()).isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> Value.of("1.7e12").asInstant()).isInstanceOf(MappingException.class);
        assertThatThrownBy(() -> Value.of(1.7e12).asInstant()).isInstanceOf(MappingException.class);
    }

    @Test
    void coercion_longText_isCutInTheMessage() {
        assertThatThrownBy(() -> Value.of("x".repeat(10_000)).asLong())
                .isInstanceOf(MappingException.class)
                .message()
                .hasSizeLessThan(200);
    }

    @Test
    void match_everyCase_callsItsFunction() {
        List<Value> all = List.of(
                Value.of(true),
                Value.of(1),
                Value.of(1f),
                Value.of(1.0),
                Value.of(""),
                Value.of(Instant.EPOCH),
                Value.of(Values.empty()),
                Value.of(List.of()));

        List<String> names = all.stream()
                .<String>map(value -> value.match(
                        it -> "bool",
                        it -> "int",
                        it -> "float32",
                        it -> "float64",
                        it -> "text",
                        it -> "date",
                        it -> "struct",
                        it -> "array"))
                .toList();

        assertThat(names).containsExactly("bool", "int", "float32", "float64", "text", "date", "struct", "array");
    }
}
