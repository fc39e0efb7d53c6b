package org.iotconnector.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ReconnectPolicyTest {
    private final ReconnectPolicy policy = ReconnectPolicy.standard();

    @Property
    void delay_ofAnOrdinaryFailure_staysWithinItsBounds(
            @ForAll @IntRange(min = 1, max = 1_000_000) int failures,
            @ForAll @DoubleRange(min = 0, max = 0.99) double jitter) {
        Duration delay = policy.delay(failures, false, jitter);

        assertThat(delay).isBetween(Duration.ofMillis(100), Duration.ofMinutes(2));
    }

    @Property
    void delay_ofASlowFailure_isAtLeastHalfTheSlowDelay(
            @ForAll @IntRange(min = 1, max = 1_000_000) int failures,
            @ForAll @DoubleRange(min = 0, max = 0.99) double jitter) {
        Duration delay = policy.delay(failures, true, jitter);

        assertThat(delay).isBetween(Duration.ofSeconds(15), Duration.ofMinutes(15));
    }

    @Property(tries = 1)
    void delay_upperEnd_doublesUpToTheMaximum() {
        assertThat(policy.delay(1, false, 0.999999999)).isCloseTo(Duration.ofSeconds(1), Duration.ofMillis(1));
        assertThat(policy.delay(2, false, 0.999999999)).isCloseTo(Duration.ofSeconds(2), Duration.ofMillis(1));
        assertThat(policy.delay(7, false, 0.999999999)).isCloseTo(Duration.ofSeconds(64), Duration.ofMillis(1));
        assertThat(policy.delay(8, false, 0.999999999)).isCloseTo(Duration.ofMinutes(2), Duration.ofMillis(1));
    }

    @Property(tries = 1)
    void withDelays_maximumBelowTheFirst_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.withDelays(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .withMessageContaining("maxDelay");
    }
}
