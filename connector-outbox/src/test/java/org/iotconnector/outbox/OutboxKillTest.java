package org.iotconnector.outbox;

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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.outbox.StoreCounts;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.PublishRequest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed at any instant has lost nothing that it has said is stored and has not said is acknowledged.
 * {@code -Doutbox.kills=200} for the full run.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class OutboxKillTest {
    private static final int KILLS = Integer.getInteger("outbox.kills", 15);
    private static final int MOST_LINES = 3_000;
    private static final long ROUND = 10_000_000;

    @TempDir
    private Path folder;

    private final Random random = new Random();
    /** What the killed processes have said. */
    private final Set<Long> stored = new HashSet<>();

    private final Set<Long> acknowledged = new HashSet<>();
    private long missing;
    private long heard;

    @BeforeEach
    void killIsThere() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs kill -9");
    }

    private Process start(int round, String stores) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        // A killed process leaves the native library that its driver has unpacked.
                        "-Dorg.sqlite.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledReporter.class.getName(),
                        folder.resolve("stores").toString(),
                        Long.toString(round * ROUND + 1),
                        stores)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** A real kill: {@link Process#destroyForcibly} closes the pipe too, and its last lines would look like losses. */
    private static void kill(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-9", Long.toString(process.pid())).start().waitFor();
    }

    private void runAndKill(int round, String stores) throws IOException, InterruptedException {
        int lines = 1 + random.nextInt(MOST_LINES);
        Process process = start(round, stores);
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            int count = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                heard++;
                count++;
                (line.charAt(0) == 'S' ? stored : acknowledged).add(Long.parseLong(line.substring(2)));
                if (count == lines) {
                    // Not always at the same place behind a line.
                    LockSupport.parkNanos(random.nextInt(3_000_000));
                    kill(process);
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Opens the store as the next run would; nine of ten are acknowledged then, so that the rest is killed again. */
    private void inspect() {
        Set<Long> found = new HashSet<>();
        try (Fixture run = Fixture.open(
                new SqliteOutboxStores(),
                folder.resolve("stores"),
                Scripts.online(request -> onFound(request, found)),
                options -> options.outbox(OutboxOptions.standard().withMaxMessages(1_000_000))
                        .inFlightWindow(65_535))) {
            StoreCounts counts = run.session.storeCounts().orElseThrow();
            Await.until("all is sent", () -> sizeOf(found) == counts.restored());
            assertThat(counts.lost()).isZero();
        }
        Set<Long> expected = new HashSet<>(stored);
        expected.removeAll(acknowledged);
        expected.removeAll(found);
        missing += expected.size();
        stored.removeAll(expected);
        // Acknowledged right before a kill, and sent again: allowed, and now ended for good or not.
        found.forEach(number -> {
            stored.add(number);
            acknowledged.remove(number);
        });
        stored.removeAll(acknowledged);
        acknowledged.clear();
        found.stream().filter(OutboxKillTest::endsHere).forEach(stored::remove);
    }

    private static int sizeOf(Set<Long> found) {
        synchronized (found) {
            return found.size();
        }
    }

    private static boolean endsHere(long number) {
        return number % 50 != 0;
    }

    private static void onFound(PublishRequest request, Set<Long> found) {
        long number = Long.parseLong(request.text());
        synchronized (found) {
            found.add(number);
        }
        if (endsHere(number)) {
            request.acknowledge();
        }
    }

    @Test
    void messages_ofKilledProcesses_areAllThereThatWereStored(TestReporter reporter) throws Exception {
        for (int round = 1; round <= KILLS; round++) {
            runAndKill(round, "real");
            inspect();
        }

        reporter.publishEntry("kills", KILLS + " kills, " + heard + " lines heard, " + missing + " messages lost");
        assertThat(heard).isGreaterThanOrEqualTo(KILLS);
        assertThat(missing).isZero();
    }

    @Test
    void test_withAStoreThatForgets_seesLosses(TestReporter reporter) throws Exception {
        int rounds = Math.max(3, KILLS / 10);
        for (int round = 1; round <= rounds; round++) {
            runAndKill(round, "forgetful");
            inspect();
        }

        reporter.publishEntry("forgetful", rounds + " kills, " + missing + " messages lost");
        assertThat(missing).isPositive();
    }
}
