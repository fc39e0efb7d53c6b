package org.iotconnector.samples.adafruitdashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.iotconnector.samples.common.CapturedOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs the sample as its user does. */
class DashboardCommandTest {
    @RegisterExtension
    final CapturedOutput output = new CapturedOutput();

    @TempDir
    private Path folder;

    @Test
    void run_withoutSettings_makesTheDashboardObeysTheDimmerAndDrawsTheLight() {
        Path picture = folder.resolve("light.png");

        int code = new DashboardCommand().execute("--for", "4500ms", "--png", picture.toString());

        assertThat(code).as(output.text()).isZero();
        assertThat(output.text())
                .contains("board   is made: greenhouse with 4 blocks")
                .contains("house   reports {temperature=")
                .contains("cloud   moves the dimmer to 80")
                .contains("house   dims its lamp to 80 %")
                .contains("Light of the greenhouse");
        assertThat(picture).isNotEmptyFile();
    }

    @Test
    void run_withSettingsOfAnotherPlatform_failsWithTheReason() throws Exception {
        Path settings = folder.resolve("other.yaml");
        Files.writeString(settings, "platform: nowhere\n");

        int code = new DashboardCommand().execute(settings.toString());

        assertThat(code).isEqualTo(1);
        assertThat(output.text()).contains("nowhere").doesNotContain("\tat ");
    }
}
