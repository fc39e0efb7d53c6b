package org.iotconnector.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
    private final VirtualTime time = VirtualTime.startingAt(Instant.EPOCH);
    private final List<String> ran = new ArrayList<>();

    @Test
    void advance_overSeveralTimers_runsThemInDueOrderAtTheirTimes() {
        time.schedule(Duration.ofSeconds(2), () -> ran.add("b at " + time.now()));
        time.schedule(Duration.ofSeconds(1), () -> ran.add("a at " + time.now()));
        time.schedule(Duration.ofSeconds(9), () -> ran.add("late"));

        time.advance(Duration.ofSeconds(5));

        assertThat(ran).containsExactly("a at 1970-01-01T00:00:01Z", "b at 1970-01-01T00:00:02Z");
        assertThat(time.now()).isEqualTo(Instant.EPOCH.plusSeconds(5));
        assertThat(time.pending()).isEqualTo(1);
    }

    @Test
    void advance_timerThatSchedulesAnother_runsBothWithinTheSpan() {
        time.schedule(Duration.ofSeconds(1), () -> time.schedule(Duration.ofSeconds(1), () -> ran.add("second")));

        time.advance(Duration.ofSeconds(2));

        assertThat(ran).containsExactly("second");
    }

    @Test
    void untilNext_tellsWhenTheEarliestTaskIsDue() {
        assertThat(time.untilNext()).isEmpty();
        time.schedule(Duration.ofSeconds(9), () -> {});
        time.schedule(Duration.ofSeconds(3), () -> {});
        time.advance(Duration.ofSeconds(1));

        assertThat(time.untilNext()).contains(Duration.ofSeconds(2));
    }

    @Test
    void close_ofAScheduledTask_cancelsIt() {
        Registration timer = time.schedule(Duration.ofSeconds(1), () -> ran.add("never"));

        timer.close();
        time.advance(Duration.ofSeconds(2));

        assertThat(ran).isEmpty();
    }
}
