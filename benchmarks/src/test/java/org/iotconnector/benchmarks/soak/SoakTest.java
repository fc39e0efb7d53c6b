package org.iotconnector.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.QualityOfService;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The soak's short form; docs/reliability.md has the long one. */
class SoakTest {
    private static final int FAULTS = 20;

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    @Timeout(180)
    void soak_shortForm_losesNothingAcknowledgedAndKeepsItsPromiseForQos2(MqttVersion version) {
        assumeTrue(Broker.binary().isPresent(), "There is no mosquitto here; on Debian: apt-get install mosquitto");
        List<String> told = new ArrayList<>();
        try (SoakRun run = new SoakRun(1, version)) {
            run.run(FAULTS, Duration.ofMinutes(2), told::add);

            Tally.Line atLeastOnce = Objects.requireNonNull(run.lines().get(QualityOfService.AT_LEAST_ONCE));
            Tally.Line exactlyOnce = Objects.requireNonNull(run.lines().get(QualityOfService.EXACTLY_ONCE));
            assertThat(told).hasSize(FAULTS).anyMatch(fault -> fault.endsWith("KILL"));
            assertThat(run.ledgerAddsUp()).isTrue();
            assertThat(atLeastOnce.acknowledged()).isEqualTo(atLeastOnce.sent()).isPositive();
            assertThat(exactlyOnce.acknowledged()).isEqualTo(exactlyOnce.sent()).isPositive();
            assertThat(atLeastOnce.lost()).isZero();
            assertThat(exactlyOnce.lost()).isZero();
            if (version == MqttVersion.V3_1_1) {
                // With MQTT 5 it is not promised: docs/reliability.md, "Not guaranteed".
                assertThat(exactlyOnce.doubled()).isZero();
            }
        }
    }
}
