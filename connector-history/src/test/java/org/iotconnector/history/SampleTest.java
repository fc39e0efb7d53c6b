package org.iotconnector.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.OptionalDouble;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static OptionalDouble number(Object value) {
        return new Sample("d", "p", Instant.EPOCH, Value.of(value)).number();
    }

    @Test
    void number_ofNumbersTextsAndBooleans_isWhatACurveNeeds() {
        assertThat(number(42)).hasValue(42);
        assertThat(number(23.5)).hasValue(23.5);
        assertThat(number("23.5")).hasValue(23.5);
        assertThat(number(true)).hasValue(1);
        assertThat(number("off")).hasValue(0);
    }

    @Test
    void number_ofAnythingElse_isEmpty() {
        assertThat(number("hello")).isEmpty();
        assertThat(number("")).isEmpty();
        assertThat(number(Values.of("r", 1))).isEmpty();
    }

    @Test
    void sample_withoutProperty_isRefused() {
        assertThatThrownBy(() -> new Sample("d", "", Instant.EPOCH, Value.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
