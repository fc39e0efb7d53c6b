package org.iotconnector.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.iotconnector.aliyun.internal.AliyunReplyCodes;
import org.iotconnector.core.settings.SettingsManual;
import org.junit.jupiter.api.Test;

/** Holds docs/platforms/aliyun.md to the declarations. */
class AliyunPageTest {
    private static final Path PAGE = Path.of("../docs/platforms/aliyun.md");

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    @Test
    void page_settings_areThoseDeclared() throws IOException {
        assertThat(page()).contains(SettingsManual.markdown(new AliyunProvider().settings()));
    }

    @Test
    void page_replyCodes_areThoseOfTheTable() throws IOException {
        assertThat(page()).contains(replyCodeTable());
    }

    @Test
    void page_exampleOfRegions_namesAllKnown() throws IOException {
        assertThat(page()).contains(AliyunSettings.REGIONS);
    }

    private static String replyCodeTable() {
        return AliyunReplyCodes.entries().stream()
                .map(entry -> "| " + codes(entry) + " | " + entry.meaning() + " | " + entry.advice() + " |\n")
                .collect(Collectors.joining("", "| Code | What it means | What to do |\n|---|---|---|\n", ""));
    }

    private static String codes(AliyunReplyCodes.Entry entry) {
        return entry.first() == entry.last() ? Integer.toString(entry.first()) : entry.first() + " to " + entry.last();
    }
}
