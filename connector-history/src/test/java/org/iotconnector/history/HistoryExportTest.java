package org.iotconnector.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryExportTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.250Z");

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

    private void add(String property, Object value) {
        history.add(new Sample("class/window", property, NOON, Value.of(value)));
    }

    @Test
    void csv_always_hasAHeaderAndQuotesWhatNeedsIt() {
        add("temperature", 21.5);
        add("say", "a, \"b\"\nc");
        add("colour", Values.of("r", 1, "g", 2));
        StringBuilder out = new StringBuilder();

        long count = HistoryExport.csv(history, HistoryQuery.all(), out);

        assertThat(count).isEqualTo(3);
        assertThat(out.toString().split("\r\n", -1))
                .containsExactly(
                        "time,device,property,value",
                        "2026-11-20T12:00:00.250Z,class/window,temperature,21.5",
                        "2026-11-20T12:00:00.250Z,class/window,say,\"a, \"\"b\"\"\nc\"",
                        "2026-11-20T12:00:00.250Z,class/window,colour,\"{\"\"r\"\":1,\"\"g\"\":2}\"",
                        "");
    }

    @Test
    void json_always_isAnArrayOfObjects() {
        add("temperature", 21.5);
        add("say", "灯 \"on\"");
        StringBuilder out = new StringBuilder();

        long count = HistoryExport.json(history, HistoryQuery.all(), out);

        Value read = Json.read(out.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(count).isEqualTo(2);
        assertThat(read.asList().get(1).asStruct())
                .isEqualTo(Values.of(
                        "time", NOON.toString(), "device", "class/window", "property", "say", "value", "灯 \"on\""));
    }

    @Test
    void json_ofNothing_isAnEmptyArray() {
        StringBuilder out = new StringBuilder();

        HistoryExport.json(history, HistoryQuery.all(), out);

        assertThat(Json.read(out.toString().getBytes(StandardCharsets.UTF_8)).asList())
                .isEmpty();
    }

    @Test
    void csv_intoWhatCannotBeWritten_failsWithItsReason() {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void flush() {
                // Nothing is kept.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };

        assertThatThrownBy(() -> HistoryExport.csv(history, HistoryQuery.all(), full))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no space left");
    }
}
