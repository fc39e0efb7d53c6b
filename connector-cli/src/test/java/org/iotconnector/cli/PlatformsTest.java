package org.iotconnector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One lamp, one class, on every platform: what differs are its settings. */
class PlatformsTest {
    @ParameterizedTest
    @ValueSource(strings = {"adafruit", "aliyun", "easyiot", "homie", "mqtt", "onenet", "siot"})
    void lamp_onAnyPlatform_reportsAndObeysBySettingsAlone(String platform) {
        CliRun run = new CliRun().liveClock().run("demo", platform, "--for", "5s");

        assertThat(run.out())
                .as(run.out() + run.err())
                .contains("LightSwitch=true", "switched on", "switched off")
                .contains("Everything was acknowledged and replied.");
        assertThat(run.code()).isZero();
    }
}
