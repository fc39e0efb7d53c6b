package org.iotconnector.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.iotconnector.core.thing.Value;

/** Whatever is put in comes out, and whatever comes out can be drawn. */
@SuppressWarnings("NullAway.Init") // Set before the first try.
class HistoryPropertyTest {
    private static Path folder;
    private static History history;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("history");
        history = History.open(folder.resolve("history.db"), History.Durability.PROCESS);
    }

    @AfterContainer
    static void close() throws IOException {
        history.close();
        Files.delete(folder.resolve("history.db"));
        Files.delete(folder);
    }

    @Property(tries = 200)
    void samples_whatever_comeBackEqual(@ForAll("samples") List<Sample> samples) {
        history.deleteBefore(Instant.ofEpochMilli(Long.MAX_VALUE));
        history.addAll(samples);

        List<Sample> found = history.query(HistoryQuery.all());

        assertThat(found).containsExactlyInAnyOrderElementsOf(samples);
    }

    @Property(tries = 200)
    void text_ofWhatever_fitsItsWidth(@ForAll("samples") List<Sample> samples) {
        String drawn = HistoryPlot.of("title", samples, ZoneOffset.UTC).text(60, 8);

        assertThat(drawn.lines().limit(10))
                .allSatisfy(line -> assertThat(line.length()).isLessThan(90));
    }

    @Provide
    Arbitrary<List<Sample>> samples() {
        Arbitrary<String> names = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(20)
                .excludeChars('\u0000')
                .filter(HistoryPropertyTest::isWhole);
        Arbitrary<Value> values = Arbitraries.oneOf(
                Arbitraries.longs().map(Value::of),
                Arbitraries.doubles().map(Value::of),
                Arbitraries.of(true, false).map(Value::of),
                Arbitraries.strings()
                        .ofMaxLength(50)
                        .filter(HistoryPropertyTest::isWhole)
                        .map(Value::of));
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(-62_135_596_800_000L, 253_402_300_799_999L)
                .map(Instant::ofEpochMilli);
        return Combinators.combine(names, names, times, values)
                .as(Sample::new)
                .list()
                .ofMaxSize(20);
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }
}
