package org.iotconnector.core.internal.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.iotconnector.core.session.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFileTest {
    private final VirtualTime time = VirtualTime.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private TraceFile file(String name) {
        return new TraceFile(folder.resolve("traces"), name, time, List.of("with window 16"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("traces"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void write_firstLine_beginsAFileNamedByTheSessionWithItsHeader() throws IOException {
        TraceFile file = file("aliyun a1/lamp-1");
        file.write("one");
        file.close();
        file.write("late");

        assertThat(files()).singleElement().satisfies(written -> {
            assertThat(written).hasFileName("aliyun-a1-lamp-1-20240101-000000-01.trace");
            assertThat(Files.readString(written))
                    .isEqualTo("# session trace 1, begun 2024-01-01T00:00:00Z\nwith window 16\none\n");
        });
    }

    @Test
    void write_ofSessionsWithOneNameInOneSecond_givesEachItsFile() throws IOException {
        TraceFile one = file("s");
        TraceFile other = file("s");
        one.write("1");
        other.write("2");
        one.close();
        other.close();

        assertThat(files()).hasSize(2);
    }

    @Test
    void write_withoutEnd_keepsTheNewestFilesOfBoundedSize() throws IOException {
        TraceFile file = file("s");
        String line = "x".repeat(64 * 1024);
        for (int i = 0; i < 8 * TraceFile.MOST_BYTES / line.length(); i++) {
            time.advance(Duration.ofSeconds(1));
            file.write(line);
        }
        file.close();

        assertThat(files())
                .hasSize(TraceFile.MOST_FILES)
                .allSatisfy(each -> assertThat(Files.size(each)).isLessThan(TraceFile.MOST_BYTES + 2L * line.length()));
    }

    @Test
    void write_whereNothingCanBeWritten_doesNothing() throws IOException {
        Files.writeString(folder.resolve("traces"), "a file, not a directory");
        TraceFile file = file("s");

        assertThatNoException().isThrownBy(() -> {
            file.write("one");
            file.write("two");
            file.close();
        });
    }

    @Test
    void redaction_ofWordsThatHoldCredentials_takesThemOut() {
        Redaction redaction = new Redaction("demo", "k9WmZq3T");

        assertThat(redaction.apply("demo/feeds/x")).isEqualTo("[user]/feeds/x");
        assertThat(redaction.apply("client-demo-1")).isEqualTo("client-[user]-1");
        assertThat(redaction.apply("a/k9WmZq3T/b")).isEqualTo("a/[redacted]/b");
        assertThat(redaction.apply("a b\n")).isEqualTo("\"a b\\u000a\"");
        assertThat(redaction.toString()).doesNotContain("demo", "k9WmZq3T");
        assertThat(new Redaction("u", "").apply("u/up")).isEqualTo("[user]/up");
    }
}
