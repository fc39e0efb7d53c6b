package org.iotconnector.mqtt.homie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Value;
import org.iotconnector.mqtt.homie.internal.HomieForm;
import org.iotconnector.mqtt.homie.internal.HomieIds;
import org.iotconnector.mqtt.homie.internal.NumberFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomieFormTest {
    private static HomieForm form(HomieVersion version, HomieDatatype type, String format) {
        return new HomieForm(version, type, format);
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 42",
        "INTEGER, -7",
        "FLOAT, 1.5e3",
        "BOOLEAN, true",
        "DURATION, PT12H5M46S",
        "DURATION, PT5M",
        "DATETIME, 2026-11-20T08:00:00+08:00",
        "'JSON', '[1]'",
        "COLOR, 'rgb,255,0.5,0'"
    })
    void read_ofWhatTheConventionAllows_succeeds(HomieDatatype type, String payload) {
        HomieForm form = form(HomieVersion.V5, type, type == HomieDatatype.COLOR ? "rgb,xyz" : "");

        assertThat(form.read(payload)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 4.0",
        "INTEGER, +4",
        "INTEGER, 9223372036854775808",
        "FLOAT, NaN",
        "FLOAT, '1,5'",
        "BOOLEAN, True",
        "BOOLEAN, 1",
        "DURATION, P1D",
        "DURATION, PT",
        "DATETIME, yesterday",
        "JSON, 5",
        "COLOR, '255,0,0'",
        "COLOR, 'rgb,256,0,0'",
        "COLOR, 'hsv,0,0,0'",
        "ENUM, b",
        "STRING, ''"
    })
    void read_ofWhatItForbids_isRefused(HomieDatatype type, String payload) {
        String format = type == HomieDatatype.COLOR ? "rgb" : type == HomieDatatype.ENUM ? "a,B" : "";
        HomieForm form = form(HomieVersion.V5, type, format);

        assertThatThrownBy(() -> form.read(payload)).isInstanceOf(MappingException.class);
    }

    @ParameterizedTest
    @CsvSource({"0:10:2, 5, 6", "0:10:2, 4.9, 4", ":10:3, 8, 7", "::5, 12.5, 15", "1:9:4, 2.9, 1", "0:100:0.5, 7.3, 7.5"
    })
    void step_ofAFormat_roundsHalvesUpFromItsBase(String format, String value, String fitted) {
        assertThat(NumberFormat.parse(format).fit(new BigDecimal(value))).isEqualByComparingTo(fitted);
    }

    @Test
    void step_thatLeavesTheRange_isRefused() {
        assertThatThrownBy(() -> NumberFormat.parse("0:9:5").fit(new BigDecimal("8")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("0:9:5");
    }

    @Test
    void members_ofVersion3_haveDoubledCommas() {
        HomieForm form = form(HomieVersion.V3, HomieDatatype.ENUM, "a,,b,c");

        assertThat(form.read("a,b")).isEqualTo(new Value.Text("a,b"));
        assertThat(form.read("c")).isEqualTo(new Value.Text("c"));
    }

    @Test
    void emptyText_inVersion5_isTheByteZero() {
        HomieForm form = form(HomieVersion.V5, HomieDatatype.STRING, "");

        assertThat(form.write("")).isEqualTo("\u0000");
        assertThat(form.read("\u0000")).isEqualTo(new Value.Text(""));
    }

    @Test
    void datatypes_ofVersion5_areUnknownBefore() {
        assertThat(HomieDatatype.of("json", HomieVersion.V4)).isEmpty();
        assertThat(HomieDatatype.of("json", HomieVersion.V5)).contains(HomieDatatype.JSON);
    }

    @ParameterizedTest
    @CsvSource({"CurrentLedADC, current-led-adc", "LightSwitch, light-switch", "temp_1, temp-1", "T, t", "温度, ''"})
    void id_ofAnIdentifier_keepsTheRules(String identifier, String id) {
        assertThat(HomieIds.of(identifier)).isEqualTo(id);
    }

    @Property
    void id_ofAnyIdentifier_isAllowedInEveryVersionOrEmpty(@ForAll String identifier) {
        String id = HomieIds.of(identifier);

        for (HomieVersion version : HomieVersion.values()) {
            assertThat(id.isEmpty() || HomieIds.problem(id, version).isEmpty()).isTrue();
        }
    }

    @Property
    void fit_ofAnyNumber_isOnAStepAndInside(
            @ForAll @LongRange(min = -1_000, max = 1_000) long value, @ForAll @IntRange(min = 1, max = 50) int step) {
        NumberFormat format = NumberFormat.parse("-2000:2000:" + step);

        BigDecimal fitted = format.fit(BigDecimal.valueOf(value));

        assertThat(fitted.subtract(BigDecimal.valueOf(-2000))
                        .remainder(BigDecimal.valueOf(step))
                        .signum())
                .isZero();
        assertThat(fitted.subtract(BigDecimal.valueOf(value)).abs().multiply(BigDecimal.valueOf(2)))
                .isLessThanOrEqualTo(BigDecimal.valueOf(step));
    }

    @Property
    void read_ofAnything_failsWithMappingExceptionOnly(@ForAll String payload, @ForAll HomieDatatype type) {
        List<HomieVersion> versions =
                type.isIn(HomieVersion.V4) ? List.of(HomieVersion.values()) : List.of(HomieVersion.V5);

        for (HomieVersion version : versions) {
            String format = type == HomieDatatype.ENUM ? "a,b" : type == HomieDatatype.COLOR ? "rgb" : "";
            try {
                assertThat(form(version, type, format).read(payload)).isNotNull();
            } catch (MappingException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Property
    void write_ofAnyText_isReadBack(@ForAll String text) {
        HomieForm form = form(HomieVersion.V5, HomieDatatype.STRING, "");
        boolean plain = !text.equals("\u0000") && text.chars().noneMatch(c -> Character.isSurrogate((char) c));

        if (plain) {
            assertThat(form.read(form.write(text))).isEqualTo(new Value.Text(text));
        }
    }
}
