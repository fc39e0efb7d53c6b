package org.iotconnector.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.time.api.constraints.DurationRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "30s, PT30S",
        "30, PT30S",
        "5m, PT5M",
        "2h, PT2H",
        "1d, PT24H",
        "PT30S, PT30S",
        "pt1m, PT1M",
        "' 10 S ', PT10S",
        "0, PT0S",
        "P1DT2H, PT26H"
    })
    void parse_eachForm_givesTheDuration(String text, Duration expected) {
        assertThat(DurationText.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "s", "-5s", "PT-5S", "1.5s", "5 weeks", "9999999999999999999d", "99999999999999999999", "ms5"
            })
    void parse_anythingElse_saysWhatIsAllowed(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .isInstanceOf(BadValueException.class)
                .hasMessage("must be a duration such as 500ms, 30s, 5m, 2h, 1d or PT30S");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0s", "PT0.25S, 250ms", "PT90S, 90s", "PT2M, 2m", "PT36H, 36h", "PT48H, 2d"})
    void format_aDuration_usesTheLargestUnit(Duration duration, String expected) {
        assertThat(DurationText.format(duration)).isEqualTo(expected);
    }

    @Property
    void parse_whatFormatWrote_givesTheSameDuration(
            @ForAll @DurationRange(min = "PT0S", max = "PT2562047788015215H") Duration duration) {
        assertThat(DurationText.parse(DurationText.format(duration))).isEqualTo(duration);
    }

    @Property
    void parse_whatFormatWroteInMillis_givesTheSameDuration(@ForAll @LongRange(min = 0) long millis) {
        Duration duration = Duration.ofMillis(millis);

        assertThat(DurationText.parse(DurationText.format(duration))).isEqualTo(duration);
    }

    @Property
    void parse_arbitraryText_givesADurationOrARefusal(@ForAll String text) {
        try {
            assertThat(DurationText.parse(text).isNegative()).isFalse();
        } catch (BadValueException e) {
            assertThat(e.refusal()).startsWith("must be a duration");
        }
    }
}
