package org.iotconnector.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.iotconnector.core.settings.SettingsManual;
import org.iotconnector.simulator.adafruit.AdafruitRule;
import org.junit.jupiter.api.Test;

/** Holds docs/platforms/adafruit.md to the declarations. */
class AdafruitPageTest {
    private static final Path PAGE = Path.of("../docs/platforms/adafruit.md");

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    @Test
    void page_settings_areThoseDeclared() throws IOException {
        assertThat(page()).contains(SettingsManual.markdown(new AdafruitProvider().settings()));
    }

    @Test
    void page_notices_nameEveryKind() throws IOException {
        assertThat(page())
                .contains(Stream.of(AdafruitNotice.Kind.values())
                        .map(kind -> "`" + kind + "`")
                        .toList());
    }

    @Test
    void page_undecidedPoints_nameEverySwitchOfTheSimulator() throws IOException {
        assertThat(page())
                .contains(Stream.of(AdafruitRule.values())
                        .map(rule -> "`" + rule.key() + "`")
                        .toList());
    }
}
