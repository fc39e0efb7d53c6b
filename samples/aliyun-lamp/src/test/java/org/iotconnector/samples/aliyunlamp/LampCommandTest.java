package org.iotconnector.samples.aliyunlamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.iotconnector.aliyun.AliyunConfig;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.samples.common.CapturedOutput;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.junit.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs the sample as its user does. */
class LampCommandTest {
    @RegisterExtension
    final SimulatorExtension extension = new SimulatorExtension();

    @TempDir
    private Path folder;

    @RegisterExtension
    final CapturedOutput output = new CapturedOutput();

    @Test
    void run_withoutSettings_showsReportsAndSetsOnItsOwnSimulator() {
        int code = run("--mock", "--for", "4500ms");

        assertThat(code).isZero();
        assertThat(output.text())
                .contains("lamp   reports {LightSwitch=false, CurrentLedADC=")
                .contains("platform replies 200")
                .contains("cloud  sets {LightSwitch=1}")
                .contains("cloud  is answered: code 200")
                .contains("lamp   switches on")
                .contains("lamp   reports {LightSwitch=true, CurrentLedADC=");
    }

    @Test
    void run_withSettingsFile_reportsToTheServerItNames() throws IOException {
        Simulator simulator = extension.simulator();
        Path settings = settings("0123456789abcdef0123456789abcdef");

        int code = run("--mock", "--for", "1500ms", settings.toString());

        assertThat(code).isZero();
        assertThat(simulator.aliyun().device("a1Demo0Prod/lamp-1").properties()).containsKey("CurrentLedADC");
        assertThat(output.text()).doesNotContain("cloud");
    }

    @Test
    void run_withWrongSecret_failsWithTheReason() throws IOException {
        Path settings = settings("1123456789abcdef0123456789abcdef");

        int code = run("--mock", settings.toString());

        assertThat(code).isEqualTo(1);
        assertThat(output.text()).contains("deviceSecret").doesNotContain("1123456789abcdef", "\tat ");
    }

    @Test
    void run_withMissingSettingsFile_failsWithItsName() {
        int code = run("--mock", folder.resolve("none.yaml").toString());

        assertThat(code).isEqualTo(1);
        assertThat(output.text()).contains("none.yaml").doesNotContain("\tat ");
    }

    @Test
    void run_withWrongDuration_explainsUsage() {
        int code = run("--for", "soon");

        assertThat(code).isEqualTo(2);
        assertThat(output.text()).contains("--for", "soon", "Usage:");
    }

    @Test
    void template_withSecretInTheEnvironment_isComplete() {
        SettingSource template = SettingSource.file(Path.of("lamp.yaml"), Map.of("LAMP_SECRET", "0123456789abcdef"));

        AliyunConfig config = AliyunConfig.builder().read(template).build();

        assertThat(config.endpoint()).hasToString("mqtts://a1Demo0Prod.iot-as-mqtt.cn-shanghai.aliyuncs.com:1883");
    }

    @Test
    void template_withoutSecret_namesTheVariable() {
        SettingSource template = SettingSource.file(Path.of("lamp.yaml"), Map.of());

        assertThatThrownBy(() -> AliyunConfig.builder().read(template).build())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("LAMP_SECRET");
    }

    private Path settings(String secret) throws IOException {
        Simulator simulator = extension.simulator();
        Path authority = folder.resolve("ca.pem");
        simulator.writeCaCertificate(authority);
        return Files.writeString(folder.resolve("lamp.yaml"), """
                platform: aliyun
                productKey: a1Demo0Prod
                deviceName: lamp-1
                deviceSecret: %s
                endpoint: %s
                trustFile: %s
                """.formatted(
                        secret, simulator.aliyun().mqttsUri(), authority));
    }

    private static int run(String... args) {
        return new LampCommand().execute(args);
    }
}
