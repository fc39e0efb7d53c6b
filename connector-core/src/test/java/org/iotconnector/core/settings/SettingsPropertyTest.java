package org.iotconnector.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iotconnector.core.InvalidConfigurationException;

class SettingsPropertyTest {
    private static final List<Setting<?>> ALL = List.of(
            Setting.text("t").description("T.").build(),
            Setting.integer("i").description("I.").range(0, 9).build(),
            Setting.flag("f").description("F.").build(),
            Setting.duration("d").description("D.").build(),
            Setting.size("s").description("S.").build(),
            Setting.secret("x").description("X.").build(),
            Setting.file("p").description("P.").build(),
            Setting.map("m").description("M.").build(),
            Setting.list("l").description("L.").build());

    @Property
    void build_arbitraryText_givesSettingsOrProblems(@ForAll String yaml) {
        readOrRefuse(yaml);
    }

    @Property(tries = 3000)
    void build_almostYaml_givesSettingsOrProblems(@ForAll("almostYaml") String yaml) {
        readOrRefuse(yaml);
    }

    @Property
    void build_arbitraryOptions_givesSettingsOrProblems(@ForAll Map<String, String> options) {
        try {
            Settings.builder(ALL).read(SettingSource.options(options)).build();
        } catch (InvalidConfigurationException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    @Property
    void build_arbitrarySecret_neverAppearsInTheRefusal(@ForAll("secrets") String secret) {
        SettingSource file = SettingSource.yaml("i: ${S}\nd: ${S}\nf: ${S}\ny: ${S}", "l", Map.of("S", secret));
        try {
            assertThat(Settings.builder(ALL).read(file).build()).isNull();
        } catch (InvalidConfigurationException e) {
            assertThat(e.problems()).hasSize(4);
            assertThat(e.getMessage()).doesNotContain(secret);
        }
    }

    @Provide
    Arbitrary<String> almostYaml() {
        return Arbitraries.of(
                        "t: ",
                        "i: ",
                        "m: ",
                        "l: ",
                        "x",
                        ": ",
                        "\n",
                        "\n  ",
                        "- ",
                        "[",
                        "]",
                        "{",
                        "}",
                        ",",
                        "'",
                        "\"",
                        "&a ",
                        "*a",
                        "!!str ",
                        "!t ",
                        "| ",
                        "> ",
                        "? ",
                        "---\n",
                        "...\n",
                        "%YAML 1.2\n",
                        "# c",
                        "<<: ",
                        "${A}",
                        "${",
                        "$${",
                        "1",
                        "0x1",
                        "~",
                        "null",
                        "true",
                        "\t",
                        "\u0000",
                        "\uD800",
                        "é",
                        "a=b,c=d")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings().withCharRange('G', 'Z').ofMinLength(8).ofMaxLength(20);
    }

    private static void readOrRefuse(String yaml) {
        try {
            SettingSource source = SettingSource.yaml(yaml, "lamp.yaml", Map.of("A", "5"));
            Settings.builder(ALL).environment(Map.of()).read(source).build();
        } catch (InvalidConfigurationException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }
}
