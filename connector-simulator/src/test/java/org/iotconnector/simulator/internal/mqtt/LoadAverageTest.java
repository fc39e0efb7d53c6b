package org.iotconnector.simulator.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadAverageTest {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final LoadAverage load = new LoadAverage(Duration.ofMinutes(1));

    @Test
    void text_atFirst_isZeroWithTwoDecimals() {
        assertThat(load.text()).isEqualTo("0.00");
    }

    @Test
    void add_steadyEvents_comesToTheirRatePerMinute() {
        for (int i = 0; i < 100; i++) {
            load.add(2, INTERVAL);
        }

        assertThat(load.text()).isEqualTo("12.00");
    }

    @Test
    void add_nothingAnyMore_fadesAway() {
        load.add(100, INTERVAL);

        for (int i = 0; i < 100; i++) {
            load.add(0, INTERVAL);
        }

        assertThat(load.text()).isEqualTo("0.00");
    }
}
