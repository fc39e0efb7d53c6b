package org.iotconnector.cli.internal.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.SimulatedPlatform;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.SimulatorBuilder;
import org.iotconnector.simulator.SimulatorTimeoutException;

/** What the demo's platforms have in common: a simulator behind TLS, whose certificate the lamp finds in a file. */
abstract class SimulatedDemo implements DemoPlatform {
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final Simulator simulator;
    private final Path caFile;

    /** Starts the simulator. */
    SimulatedDemo(SimulatorBuilder settings) {
        this.simulator = settings.start();
        try {
            this.caFile = Files.createTempFile("iotc-demo-ca", ".pem");
            simulator.writeCaCertificate(caFile);
        } catch (IOException e) {
            simulator.close();
            throw new UncheckedIOException(e);
        }
    }

    final Simulator simulator() {
        return simulator;
    }

    /** Who the lamp is on this platform, and where. */
    abstract Map<String, String> lamp();

    @Override
    public final Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(lamp());
        settings.put("trustFile", caFile.toString());
        return settings;
    }

    static Answer answer(boolean success, OptionalInt code, Object outcome) {
        return new Answer(
                success, code.isPresent() ? Integer.toString(code.getAsInt()) : "no answer (" + outcome + ")");
    }

    /**
     * Lets the platform speak and waits for the lamp's next report of that value: all the answer there is on platforms whose devices do
     * not answer.
     */
    static CompletableFuture<Answer> answeredByReport(
            SimulatedPlatform platform, Runnable command, String topic, String value) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                long before = platform.received().size();
                command.run();
                platform.await(
                        "the lamp's report of " + value,
                        () -> platform.received().stream()
                                .skip(before)
                                .anyMatch(message -> message.topic().equals(topic)
                                        && message.text().equals(value)),
                        ANSWER_LIMIT);
                return new Answer(true, "it reports " + value);
            } catch (SimulatorTimeoutException late) {
                return new Answer(false, String.valueOf(late.getMessage()));
            }
        });
    }

    @Override
    public final void close() {
        simulator.close();
        try {
            Files.deleteIfExists(caFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
