package org.iotconnector.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path folder;

    private History history;

    @BeforeEach
    void open() {
        history = History.open(folder.resolve("history.db"));
    }

    @AfterEach
    void close() {
        history.close();
    }

    private static Sample sample(String device, String property, int minute, Object value) {
        return new Sample(device, property, NOON.plusSeconds(60L * minute), Value.of(value));
    }

    private void fill() {
        history.addAll(List.of(
                sample("window", "temperature", 0, 20.5),
                sample("window", "humidity", 1, 40),
                sample("door", "open", 2, true),
                sample("window", "temperature", 3, 21.5)));
    }

    @Test
    void query_ofEverything_isInOrderOfTime() {
        history.add(sample("window", "temperature", 3, 21.5));
        history.add(sample("window", "temperature", 1, 20.5));

        assertThat(history.query(HistoryQuery.all()))
                .extracting(Sample::time)
                .containsExactly(NOON.plusSeconds(60), NOON.plusSeconds(180));
    }

    @Test
    void query_ofOneMoment_keepsTheOrderInWhichItWasAdded() {
        history.add(sample("lamp", "light", 0, "on"));
        history.add(sample("lamp", "light", 0, "off"));

        assertThat(history.query(HistoryQuery.all()))
                .extracting(sample -> sample.value().asText())
                .containsExactly("on", "off");
    }

    @Test
    void query_ofDeviceAndProperty_findsOnlyThese() {
        fill();

        List<Sample> found = history.query(
                HistoryQuery.builder().device("window").property("temperature").build());

        assertThat(found)
                .containsExactly(sample("window", "temperature", 0, 20.5), sample("window", "temperature", 3, 21.5));
    }

    @Test
    void query_ofARange_includesItsBeginningAndNotItsEnd() {
        fill();

        List<Sample> found = history.query(HistoryQuery.builder()
                .from(NOON.plusSeconds(60))
                .to(NOON.plusSeconds(180))
                .build());

        assertThat(found).containsExactly(sample("window", "humidity", 1, 40), sample("door", "open", 2, true));
    }

    @Test
    void query_withALimitNewestFirst_keepsTheNewest() {
        fill();

        List<Sample> found =
                history.query(HistoryQuery.builder().limit(2).newestFirst().build());

        assertThat(found).containsExactly(sample("window", "temperature", 3, 21.5), sample("door", "open", 2, true));
    }

    @Test
    void samples_ofEveryKind_comeBackAsJsonCarriesThem() {
        List<Object> values = List.of(
                true, 42, -0.25, "灯 \"on\"\n", "", Values.of("r", 1, "g", 2.5), List.of(1, "two", List.of(false)));

        for (int i = 0; i < values.size(); i++) {
            history.add(sample("d", "p", i, values.get(i)));
        }

        assertThat(history.query(HistoryQuery.all()))
                .extracting(Sample::value)
                .isEqualTo(values.stream().map(Value::of).toList());
    }

    @Test
    void history_openedAgain_holdsWhatWasAdded() {
        fill();

        history.close();
        try (History again = History.openExisting(folder.resolve("history.db"))) {
            assertThat(again.query(HistoryQuery.all())).hasSize(4);
        }
    }

    @Test
    void forEach_whileSamplesAreAdded_seesNoneOfThem() {
        fill();
        List<Sample> seen = new ArrayList<>();

        history.forEach(HistoryQuery.all(), each -> {
            history.add(sample("late", "x", 60, seen.size()));
            seen.add(each);
        });

        assertThat(seen).hasSize(4);
        assertThat(history.query(HistoryQuery.all())).hasSize(8);
    }

    @Test
    void series_always_nameWhatThereIs() {
        fill();

        assertThat(history.series())
                .containsExactly(
                        new HistorySeries("door", "open", 1, NOON.plusSeconds(120), NOON.plusSeconds(120)),
                        new HistorySeries("window", "humidity", 1, NOON.plusSeconds(60), NOON.plusSeconds(60)),
                        new HistorySeries("window", "temperature", 2, NOON, NOON.plusSeconds(180)));
    }

    @Test
    void deleteBefore_aMoment_dropsWhatIsOlder() {
        fill();

        long dropped = history.deleteBefore(NOON.plusSeconds(120));

        assertThat(dropped).isEqualTo(2);
        assertThat(history.query(HistoryQuery.all())).extracting(Sample::device).containsExactly("door", "window");
    }

    @Test
    void openExisting_whereNothingIs_saysSoAndMakesNoFile() {
        Path missing = folder.resolve("typo.db");

        assertThatThrownBy(() -> History.openExisting(missing))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("typo.db");
        assertThat(missing).doesNotExist();
    }

    @Test
    void open_inAMissingFolder_namesIt() {
        assertThatThrownBy(() -> History.open(folder.resolve("no/such/history.db")))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("no folder");
    }

    @Test
    void open_aTextFile_isRefusedAndLeavesIt() throws IOException {
        Path diary = Files.writeString(folder.resolve("diary.txt"), "Dear diary, today we measured the temperature.");

        assertThatThrownBy(() -> History.open(diary))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("diary.txt");
        assertThat(diary).content().startsWith("Dear diary");
    }

    @Test
    void open_anotherProgramsDatabase_isRefused() throws SQLException {
        Path other = folder.resolve("siot.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE message(id INTEGER)");
        }

        assertThatThrownBy(() -> History.open(other))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("another program");
    }

    @Test
    void open_aLaterForm_isRefused() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 99");
        }

        assertThatThrownBy(() -> History.open(folder.resolve("history.db")))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("later version");
    }

    @Test
    void add_afterClose_isRefused() {
        history.close();

        assertThatThrownBy(() -> history.add(sample("d", "p", 0, 1)))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void close_twice_doesNothing() {
        history.close();
        history.close();

        assertThat(folder.resolve("history.db")).exists();
    }

    @Test
    void twoHistories_onOneFile_seeEachOthersSamples() {
        try (History other = History.open(folder.resolve("history.db"))) {
            other.add(sample("other", "x", 0, 1));
            history.add(sample("this", "x", 1, 2));

            assertThat(other.query(HistoryQuery.all()))
                    .extracting(Sample::device)
                    .containsExactly("other", "this");
        }
    }
}
