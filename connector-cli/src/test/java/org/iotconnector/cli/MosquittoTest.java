package org.iotconnector.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is printed for mosquitto's clients, carried out by them against {@code iotc simulate}; skipped without them. */
class MosquittoTest {
    private final CliRun simulator = new CliRun();

    @TempDir
    Path folder;

    private CompletableFuture<CliRun> simulating = new CompletableFuture<>();
    private Map<String, String> uris = Map.of();
    private Path ca = Path.of("ca.pem");

    @BeforeEach
    void simulate() {
        assumeTrue(isInstalled("mosquitto_pub") && isInstalled("mosquitto_sub"), "mosquitto-clients is not installed");
        ca = folder.resolve("ca.pem");
        Path configuration = Lamp.write(
                folder.resolve("simulator.yaml"),
                "aliyun:\n  mqtt: 0\n  mqtts: 0\n  products:\n    - productKey: a1Demo0Prod\n      devices:\n"
                        + "        - {deviceName: lamp-1, deviceSecret: " + Lamp.SECRET + "}\n");
        simulating = simulator.start("simulate", configuration.toString(), "--json", "--ca-file", ca.toString());
        Waiting.until(() -> simulator.out().endsWith("\n"));
        JsonNode endpoints = JsonMapper.shared().readTree(simulator.out()).get("endpoints");
        uris = Map.of(
                endpoints.get(0).get("name").asString(),
                        endpoints.get(0).get("uri").asString(),
                endpoints.get(1).get("name").asString(),
                        endpoints.get(1).get("uri").asString());
    }

    @AfterEach
    void stop() throws Exception {
        simulator.interrupt();
        if (isInstalled("mosquitto_pub")) {
            simulating.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void publishCommand_logsInAndPublishes() throws Exception {
        Result result = execute(command("mosquitto_pub", "aliyun mqtt"));

        assertThat(result.output()).isEmpty();
        assertThat(result.code()).isZero();
    }

    @Test
    void publishCommand_overTls_logsInAndPublishes() throws Exception {
        Result result = execute(command("mosquitto_pub", "aliyun mqtts", "--trust-file", ca.toString()));

        assertThat(result.output()).isEmpty();
        assertThat(result.code()).isZero();
    }

    @Test
    void subscribeCommand_hearsNothingRefused() throws Exception {
        // -E ends it once all subscriptions are acknowledged.
        Result result = execute(command("mosquitto_sub", "aliyun mqtt") + " -E");

        assertThat(result.output()).isEmpty();
        assertThat(result.code()).isZero();
    }

    @Test
    void publishCommand_withOneWrongCharacterInTheSecret_isRefusedWithCode4() throws Exception {
        Path secret = Lamp.write(folder.resolve("wrong.secret"), "1" + Lamp.SECRET.substring(1));

        Result result = execute(command("mosquitto_pub", "aliyun mqtt", "--device-secret-file", secret.toString()));

        // mosquitto_pub ends with the CONNACK code of MQTT 3.1.1 as its exit code.
        assertThat(result.code()).isEqualTo(4);
        assertThat(result.output()).containsIgnoringCase("bad user name or password");
    }

    private String command(String program, String endpoint, String... options) {
        Path lamp = Lamp.file(folder, uris.getOrDefault(endpoint, ""));
        String[] arguments = Stream.concat(
                        Stream.of("credentials", lamp.toString(), "--format", "mosquitto"), Stream.of(options))
                .toArray(String[]::new);
        CliRun run = CliRun.of(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out()
                .lines()
                .filter(line -> line.startsWith(program))
                .findFirst()
                .orElseThrow();
    }

    private static Result execute(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        boolean ended = process.waitFor(20, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as("ended in time: " + command).isTrue();
        return new Result(
                process.exitValue(), new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private record Result(int code, String output) {}
}
