package org.iotconnector.samples.onenetgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.iotconnector.samples.common.CapturedOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs the sample as its user does. */
class GatewayCommandTest {
    @RegisterExtension
    final CapturedOutput output = new CapturedOutput();

    @TempDir
    private Path folder;

    @Test
    void run_withoutSettings_showsTwoDevicesBehindOneGateway() {
        int code = new GatewayCommand().execute("--for", "4500ms");

        assertThat(code).isZero();
        assertThat(output.text())
                .contains("is online with Demo0Sub01/thermometer-1 and Demo0Sub01/plug-1")
                .contains("thermometer  reports {temperature=20.0}, platform replies 200")
                .contains("cloud        sets power=true")
                .contains("plug         switches on")
                .contains("cloud        is answered: code 200");
    }

    @Test
    void run_withAFolderWithoutSettings_failsWithTheFilesName() {
        int code = new GatewayCommand().execute(folder.toString());

        assertThat(code).isEqualTo(1);
        assertThat(output.text()).contains("thermometer.yaml").doesNotContain("\tat ");
    }
}
