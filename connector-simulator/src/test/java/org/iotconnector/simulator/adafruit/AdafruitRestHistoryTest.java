package org.iotconnector.simulator.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.iotconnector.simulator.testing.AdafruitBench;
import org.iotconnector.simulator.testing.AdafruitCaller;
import org.iotconnector.simulator.testing.AdafruitCaller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a feed remembers, over HTTP: lists in pages, and charts. */
class AdafruitRestHistoryTest {
    private final AdafruitBench bench = new AdafruitBench();
    private final AdafruitCaller api = AdafruitCaller.of(bench);

    @BeforeEach
    void makeFeed() {
        bench.account().createFeed("default", "Temp");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private AdafruitFeed feed() {
        return bench.account().feed("temp");
    }

    @Test
    void list_manyPages_givesEachOnceNewestFirst() {
        IntStream.range(0, 2500).forEach(i -> feed().put(String.valueOf(i)));

        List<String> values = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        String path = "/feeds/temp/data";
        while (!path.isEmpty()) {
            Answer answer = api.get(path);
            pages.add(answer.list().size());
            answer.list().forEach(datum -> values.add(String.valueOf(datum.get("value"))));
            feed().put("meanwhile");
            path = next(answer.header("Link"));
        }

        assertThat(pages).containsExactly(1000, 1000, 500);
        assertThat(values)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 2500)
                        .mapToObj(i -> String.valueOf(2500 - i))
                        .toList());
    }

    private static String next(String link) {
        String mark = "rel=\"next\", <";
        int at = link.indexOf(mark);
        return at < 0 ? "" : link.substring(link.indexOf("/feeds", at), link.length() - 1);
    }

    @Test
    void list_betweenTimes_countsWholeSeconds() {
        for (int i = 0; i < 4; i++) {
            feed().put(String.valueOf(i));
            bench.advance(Duration.ofSeconds(10));
        }

        Answer answer = api.get("/feeds/temp/data?start_time=2026-03-01T11:30:10Z&end_time=2026-03-01T11:30:20Z");

        assertThat(answer.list()).extracting(datum -> datum.get("value")).containsExactly("2", "1");
        assertThat(answer.header("X-Pagination-Total")).isEqualTo("2");
        assertThat(answer.header("X-Pagination-Start")).isEqualTo("2026-03-01T11:30:10.000+0000");
    }

    @ParameterizedTest
    @CsvSource({"limit=ten, 422", "start_time=noon, 422", "before=%21%21, 400", "before=e30%3D, 400"})
    void list_badParameter_isRefused(String query, int status) {
        assertThat(api.get("/feeds/temp/data?" + query).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"val, 3", "sum, 6.0", "min, 1", "max, 3", "val_count, 3", "avg, 2.0"})
    void chart_eachField_isThatOfItsBucket(String field, String expected) {
        List.of("1", "2.0", "text", "3").forEach(value -> feed().put(value));

        Answer answer = api.get("/feeds/temp/data/chart?hours=1&resolution=30&field=" + field);

        assertThat(answer.object()).containsEntry("data", List.of(List.of("2026-03-01T11:30:00Z", expected)));
    }

    @Test
    void chart_raw_hasEveryValueAsItIs() {
        feed().put("a");

        Answer answer = api.get("/feeds/temp/data/chart?raw=1");

        assertThat(answer.object())
                .containsEntry("columns", List.of("date", "value"))
                .containsEntry("data", List.of(List.of("2026-03-01T11:30:00Z", "a")));
    }

    @ParameterizedTest
    @CsvSource({"resolution=7", "field=median", "raw=true&field=avg", "hours=0", "hours=x"})
    void chart_badParameter_is422(String query) {
        assertThat(api.get("/feeds/temp/data/chart?" + query).status()).isEqualTo(422);
    }
}
