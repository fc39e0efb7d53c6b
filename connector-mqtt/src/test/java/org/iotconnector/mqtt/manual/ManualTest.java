package org.iotconnector.mqtt.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.SettingsManual;
import org.iotconnector.mqtt.BrokerPreset;
import org.iotconnector.mqtt.MqttProvider;
import org.iotconnector.mqtt.homie.HomieProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the pages to the code. */
class ManualTest {
    private static final Path EXAMPLES = Path.of("src/test/java/org/iotconnector/mqtt/manual/ManualExamples.java");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("// tag::(\\S+)\\[]\n(.*?)// end::\\1\\[]", Pattern.DOTALL);

    private static Path page(String name) {
        return Path.of("../docs/platforms/" + name + ".md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtt", "homie"})
    void page_everyJavaBlock_isCompiledCode(String page) throws IOException {
        List<String> compiled = blocks(EXAMPLE, 2, EXAMPLES);

        List<String> printed = blocks(JAVA_BLOCK, 1, page(page));

        assertThat(printed).isNotEmpty().isSubsetOf(compiled);
    }

    @Test
    void page_settings_areThoseDeclared() throws IOException {
        assertSettings("mqtt", new MqttProvider().settings());
        assertSettings("homie", new HomieProvider().settings());
    }

    private static void assertSettings(String page, List<Setting<?>> declared) throws IOException {
        assertThat(Files.readString(page(page))).contains(SettingsManual.markdown(declared));
    }

    @Test
    void page_ofMqtt_namesEveryPreset() throws IOException {
        String page = Files.readString(page("mqtt"));

        for (BrokerPreset preset : BrokerPreset.all()) {
            assertThat(page).contains("| `" + preset.id() + "` |");
            preset.endpoints().values().forEach(at -> assertThat(page).contains(at.host()));
        }
    }

    private static List<String> blocks(Pattern pattern, int group, Path file) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (matcher.find()) {
            found.add(matcher.group(group).replaceAll("\\s+", ""));
        }
        return found;
    }
}
