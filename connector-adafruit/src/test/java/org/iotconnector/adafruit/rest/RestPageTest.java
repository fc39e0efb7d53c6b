package org.iotconnector.adafruit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iotconnector.adafruit.AdafruitConfig;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code of the page is this module's, and does what the page says. */
class RestPageTest {
    private static final Path PAGE = Path.of("../docs/platforms/adafruit-rest.md");
    private static final Path EXAMPLES = Path.of("src/test/java/org/iotconnector/adafruit/rest/RestExamples.java");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("// tag::(\\S+)\\[]\n(.*?)// end::\\1\\[]", Pattern.DOTALL);

    private final RestExamples examples = new RestExamples();
    private RecordedRest recorded;

    @BeforeEach
    void start() throws IOException {
        recorded = new RecordedRest();
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

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
    void start_ofADevicesAccount_usesItsKeyAndAddress() {
        recorded.answers("{\"value\":\"21.5\"}");
        recorded.answers("{\"value\":\"22\"}");
        AdafruitConfig config = AdafruitConfig.builder()
                .username("tester")
                .key(Secret.of(RecordedRest.KEY))
                .apiEndpoint(recorded.address())
                .build();

        Datum newest = examples.start(recorded.connector, config);

        assertThat(newest.value()).isEqualTo("22");
        assertThat(recorded.received().getHeaders().get("X-AIO-Key")).isEqualTo(RecordedRest.KEY);
    }

    @Test
    void history_values_giveTheHighest() {
        recorded.answers("[{\"value\":\"3\"},{\"value\":\"off\"},{\"value\":\"7.5\"}]");

        assertThat(examples.history(recorded.rest(), Instant.EPOCH)).isEqualTo(7.5);
    }

    @Test
    void async_values_areHandedOver() {
        recorded.answers("[{\"value\":\"3\"},{\"value\":\"4\"}]");
        List<String> values = new CopyOnWriteArrayList<>();

        assertThat(Await.value(examples.historyAsync(recorded.rest(), values))).isEqualTo(2);
        assertThat(values).containsExactly("3", "4");
    }

    @Test
    void dashboard_withABlock_isArranged() {
        recorded.answers("{\"key\":\"greenhouse\"}");
        recorded.answers("{\"id\":\"77\"}");
        recorded.answers("{}");

        assertThat(examples.dashboard(recorded.rest()).key()).isEqualTo("greenhouse");

        recorded.received();
        recorded.received();
        assertThat(recorded.received().getTarget()).endsWith("/dashboards/greenhouse/update_layouts");
    }

    @Test
    void chart_ofADay_isAsked() {
        recorded.answers("{\"columns\":[\"date\",\"avg\"]}");

        assertThat(examples.chart(recorded.rest()).columns()).containsExactly("date", "avg");
    }
}
