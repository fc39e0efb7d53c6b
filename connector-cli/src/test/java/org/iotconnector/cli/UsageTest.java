package org.iotconnector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    @TempDir
    Path folder;

    @Test
    void noCommand_showsHelpAsAnError() {
        CliRun run = CliRun.of();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Usage: iotc").contains("demo").contains("Exit codes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "credentials --help",
                "credentials aliyun --help",
                "report --help",
                "watch --help",
                "simulate --help",
                "demo --help",
                "completion --help"
            })
    void help_ofEveryCommand_hasExamples(String arguments) {
        CliRun run = CliRun.of(arguments.split(" ", -1));

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Usage: iotc").contains("Examples:");
    }

    @Test
    void help_ofCredentials_describesTheSettings() {
        CliRun run = CliRun.of("credentials", "aliyun", "--help");

        assertThat(run.out())
                .contains("--product-key", "--device-name", "--device-secret", "--device-secret-file", "--client-id")
                .contains("--timestamp", "--secure-mode", "--sign-method", "--region", "--instance-id", "--endpoint")
                .contains("Default: cn-shanghai", "Key of the product");
    }

    @Test
    void version_isThatOfTheBuild() {
        CliRun run = CliRun.of("--version");

        assertThat(run.out()).matches("iotc \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }

    @Test
    void completion_holdsCommandsAndGeneratedOptions() {
        CliRun run = CliRun.of("completion");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("complete -F _complete_iotc").contains("--device-secret-file", "demo", "--for");
    }

    @Test
    void unknownCommand_suggestsTheNearest() {
        CliRun run = CliRun.of("simulat");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("There is no command \"simulat\". Did you mean simulate?");
    }

    @Test
    void unknownOption_suggestsTheNearest() {
        CliRun run = CliRun.of("credentials", "aliyun", "--device-nam=x");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("There is no option --device-nam here. Did you mean --device-name?");
    }

    @Test
    void unknownPlatform_namesTheKnown() {
        CliRun run = CliRun.of("credentials", "alyun");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("no platform \"alyun\", did you mean aliyun?")
                .contains("Known are: adafruit, aliyun, easyiot");
    }

    @Test
    void unknownDemoPlatform_namesTheKnown() {
        CliRun run = CliRun.of("demo", "mars");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("\"mars\"").contains("aliyun");
    }

    @Test
    void unknownFormat_suggestsTheNearest() {
        CliRun run = CliRun.of("credentials", "aliyun", "--format", "jsn");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("did you mean json?");
    }

    @Test
    void settings_missingAndWrong_areAllListedWithOptionNames() {
        CliRun run = CliRun.of("credentials", "aliyun", "--device-name", "x", "--secure-mode", "9");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("4 settings are wrong")
                .contains("productKey (--product-key): is missing")
                .contains("deviceName (--device-name): \"x\"")
                .contains("deviceSecret (--device-secret): is missing")
                .contains("secureMode (--secure-mode): \"9\"")
                .doesNotContain("\tat ");
    }

    @Test
    void settingsFile_withMistakes_isShownWithItsLines() {
        Path file = Lamp.write(
                folder.resolve("lamp.yaml"), "platform: aliyun\nproductKey: a1\ndeviceNam: lamp-1\ndeviceSecret: x\n");

        CliRun run = CliRun.of("watch", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("lamp.yaml line 3").contains("deviceNam").contains("deviceName");
    }

    @Test
    void settingsFile_forUnknownPlatform_namesTheLineAndTheKnown() {
        Path file = Lamp.write(folder.resolve("lamp.yaml"), "productKey: a1\nplatform: alyun\n");

        CliRun run = CliRun.of("report", file.toString(), "a=1");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("\"alyun\"").contains("lamp.yaml line 2").contains("aliyun");
    }

    @Test
    void settingsFile_withoutPlatform_saysSo() {
        Path file = Lamp.write(folder.resolve("lamp.yaml"), "productKey: a1\n");

        CliRun run = CliRun.of("credentials", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("names no platform")
                .contains("platform: adafruit")
                .contains("aliyun");
    }

    @Test
    void settingsFile_thatDoesNotExist_saysWhereItWasLookedFor() {
        CliRun run = CliRun.of("report", folder.resolve("nothing.yaml").toString(), "a=1");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("nothing.yaml does not exist");
    }

    @Test
    void time_thatIsNone_isRefused() {
        CliRun run = CliRun.of("demo", "--for", "soon");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("for: ").contains("soon");
    }
}
