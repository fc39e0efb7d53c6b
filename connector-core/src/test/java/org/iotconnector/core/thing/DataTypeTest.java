package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.core.MappingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataTypeTest {
    private static final DataType PERCENT = DataType.int32(0, 100, 5, "%");
    private static final DataType POINT = DataType.struct(
            List.of(FieldSpec.of("x", DataType.float64(-180, 180)), FieldSpec.of("label", DataType.text(3))));

    @Test
    void int32_insideItsLimits_staysAsItIs() {
        Value value = Value.of(45);

        assertThat(PERCENT.check(value)).isSameAs(value);
        assertThat(PERCENT.check(Value.of(100.0))).isEqualTo(Value.of(100));
    }

    @ParameterizedTest
    @ValueSource(longs = {-5, 101, 105, 42, Long.MIN_VALUE, Long.MAX_VALUE})
    void int32_outsideOrOffStep_isRefusedWithWhatIsAllowed(long number) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> PERCENT.check(Value.of(number)))
                .withMessage("is the integer " + number + "; allowed: int32 from 0 to 100 in steps of 5 (%).");
    }

    @Test
    void int32_otherCases_areRefused() {
        assertRefused(PERCENT, Value.of(5.5), Value.of(true), Value.of("5"), Value.of(Instant.EPOCH));
    }

    @Test
    void int64_wholeRange_steps() {
        DataType type = DataType.int64(Long.MIN_VALUE, Long.MAX_VALUE, 3, "");

        assertThat(type.check(Value.of(Long.MIN_VALUE))).isEqualTo(Value.of(Long.MIN_VALUE));
        assertThat(type.check(Value.of(Long.MAX_VALUE))).isEqualTo(Value.of(Long.MAX_VALUE));
        assertRefused(type, Value.of(Long.MAX_VALUE - 1));
    }

    @Test
    void float32_anyNumber_becomesSinglePrecision() {
        DataType type = DataType.float32(-40, 125, 0.1, "°C");

        assertThat(type.check(Value.of(21))).isEqualTo(Value.of(21f));
        assertThat(type.check(Value.of(21.57))).isEqualTo(Value.of(21.57f));
        assertRefused(type, Value.of(125.1), Value.of(-41), Value.of("21"), Value.of(true));
    }

    @Test
    void float32_atALimitThatNoFloatHoldsExactly_fits() {
        DataType type = DataType.float32(0, 0.1);

        assertThat(type.check(Value.of(0.1f))).isEqualTo(Value.of(0.1f));
        assertThat(type.check(Value.of(0.1))).isEqualTo(Value.of(0.1f));
        assertRefused(type, Value.of(0.11f));
    }

    @Test
    void float32_beyondSinglePrecision_isRefused() {
        assertRefused(DataType.float32(), Value.of(1e39), Value.of(-1e300));
    }

    @Test
    void float64_anyNumber_becomesDoublePrecision() {
        DataType type = DataType.float64(0, 10);

        assertThat(type.check(Value.of(3))).isEqualTo(Value.of(3.0));
        assertThat(type.check(Value.of(0.1f))).isEqualTo(Value.of(0.1));
        assertRefused(type, Value.of(10.1), Value.of(-1), Value.of("3"));
    }

    @Test
    void bool_zeroAndOne_becomeBooleans() {
        DataType type = DataType.bool("off", "on");

        assertThat(type.check(Value.of(1))).isEqualTo(Value.of(true));
        assertThat(type.check(Value.of(0))).isEqualTo(Value.of(false));
        assertThat(type.check(Value.of(true))).isEqualTo(Value.of(true));
        assertThat(type.labels()).containsExactly(Map.entry(0, "off"), Map.entry(1, "on"));
        assertRefused(type, Value.of(2), Value.of("true"), Value.of(0.5));
    }

    @Test
    void enumeration_member_fits() {
        Map<Integer, String> labels = new LinkedHashMap<>();
        labels.put(7, "party");
        labels.put(0, "manual");
        DataType type = DataType.enumeration(labels);

        assertThat(type.check(Value.of(7))).isEqualTo(Value.of(7));
        assertThat(type.parse("party")).isEqualTo(Value.of(7));
        assertThat(type.parse("0")).isEqualTo(Value.of(0));
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> type.check(Value.of(1)))
                .withMessageContaining("enum 7 (party), 0 (manual)");
        assertRefused(type, Value.of(1L << 32), Value.of("party"));
    }

    @Test
    void text_length_countsCodePoints() {
        DataType type = DataType.text(2);

        assertThat(type.check(Value.of("😀😀"))).isEqualTo(Value.of("😀😀"));
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> type.check(Value.of("abc")))
                .withMessageContaining("of 3 characters")
                .withMessageContaining("at most 2");
        assertRefused(type, Value.of(1));
    }

    @Test
    void date_millisecondsInAnyForm_becomeADate() {
        Value expected = Value.of(Instant.ofEpochMilli(1700000000000L));

        assertThat(DataType.date().check(Value.of(1700000000000L))).isEqualTo(expected);
        assertThat(DataType.date().check(Value.of("1700000000000"))).isEqualTo(expected);
        assertThat(DataType.date().check(expected)).isSameAs(expected);
        assertRefused(DataType.date(), Value.of("yesterday"), Value.of(1.5), Value.of(true));
    }

    @Test
    void struct_everyDefect_isNamedByItsPath() {
        List<Violation> problems = new ArrayList<>();

        POINT.check("Place", Value.of(Values.of("x", 200, "lable", "no")), problems::add);

        assertThat(problems)
                .extracting(Violation::toString)
                .containsExactly(
                        "Place/x: is the integer 200; allowed: double from -180.0 to 180.0.",
                        "Place/lable: is not known here; allowed: label (the nearest of 2).",
                        "Place/label: is missing; allowed: text of at most 3 characters.");
    }

    @Test
    void struct_members_areNormalised() {
        assertThat(POINT.check(Value.of(Values.of("x", 1, "label", "abc"))))
                .isEqualTo(Value.of(Values.of("x", 1.0, "label", "abc")));
        assertRefused(POINT, Value.of(1), Value.of(List.of()));
    }

    @Test
    void array_items_areCheckedByIndex() {
        DataType type = DataType.array(3, POINT);

        assertThat(type.check(Value.of(List.of()))).isEqualTo(Value.of(List.of()));
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() ->
                        type.check(Value.of(List.of(Values.of("x", 0, "label", ""), Values.of("x", "a", "label", "")))))
                .satisfies(it -> assertThat(it.location()).isEqualTo("1/x"));
        assertRefused(DataType.array(2, DataType.int32()), Value.of(List.of(1, 2, 3)), Value.of(1));
    }

    @Test
    void parse_text_followsTheType() {
        assertThat(PERCENT.parse("50")).isEqualTo(Value.of(50));
        assertThat(DataType.float32().parse("21.5")).isEqualTo(Value.of(21.5f));
        assertThat(DataType.float64().parse("-1e3")).isEqualTo(Value.of(-1000.0));
        assertThat(DataType.bool().parse("ON")).isEqualTo(Value.of(true));
        assertThat(DataType.text(5).parse("12")).isEqualTo(Value.of("12"));
        assertThat(DataType.date().parse("1970-01-01T01:00:01+01:00")).isEqualTo(Value.of(Instant.ofEpochSecond(1)));
        assertThat(DataType.date().parse("-1000")).isEqualTo(Value.of(Instant.ofEpochSecond(-1)));
        assertThat(POINT.parse("{\"x\":1,\"label\":\"a\"}")).isEqualTo(Value.of(Values.of("x", 1.0, "label", "a")));
        assertThat(DataType.array(2, DataType.int32()).parse("[1,2]")).isEqualTo(Value.of(List.of(1, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fifty", "50%", "\ud800"})
    void parse_unreadable_saysWhatIsAllowed(String text) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> PERCENT.parse(text))
                .withMessageContaining("int32 from 0 to 100");
    }

    @Test
    void details_areShownForPeopleAndProviders() {
        assertThat(PERCENT.unit()).contains("%");
        assertThat(PERCENT.min()).contains(BigDecimal.ZERO);
        assertThat(PERCENT.max()).contains(BigDecimal.valueOf(100));
        assertThat(PERCENT.step()).contains(BigDecimal.valueOf(5));
        assertThat(DataType.float32(0, 1, 0.1, "").step()).contains(new BigDecimal("0.1"));
        assertThat(DataType.float64().step()).isEmpty();
        assertThat(DataType.float64().allowed()).isEqualTo("double");
        assertThat(DataType.array(2, PERCENT).item()).contains(PERCENT);
        assertThat(POINT.fields()).hasSize(2);
        assertThat(List.of(
                        PERCENT.name(),
                        DataType.float32().name(),
                        DataType.text(1).name()))
                .containsExactly("int32", "float", "text");
    }

    @Test
    void factories_contradictions_areRefused() {
        List<FieldSpec> twice = List.of(FieldSpec.of("a", PERCENT), FieldSpec.of("a", PERCENT));

        assertThatIllegalArgumentException().isThrownBy(() -> DataType.int32(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DataType.int32(0, 1, 0, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> DataType.float32(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DataType.float64(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DataType.float64(0, 1, -1, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> DataType.text(0));
        assertThatIllegalArgumentException().isThrownBy(() -> DataType.enumeration(Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> DataType.struct(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataType.struct(twice))
                .withMessageContaining("\"a\"");
        assertThatIllegalArgumentException().isThrownBy(() -> DataType.array(0, PERCENT));
    }

    private static void assertRefused(DataType type, Value... values) {
        for (Value value : values) {
            List<Violation> problems = new ArrayList<>();

            assertThat(type.check("p", value, problems::add))
                    .as(value.toString())
                    .isEmpty();

            assertThat(problems).hasSize(1).allMatch(it -> it.path().equals("p"));
        }
    }
}
