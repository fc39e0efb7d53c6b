package org.iotconnector.core.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SlidingWindowPropertyTest {
    @Property
    void pass_whateverTheArrivals_neverExceedsTheRateInAnyWindow(
            @ForAll @IntRange(min = 1, max = 5) int permits,
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 400) Integer> pauses) {
        SlidingWindow window = new SlidingWindow(permits, Duration.ofNanos(1_000));
        List<Long> passes = new ArrayList<>();
        long now = 0;
        for (int pause : pauses) {
            now += pause;
            now += window.nanosUntilFree(1, now);
            window.pass(1, now);
            passes.add(now);
        }

        for (int i = permits; i < passes.size(); i++) {
            assertThat(passes.get(i) - passes.get(i - permits)).isGreaterThanOrEqualTo(1_000);
        }
    }

    @Property
    void pass_ofSeveralAtOnce_neverExceedsTheRateInAnyWindow(
            @ForAll @IntRange(min = 1, max = 7) int permits,
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9) Integer> costs) {
        SlidingWindow window = new SlidingWindow(permits, Duration.ofNanos(1_000));
        List<Long> passes = new ArrayList<>();
        long now = 0;
        for (int cost : costs) {
            now += 37;
            now += window.nanosUntilFree(cost, now);
            window.pass(cost, now);
            passes.addAll(Collections.nCopies(Math.min(cost, permits), now));
        }

        for (int i = permits; i < passes.size(); i++) {
            assertThat(passes.get(i) - passes.get(i - permits)).isGreaterThanOrEqualTo(1_000);
        }
    }
}
