package org.iotconnector.samples.classics;

import static org.assertj.core.api.Assertions.assertThat;

import org.iotconnector.samples.common.CapturedOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassicsTest {
    @RegisterExtension
    final CapturedOutput output = new CapturedOutput();

    @ParameterizedTest
    @EnumSource(Lesson.class)
    void run_onTheSimulator_endsWell(Lesson lesson) {
        int code = new Classics().execute("--run", lesson.name(), "--for", "100ms");

        assertThat(output.text()).doesNotContain("\tat ", "rror");
        assertThat(code).isZero();
    }

    @Test
    void run_brokerThatIsNoAddress_saysWhatAnAddressIs() {
        int code = new Classics().execute("--run", "LED", "--broker", "broker.example.com");

        assertThat(code).isEqualTo(1);
        assertThat(output.text()).contains("mqtt://").doesNotContain("\tat ");
    }
}
