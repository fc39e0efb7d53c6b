package org.iotconnector.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.iotconnector.core.InvalidConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCompanionTest {
    private static final Setting<Secret> SECRET = Setting.secret("deviceSecret")
            .description("Secret.")
            .required()
            .matching(Pattern.compile("[a-z0-9]+"), "lower-case letters and digits")
            .build();

    @TempDir
    Path folder;

    @BeforeEach
    void writeSecret() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "s3cr3t\n");
    }

    @Test
    void file_relativeInASettingsFile_countsFromItsFolder() throws IOException {
        Path yaml = Files.writeString(folder.resolve("lamp.yaml"), "deviceSecretFile: secret.txt\n");

        Settings settings = build(SettingSource.file(yaml, Map.of()));

        assertThat(settings.get(SECRET)).isEqualTo(Secret.of("s3cr3t"));
        assertThat(settings.origin(SECRET)).isEqualTo("lamp.yaml line 1");
    }

    @Test
    void file_asOption_winsOverTheSecretInTheFile() {
        SettingSource option = SettingSource.options(
                Map.of("--device-secret-file", folder.resolve("secret.txt").toString()));

        Settings settings = build(option, SettingSource.yaml("deviceSecret: other", "l", Map.of()));

        assertThat(settings.get(SECRET)).isEqualTo(Secret.of("s3cr3t"));
    }

    @Test
    void variable_named_isRead() {
        Settings settings = Settings.builder(List.of(SECRET))
                .environment(Map.of("LAMP", "s3cr3t"))
                .read(SettingSource.yaml("deviceSecretEnv: LAMP", "l", Map.of()))
                .build();

        assertThat(settings.get(SECRET)).isEqualTo(Secret.of("s3cr3t"));
    }

    @Test
    void variable_notSet_isReportedForTheSecret() {
        assertThatThrownBy(() -> build(SettingSource.yaml("deviceSecretEnv: LAMP", "l", Map.of())))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("deviceSecret: Environment variable LAMP is not set or empty; put the secret into it.");
    }

    @Test
    void secretAndFile_inOneSource_areRefused() {
        assertThatThrownBy(() ->
                        build(SettingSource.yaml("deviceSecret: s3cr3t\ndeviceSecretFile: secret.txt", "l", Map.of())))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("deviceSecret: is given by deviceSecret (l line 1) and deviceSecretFile (l line 2);"
                        + " keep one.");
    }

    @Test
    void file_missing_isReportedForTheSecret() {
        assertThatThrownBy(() -> build(SettingSource.options(Map.of("deviceSecretFile", "/no/such"))))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("deviceSecret: Secret file /no/such does not exist; looked for /no/such.");
    }

    @Test
    void file_withSecretOutsideTheRules_isReportedWithoutIt() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.txt"), "S3CR3T");

        assertThatThrownBy(() -> build(SettingSource.options(Map.of("deviceSecretFile", file.toString()))))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("deviceSecret: the secret (option --device-secret-file) must be lower-case letters and"
                        + " digits.");
    }

    @Test
    void secret_empty_isRefused() {
        assertThatThrownBy(() -> build(SettingSource.yaml("deviceSecret: ''", "l", Map.of())))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("deviceSecret: the secret (l line 1) must not be empty.");
    }

    private static Settings build(SettingSource... sources) {
        return Settings.builder(List.of(SECRET))
                .environment(Map.of())
                .read(sources)
                .build();
    }
}
