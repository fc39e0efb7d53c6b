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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of its work has lost nothing that it has said is stored. */
@Timeout(120)
class HistoryKillTest {
    private static final int ROUNDS = 8;
    private static final int BRIDGE_ROUNDS = 4;

    @TempDir
    private Path folder;

    /** A real kill: {@link Process#destroyForcibly} closes the pipe too, and its last lines would look like losses. */
    private static void kill(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-9", Long.toString(process.pid())).start().waitFor();
    }

    private static Process start(Class<?> program, Path file, String argument) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        // A killed process leaves the native library that its driver has unpacked.
                        "-Dorg.sqlite.tmpdir=" + file.getParent(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        file.toString(),
                        argument)
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
            Process process = start(KilledRecorder.class, file, Long.toString(round * 1_000_000L));
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
            Set<Long> stored = numbers(history);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS);
            assertThat(stored).containsAll(acknowledged);
            // At most one per round was stored and not yet said.
            assertThat(stored.size() - acknowledged.size()).isLessThanOrEqualTo(ROUNDS);
        }
    }

    /** Kills {@code process} once {@code condition} holds. */
    private static void killWhen(Process process, String what, BooleanSupplier condition) throws Exception {
        try {
            Await.until(what, condition);
            kill(process);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void awaitReady(Process process) throws IOException {
        assertThat(new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine())
                .isEqualTo("ready");
    }

    @Test
    void messages_ofAKilledProcess_areAllInTheHistoryThatTheBrokerTook() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs kill -9");
        Path file = folder.resolve("bridged.db");
        Random random = new Random();
        // Together fewer than the 1000 that Mosquitto keeps for a client that is away.
        int perRound = 150;
        try (Mosquitto broker = Mosquitto.start(folder);
                Connector connector = Connector.create()) {
            MqttSession sender = connector.session(SessionConfig.of(
                    ConnectParameters.builder(Endpoint.parse(broker.endpoint()), ClientIdentifier.of("sender"))
                            .build(),
                    SessionOptions.standard()));
            for (int round = 0; round < BRIDGE_ROUNDS; round++) {
                Process process = start(KilledBridge.class, file, broker.endpoint());
                awaitReady(process);
                int first = round * perRound;
                AtomicInteger taken = new AtomicInteger();
                for (int i = 0; i < perRound; i++) {
                    sender.publish(Publication.text("numbers", Integer.toString(first + i)))
                            .acknowledged()
                            .thenRun(taken::incrementAndGet);
                }
                int enough = 1 + random.nextInt(perRound);
                killWhen(process, "the broker has taken " + enough, () -> taken.get() >= enough);
                Await.until("the broker has taken all", () -> taken.get() == perRound);
            }

            Process last = start(KilledBridge.class, file, broker.endpoint());
            try (History history = History.open(file)) {
                killWhen(last, "all are stored", () -> numbers(history).size() == BRIDGE_ROUNDS * perRound);
            }
        }
    }

    private static Set<Long> numbers(History history) {
        return history.query(HistoryQuery.all()).stream()
                .map(sample -> sample.value().asLong())
                .collect(Collectors.toSet());
    }
}
