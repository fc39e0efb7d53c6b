package org.iotconnector.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.settings.SettingsManual;
import org.iotconnector.onenet.internal.OneNetReplyCodes;
import org.iotconnector.simulator.onenet.OneNetRule;
import org.junit.jupiter.api.Test;

/** Holds docs/platforms/onenet.md to the declarations. */
class OneNetPageTest {
    private static final Path PAGE = Path.of("../docs/platforms/onenet.md");

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    @Test
    void page_settings_areThoseDeclared() throws IOException {
        assertThat(page()).contains(SettingsManual.markdown(new OneNetProvider().settings()));
    }

    @Test
    void page_replyCodes_areThoseOfTheTable() throws IOException {
        assertThat(page()).contains(replyCodeTable());
    }

    @Test
    void page_generations_haveTheServersOfTheDeclaration() throws IOException {
        assertThat(page()).contains(serverRow("current", Generation.CURRENT), serverRow("Studio", Generation.STUDIO));
    }

    @Test
    void page_certificate_isTheBundledOne() throws IOException {
        assertThat(page())
                .contains(
                        "`" + OneNetServerCertificate.serialNumber() + "`",
                        "`" + OneNetServerCertificate.fingerprint() + "`",
                        day(OneNetServerCertificate.notBefore()) + " to " + day(OneNetServerCertificate.notAfter()));
    }

    @Test
    void page_undecidedPoints_nameEverySwitchOfTheSimulator() throws IOException {
        assertThat(page())
                .contains(Stream.of(OneNetRule.values())
                        .map(rule -> "`" + rule.key() + "`")
                        .toList());
    }

    private static String day(Instant moment) {
        return moment.toString().substring(0, "2019-05-29".length());
    }

    private static String serverRow(String name, Generation generation) {
        return "| " + name + " | `" + address(generation.tlsServer()) + "` | `" + address(generation.plainServer())
                + "` | `" + generation.api() + "` |";
    }

    private static String address(Endpoint server) {
        return server.host() + ":" + server.port();
    }

    private static String replyCodeTable() {
        return OneNetReplyCodes.entries().stream()
                .map(entry -> "| " + codes(entry) + " | " + entry.meaning() + " | " + entry.advice() + " |\n")
                .collect(Collectors.joining("", "| Code | What it means | What to do |\n|---|---|---|\n", ""));
    }

    private static String codes(OneNetReplyCodes.Entry entry) {
        return entry.first() == entry.last() ? Integer.toString(entry.first()) : entry.first() + " to " + entry.last();
    }
}
