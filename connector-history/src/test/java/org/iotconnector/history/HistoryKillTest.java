package org.iotconnector.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of its work has lost nothing that it has said is stored. */
@Timeout(120)
class HistoryKillTest {
    private static final int ROUNDS = 8;

    @TempDir
    private Path folder;

    /** A real kill: {@link Process#destroyForcibly} closes the pipe too, and its last lines would look like losses. */
    private static void kill(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-9", Long.toString(process.pid())).start().waitFor();
    }

    private static Process start(Path file, long first) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        // A killed process leaves the native library that its driver has unpacked.
                        "-Dorg.sqlite.tmpdir=" + file.getParent(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRecorder.class.getName(),
                        file.toString(),
                        Long.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void samples_ofAKilledProcess_areAllThereThatWereAcknowledged() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs kill -9");
        Path file = folder.resolve("history.db");
        Random random = new Random();
        Set<Long> acknowledged = new HashSet<>();

        for (int round = 0; round < ROUNDS; round++) {
            int lines = 1 + random.nextInt(400);
            Process process = start(file, round * 1_000_000L);
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
                int heard = 0;
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    acknowledged.add(Long.parseLong(line));
                    heard++;
                    if (heard == lines) {
                        kill(process);
                    }
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        }

        try (History history = History.openExisting(file)) {
            Set<Long> stored = history.query(HistoryQuery.all()).stream()
                    .map(sample -> sample.value().asLong())
                    .collect(Collectors.toSet());
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS);
            assertThat(stored).containsAll(acknowledged);
            // At most one per round was stored and not yet said.
            assertThat(stored.size() - acknowledged.size()).isLessThanOrEqualTo(ROUNDS);
        }
    }
}
