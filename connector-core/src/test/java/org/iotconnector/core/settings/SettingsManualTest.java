package org.iotconnector.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsManualTest {
    private static final Setting<String> NAME = Setting.text("deviceName")
            .description("Name of the device.")
            .example("lamp: 1")
            .required()
            .matching(Pattern.compile("[a-z0-9: |]+"), "letters, digits or |")
            .group("Identity")
            .build();
    private static final Setting<Secret> SECRET = Setting.secret("deviceSecret")
            .description("Secret of the device.")
            .required()
            .group("Identity")
            .build();
    private static final Setting<Duration> KEEP_ALIVE = Setting.duration("keepAlive")
            .description("Longest silence.")
            .range(Duration.ofSeconds(30), Duration.ofMinutes(20))
            .defaultValue(Duration.ofMinutes(1))
            .group("Connection")
            .build();
    private static final Setting<String> CLIENT_ID = Setting.text("clientId")
            .description("Client identifier.")
            .defaultText("productKey.deviceName")
            .group("Connection")
            .build();
    private static final List<Setting<?>> ALL = List.of(NAME, SECRET, KEEP_ALIVE, CLIENT_ID);

    @Test
    void markdown_ofDeclarations_isOneTablePerGroup() {
        assertThat(SettingsManual.markdown(ALL)).isEqualTo("""
                ### Identity

                | Key | Option | Environment | Value | Default | Meaning |
                |---|---|---|---|---|---|
                | `deviceName` | `--device-name` | `IOTC_DEVICE_NAME` | text: letters, digits or \\| | required | Name of the device. Example: `lamp: 1`. |
                | `deviceSecret` | `--device-secret` | `IOTC_DEVICE_SECRET` | secret | required | Secret of the device. Or give `deviceSecretFile` or `deviceSecretEnv`. |

                ### Connection

                | Key | Option | Environment | Value | Default | Meaning |
                |---|---|---|---|---|---|
                | `keepAlive` | `--keep-alive` | `IOTC_KEEP_ALIVE` | duration: 30s to 20m | `1m` | Longest silence. |
                | `clientId` | `--client-id` | `IOTC_CLIENT_ID` | text | productKey.deviceName | Client identifier. |
                """);
    }

    @Test
    void exampleYaml_ofDeclarations_canBeRead() {
        String yaml = SettingsManual.exampleYaml("aliyun", ALL);

        Settings settings = Settings.builder(ALL)
                .ignoring("platform")
                .read(SettingSource.yaml(yaml, "example", Map.of("IOTC_DEVICE_SECRET", "s3cr3t")))
                .build();
        assertThat(settings.get(NAME)).isEqualTo("lamp: 1");
        assertThat(settings.get(SECRET)).isEqualTo(Secret.of("s3cr3t"));
        assertThat(yaml).startsWith("platform: aliyun\n").contains("# Longest silence.\n# keepAlive: 1m\n");
    }

    @Test
    void markdown_ofNothing_isEmpty() {
        assertThat(SettingsManual.markdown(List.of())).isEmpty();
    }
}
