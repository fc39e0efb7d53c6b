package org.iotconnector.onenet.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.iotconnector.core.settings.SettingsManual;
import org.iotconnector.onenet.legacy.internal.LegacyErrors;
import org.junit.jupiter.api.Test;

/** Holds docs/platforms/onenetlegacy.md to the declarations. */
class LegacyPageTest {
    private static final Path PAGE = Path.of("../docs/platforms/onenetlegacy.md");

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    @Test
    void page_settings_areThoseDeclared() throws IOException {
        assertThat(page()).contains(SettingsManual.markdown(new LegacyProvider().settings()));
    }

    @Test
    void page_errorNumbers_areThoseOfTheTable() throws IOException {
        assertThat(page()).contains(errorTable());
    }

    private static String errorTable() {
        return LegacyErrors.entries().stream()
                .map(entry -> "| " + entry.errno() + " | " + entry.meaning() + " | " + entry.advice() + " |\n")
                .collect(Collectors.joining("", "| errno | What it means | What to do |\n|---|---|---|\n", ""));
    }
}
