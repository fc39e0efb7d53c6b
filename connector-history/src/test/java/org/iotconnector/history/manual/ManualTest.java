package org.iotconnector.history.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iotconnector.core.thing.Value;
import org.iotconnector.history.History;
import org.iotconnector.history.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualTest {
    private static final Path PAGE = Path.of("../docs/history.md");
    private static final Path EXAMPLES = Path.of("src/test/java/org/iotconnector/history/manual/ManualExamples.java");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("// tag::(\\S+)\\[]\n(.*?)// end::\\1\\[]", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void page_everyJavaBlock_isCompiledCode() throws IOException {
        List<String> compiled = blocks(EXAMPLE, 2, EXAMPLES);

        List<String> printed = blocks(JAVA_BLOCK, 1, PAGE);

        assertThat(printed).isNotEmpty().isSubsetOf(compiled);
    }

    private static List<String> blocks(Pattern pattern, int group, Path file) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (matcher.find()) {
            found.add(matcher.group(group).replaceAll("\\s+", ""));
        }
        return found;
    }

    @Test
    void showExample_whenRun_exportsAndDraws() throws IOException {
        Instant morning = Instant.parse("2026-11-20T08:00:00Z");
        StringBuilder written = new StringBuilder();
        try (History history = History.open(folder.resolve("history.db"))) {
            history.add(new Sample("room", "temperature", morning, Value.of(21.5)));

            new ManualExamples(() -> {}).show(history, morning, folder.resolve("today.png"), written);
        }

        assertThat(written).contains("room,temperature,21.5", "Temperature today");
        assertThat(folder.resolve("today.png")).isNotEmptyFile();
    }
}
