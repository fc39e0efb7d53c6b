package org.iotconnector.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.iotconnector.core.InvalidConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingSourceTest {
    @TempDir
    Path folder;

    @Test
    void yaml_scalars_keepTheirCharactersAndLines() {
        SettingSource source = SettingSource.yaml(
                "# lamp\nplatform: aliyun\nproductKey: 0123\nratio: 1e3\nflag: true\nquoted: 'a: b'\nempty: ''\n",
                "lamp.yaml",
                Map.of());

        assertThat(source.entries())
                .containsExactly(
                        Map.entry("platform", new RawSetting.Text("lamp.yaml line 2", "aliyun")),
                        Map.entry("productKey", new RawSetting.Text("lamp.yaml line 3", "0123")),
                        Map.entry("ratio", new RawSetting.Text("lamp.yaml line 4", "1e3")),
                        Map.entry("flag", new RawSetting.Text("lamp.yaml line 5", "true")),
                        Map.entry("quoted", new RawSetting.Text("lamp.yaml line 6", "a: b")),
                        Map.entry("empty", new RawSetting.Text("lamp.yaml line 7", "")));
    }

    @Test
    void yaml_nestedValues_keepOrderAndLines() {
        SettingSource source = SettingSource.yaml("extra:\n  b: 1\n  a: [x, '${V}']\n", "l", Map.of("V", "y"));

        RawSetting items = new RawSetting.Sequence(
                "l line 3",
                List.of(new RawSetting.Text("l line 3", "x"), new RawSetting.Text("l line 3", "y", "${V}")));
        assertThat(source.entries())
                .containsEntry(
                        "extra",
                        new RawSetting.Mapping(
                                "l line 2", Map.of("b", new RawSetting.Text("l line 2", "1"), "a", items)));
    }

    @ParameterizedTest
    @CsvSource({"''", "'# only a comment'", "'---'"})
    void yaml_withoutContent_isAnEmptySource(String yaml) {
        assertThat(SettingSource.yaml(yaml, "lamp.yaml", Map.of()).entries().keySet())
                .isEmpty();
    }

    @Test
    void yaml_badValues_areReportedWithTheirKeys() {
        SettingSource source =
                SettingSource.yaml("a: 1\na: 2\nb: &x 5\nc: *x\nd:\ne: ${NO_SUCH}\n", "lamp.yaml", Map.of());

        assertThat(source.entries())
                .containsEntry(
                        "a",
                        new RawSetting.Invalid(
                                "lamp.yaml line 2",
                                "is given twice (lamp.yaml line 1 and again lamp.yaml line 2); keep one."))
                .containsEntry(
                        "c",
                        new RawSetting.Invalid(
                                "lamp.yaml line 4", "is a YAML alias (lamp.yaml line 4); write the value itself."))
                .containsEntry(
                        "d",
                        new RawSetting.Invalid(
                                "lamp.yaml line 5",
                                "has no value (lamp.yaml line 5); give one, \"\" for an empty text, or drop the"
                                        + " line."));
        assertThat(source.entries().get("e")).isInstanceOf(RawSetting.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- a|lamp.yaml must hold lines of the form \"key: value\"; it begins with something else.",
                "text|lamp.yaml must hold lines of the form \"key: value\"; it begins with something else.",
                "deviceSecret: @s3cr3t|lamp.yaml is not valid YAML: found character '@' that cannot start any token."
                        + " (Do not use @ for indentation) (line 1, column 13).",
                "deviceSecret: \"s3cr3t|lamp.yaml is not valid YAML: found unexpected end of stream"
                        + " (line 1, column 13).",
                "deviceSecret: s3cr3t: 1|lamp.yaml is not valid YAML: mapping values are not allowed here"
                        + " (line 1, column 21).",
                "'? [a]'|lamp.yaml is not a plain mapping of keys to values (line 1, column 4)."
            })
    void yaml_wrongForm_saysWhereWithoutQuotingTheFile(String yaml, String message) {
        assertThatThrownBy(() -> SettingSource.yaml(yaml, "lamp.yaml", Map.of()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(message)
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void yaml_secondDocument_isRefused() {
        assertThatThrownBy(() -> SettingSource.yaml("a: 1\n---\nb: 2\n", "lamp.yaml", Map.of()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("lamp.yaml holds a second document (lamp.yaml line 3); keep one, without a --- line.");
    }

    @Test
    void yaml_deepNesting_isRefused() {
        assertThatThrownBy(() -> SettingSource.yaml("a: " + "[".repeat(100_000), "lamp.yaml", Map.of()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageStartingWith("lamp.yaml goes beyond what a settings file needs");
    }

    @Test
    void file_withByteOrderMark_isRead() throws IOException {
        Path file = Files.writeString(folder.resolve("lamp.yaml"), "\uFEFFplatform: aliyun\n");

        assertThat(SettingSource.file(file).text("platform")).contains("aliyun");
    }

    @Test
    void file_missing_saysWhereItLooked() {
        Path file = folder.resolve("lamp.yaml");

        assertThatThrownBy(() -> SettingSource.file(file))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Settings file " + file + " does not exist; looked for " + file + ".");
    }

    @Test
    void file_thatIsAFolder_isRefused() {
        assertThatThrownBy(() -> SettingSource.file(folder))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Settings file " + folder + " is a folder; name a file in it.");
    }

    @Test
    void file_notUtf8_saysAtWhichByte() throws IOException {
        Path file = Files.write(folder.resolve("lamp.yaml"), "name: höhe".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> SettingSource.file(file))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Settings file " + file + " is not UTF-8 text (byte 7); save it as UTF-8.");
    }

    @Test
    void file_overOneMebibyte_isRefused() throws IOException {
        Path file = Files.write(folder.resolve("lamp.yaml"), new byte[1024 * 1024 + 1]);

        assertThatThrownBy(() -> SettingSource.file(file))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("Settings file " + file + " is larger than 1MB; is it the right file?");
    }

    @Test
    void environment_declaredVariables_areTaken() {
        Setting<?> name = Setting.text("deviceName").description("Name.").build();
        Setting<?> secret =
                Setting.secret("deviceSecret").description("Secret.").build();
        Map<String, String> environment = Map.of(
                "IOTC_DEVICE_NAME",
                "${NOT_SUBSTITUTED}",
                "IOTC_DEVICE_SECRET_FILE",
                "a.txt",
                "IOTC_DEVICE_SECRET",
                "",
                "IOTC_OTHER",
                "x");

        SettingSource source = SettingSource.environment(environment, List.of(name, secret));

        assertThat(source.entries())
                .containsExactly(
                        Map.entry(
                                "deviceName",
                                new RawSetting.Text("environment IOTC_DEVICE_NAME", "${NOT_SUBSTITUTED}")),
                        Map.entry(
                                "deviceSecretFile",
                                new RawSetting.Text("environment IOTC_DEVICE_SECRET_FILE", "a.txt")));
    }

    @ParameterizedTest
    @CsvSource({"--device-name", "device-name", "deviceName"})
    void options_eachSpelling_meansTheKey(String option) {
        assertThat(SettingSource.options(Map.of(option, "lamp-1")).entries())
                .containsExactly(Map.entry("deviceName", new RawSetting.Text("option --device-name", "lamp-1")));
    }

    @Test
    void options_oneKeyInTwoSpellings_isReported() {
        assertThat(SettingSource.options(Map.of("--device-name", "a", "deviceName", "b"))
                        .entries())
                .containsEntry(
                        "deviceName",
                        new RawSetting.Invalid(
                                "option --device-name", "is given twice as option --device-name; keep one."));
    }

    @Test
    void text_ofAList_isRefused() {
        SettingSource source = SettingSource.yaml("platform: [a]", "lamp.yaml", Map.of());

        assertThatThrownBy(() -> source.text("platform"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("platform: the list (lamp.yaml line 1) must be one value, not a list.");
        assertThat(source.text("region")).isEmpty();
    }

    @Test
    void toString_ofSourceAndValues_showsNoValue() {
        SettingSource source = SettingSource.yaml("deviceSecret: s3cr3t\nm: {k: s3cr3t}\nl: [s3cr3t]", "x", Map.of());

        assertThat(source).hasToString("SettingSource[x [deviceSecret, m, l]]");
        assertThat(source.entries().toString()).doesNotContain("s3cr3t");
    }
}
