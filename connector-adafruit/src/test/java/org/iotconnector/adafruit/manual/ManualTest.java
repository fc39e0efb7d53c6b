package org.iotconnector.adafruit.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ManualTest {
    private static final Path PAGE = Path.of("../docs/platforms/adafruit.md");
    private static final Path EXAMPLES = Path.of("src/test/java/org/iotconnector/adafruit/manual/ManualExamples.java");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("// tag::(\\S+)\\[]\n(.*?)// end::\\1\\[]", Pattern.DOTALL);

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
}
