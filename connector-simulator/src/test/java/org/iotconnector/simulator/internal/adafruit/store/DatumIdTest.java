package org.iotconnector.simulator.internal.adafruit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.iotconnector.simulator.testing.AdafruitVectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatumIdTest {
    private final SplittableRandom random = new SplittableRandom(1);

    static Stream<Named<AdafruitVectors.Vector>> ids() {
        return AdafruitVectors.named("ids/cases");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void ticks_idOfVector_areItsTime(AdafruitVectors.Vector vector) {
        Instant created = Instant.parse(vector.text("created_at"));

        assertThat(DatumId.ticks(vector.text("id")))
                .isEqualTo(vector.get("tenths_of_ms_since_1970"))
                .isEqualTo(DatumId.ticks(created));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void of_timeOfVector_beginsAsItsIdDoes(AdafruitVectors.Vector vector) {
        String id = DatumId.of(Instant.parse(vector.text("created_at")), random);

        // Ten characters carry all of the time but its last bits.
        assertThat(id).hasSize(26).startsWith(vector.text("id").substring(0, 9)).matches("[0-9A-HJKMNP-TV-Z]{26}");
    }

    @Test
    void after_anyId_isGreaterWithinTheSameTick() {
        String id = DatumId.of(Instant.parse("2026-03-01T12:00:00Z"), random);

        String next = DatumId.after(id);

        assertThat(next).isGreaterThan(id);
        assertThat(DatumId.ticks(next)).isEqualTo(DatumId.ticks(id));
    }

    @Property
    void of_laterTime_sortsBehind(
            @ForAll @LongRange(min = 0, max = 20_000_000_000_000L) long millis,
            @ForAll @LongRange(min = 1, max = 1_000_000) long later) {
        Instant time = Instant.ofEpochMilli(millis);

        assertThat(DatumId.of(time, random)).isLessThan(DatumId.of(time.plusMillis(later), random));
    }

    @Test
    void of_timesNoIdCanTell_areBent() {
        assertThat(DatumId.ticks(DatumId.of(Instant.parse("1815-12-10T00:00:00Z"), random)))
                .isZero();
        assertThat(DatumId.of(Instant.MAX, random)).startsWith("7ZZZZZZZZ");
    }
}
