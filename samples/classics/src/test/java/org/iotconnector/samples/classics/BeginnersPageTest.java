package org.iotconnector.samples.classics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds docs/mqtt-for-beginners.md, in both languages, to the exercises. */
class BeginnersPageTest {
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RUN = Pattern.compile("--run (\\w+)");

    @ParameterizedTest
    @ValueSource(strings = {"mqtt-for-beginners.md", "mqtt-for-beginners.zh-CN.md"})
    void page_code_isTakenFromTheExercises(String page) throws IOException {
        String sources = sources();

        assertThat(found(CODE, page))
                .hasSizeGreaterThan(5)
                .allSatisfy(code -> assertThat(sources).contains(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtt-for-beginners.md", "mqtt-for-beginners.zh-CN.md"})
    void page_exercises_canBeRun(String page) throws IOException {
        assertThat(found(RUN, page))
                .isSubsetOf(Stream.of(Lesson.values()).map(Lesson::name).toList());
    }

    private static List<String> found(Pattern pattern, String page) throws IOException {
        return pattern.matcher(Files.readString(Path.of("../../docs/" + page)))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/iotconnector/samples/classics"))) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
