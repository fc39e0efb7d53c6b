package org.iotconnector.samples.onenetsensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.iotconnector.samples.common.CapturedOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs the sample as its user does. */
class SensorCommandTest {
    @RegisterExtension
    final CapturedOutput output = new CapturedOutput();

    @TempDir
    private Path folder;

    @Test
    void run_withoutSettings_showsReportsAndSetsOnItsOwnSimulator() {
        int code = new SensorCommand().execute("--for", "4500ms");

        assertThat(code).isZero();
        assertThat(output.text())
                .contains("sensor  reports {temperature=")
                .contains("platform replies 200")
                .contains("cloud   sets {threshold=22.5}")
                .contains("sensor  takes the threshold 22.5")
                .contains("cloud   is answered: code 200");
    }

    @Test
    void run_withUpdate_takesTheNewFirmwareWithAProgressBar() {
        int code = new SensorCommand().execute("--update", "--for", "100ms");

        assertThat(code).isZero();
        assertThat(output.text())
                .contains("update  1.0 to 1.1")
                .contains("update  [##############################] 100 %")
                .contains("update  done");
    }

    @Test
    void run_withMissingSettingsFile_failsWithItsName() {
        int code = new SensorCommand().execute(folder.resolve("none.yaml").toString());

        assertThat(code).isEqualTo(1);
        assertThat(output.text()).contains("none.yaml").doesNotContain("\tat ");
    }
}
