package org.iotconnector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records a device of Easy IoT, whose console remembers little, and gives the history back. */
class HistoryCommandsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Simulator simulator = Simulator.builder().demoEasyIot().start();

    @TempDir
    private Path folder;

    private String settings = "";
    private String history = "";

    @BeforeEach
    void writeSettings() throws IOException {
        Path file = folder.resolve("room.yaml");
        Files.writeString(
                file,
                "platform: easyiot\niotId: " + DemoSet.EASYIOT_ID + "\niotPwd: " + DemoSet.EASYIOT_PASSWORD
                        + "\ntopics:\n  temperature: " + DemoSet.EASYIOT_TOPIC + "\nendpoint: "
                        + simulator.easyiot().mqttUri() + "\n");
        settings = file.toString();
        history = folder.resolve("room.db").toString();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private CliRun record() throws Exception {
        CliRun run = new CliRun();
        CompletableFuture<CliRun> recording =
                run.start("history", "record", settings, history, "--name", "recorder", "--for", "3s");
        var room = simulator.easyiot().device(DemoSet.EASYIOT_TOPIC);
        room.awaitSubscribed(LIMIT);
        room.send("21.5");
        room.send("22.5");
        return recording.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void record_ofWhatIsSaid_isListedExportedAndDrawn() throws Exception {
        CliRun recorded = record();

        assertThat(recorded.err()).isEmpty();
        assertThat(recorded.code()).isZero();
        assertThat(recorded.out()).contains("stored 2 values");
        assertThat(CliRun.of("history", "list", history).out()).contains("temperature", "2 values");
        assertThat(CliRun.of("history", "list", history, "--json").out()).contains("\"count\":2");
        assertThat(CliRun.of("history", "export", history).out().lines())
                .hasSize(3)
                .anyMatch(line -> line.endsWith("22.5"));
        assertThat(CliRun.of("history", "export", history, "--output", "json", "--limit", "1")
                        .out())
                .contains("22.5")
                .doesNotContain("21.5");
        assertThat(CliRun.of("history", "plot", history).out()).contains("*");
    }

    @Test
    void plot_asPicture_writesIt() throws Exception {
        record();
        Path picture = folder.resolve("room.png");

        CliRun run = CliRun.of("history", "plot", history, "--png", picture.toString());

        assertThat(run.code()).isZero();
        assertThat(picture).isNotEmptyFile();
    }

    @Test
    void list_ofAFileThatIsNotThere_failsWithItsName() {
        CliRun run = CliRun.of("history", "list", history);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("room.db").doesNotContain("\tat ");
    }

    @Test
    void export_withATimeThatIsNone_isWrongUsage() throws Exception {
        record();

        CliRun run = CliRun.of("history", "export", history, "--from", "yesterday");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--from", "yesterday");
    }
}
