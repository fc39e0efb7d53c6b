package org.iotconnector.easyiot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.iotconnector.core.settings.SettingsManual;
import org.iotconnector.easyiot.siot.SiotProvider;
import org.junit.jupiter.api.Test;

/** Holds docs/platforms/easyiot.md and docs/platforms/siot.md to the declarations. */
class PageTest {
    private static String page(String name) throws IOException {
        return Files.readString(Path.of("../docs/platforms/" + name + ".md"));
    }

    @Test
    void pages_settings_areThoseDeclared() throws IOException {
        assertThat(page("easyiot")).contains(SettingsManual.markdown(new EasyIotProvider().settings()));
        assertThat(page("siot")).contains(SettingsManual.markdown(new SiotProvider().settings()));
    }

    @Test
    void pages_connectErrors_areThoseOfTheTable() throws IOException {
        assertThat(page("easyiot")).contains(errorTable());
        assertThat(page("siot")).contains("(easyiot.md#errors)");
    }

    @Test
    void pages_servers_areThoseOfThePresets() throws IOException {
        String page = page("easyiot");

        for (EasyIotHost host : EasyIotHost.values()) {
            assertThat(page)
                    .contains(
                            "`" + host.endpoint().host() + ":" + host.endpoint().port() + "`");
        }
    }

    private static String errorTable() {
        return Arrays.stream(EasyIotConnectError.values())
                .map(error -> "| " + error.number() + " | " + error.meaning() + " | " + error.advice() + " |\n")
                .collect(Collectors.joining("", "| Number | What it means | What to do |\n|---|---|---|\n", ""));
    }
}
