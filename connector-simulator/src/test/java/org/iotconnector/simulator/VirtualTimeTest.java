package org.iotconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
    private final VirtualTime time = VirtualTime.startingAt(Instant.EPOCH);
    private final List<String> ran = new ArrayList<>();

    @Test
    void advance_severalTasks_runInOrderAtTheirTimes() {
        time.schedule(Duration.ofSeconds(2), () -> ran.add("b" + time.clock().millis()));
        time.schedule(Duration.ofSeconds(1), () -> ran.add("a" + time.clock().millis()));
        time.schedule(Duration.ofSeconds(4), () -> ran.add("c"));

        time.advance(Duration.ofSeconds(3));

        assertThat(ran).containsExactly("a1000", "b2000");
        assertThat(time.now()).isEqualTo(Instant.ofEpochSecond(3));
    }

    @Test
    void advance_taskSchedulesAnother_runsItInTheSameStep() {
        time.schedule(Duration.ofSeconds(1), () -> time.schedule(Duration.ofSeconds(1), () -> ran.add("inner")));

        time.advance(Duration.ofSeconds(2));

        assertThat(ran).containsExactly("inner");
    }

    @Test
    void cancel_beforeItIsDue_neverRuns() {
        time.schedule(Duration.ofSeconds(1), () -> ran.add("x")).run();

        time.advance(Duration.ofSeconds(2));

        assertThat(ran).isEmpty();
    }

    @Test
    void advance_negative_isRefused() {
        assertThatThrownBy(() -> time.advance(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
