package org.iotconnector.cli.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.tck.LoudProcess;
import org.iotconnector.tck.SecretSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command as a process of its own, its secret in the environment, and looks at the process list meanwhile. */
class ProcessListTest {
    private static final int AT_A_TIME = 3;

    @TempDir
    private Path folder;

    /** A command line for each command, by the words that name it. */
    private Map<String, List<String>> commands(SimulatedPlatforms platforms) {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        for (Account account : Accounts.ALL) {
            String file =
                    account.bare(folder, platforms.endpoint(account.server())).toString();
            commands.put("credentials " + account.platform(), List.of(file, "--json"));
        }
        String aliyun = folder.resolve("aliyun-bare.yaml").toString();
        String easyiot = folder.resolve("easyiot-bare.yaml").toString();
        String history = folder.resolve("history.db").toString();
        commands.put("credentials", List.of(aliyun));
        commands.put("report", List.of(folder.resolve("mqtt-bare.yaml").toString(), "temperature=21"));
        commands.put("watch", List.of(aliyun, "--for", "1s"));
        commands.put("history record", List.of(easyiot, history, "--for", "500ms"));
        commands.put("history", List.of("--help"));
        commands.put("history list", List.of(history));
        commands.put("history export", List.of(history));
        commands.put("history plot", List.of(history, "--help"));
        commands.put("demo", List.of("onenet", "--for", "2s"));
        commands.put("simulate", List.of(folder.resolve("simulator.yaml").toString(), "--for", "100ms"));
        commands.put("completion", List.of());
        return commands;
    }

    @Test
    void processList_duringAnyCommand_showsNoSecret() throws Exception {
        try (var model = DemoSet.class.getResourceAsStream("lamp-tsl.json")) {
            Files.copy(model, folder.resolve("lamp-tsl.json"));
        }
        SecretSearch secrets = SecretSearch.of(Accounts.secrets());
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try (SimulatedPlatforms platforms = new SimulatedPlatforms(folder)) {
            Map<String, List<String>> commands = commands(platforms);
            assertThat(commands.keySet())
                    .as("every command of iotc has a line here")
                    .containsExactlyInAnyOrderElementsOf(CommandTree.paths().stream()
                            .map(words -> String.join(" ", words))
                            .toList());

            // What the others read is written first.
            List<LoudProcess> ended =
                    new ArrayList<>(List.of(run("history record", commands.remove("history record"))));
            commands.entrySet().stream()
                    .map(each -> CompletableFuture.supplyAsync(() -> run(each.getKey(), each.getValue()), threads))
                    .toList()
                    .forEach(each -> ended.add(each.join()));
            ended.add(platforms.process());

            for (LoudProcess each : ended) {
                assertThat(each.commandLines()).isNotEmpty().anyMatch(line -> line.contains("iotconnector.cli.Main"));
                assertThat(secrets.findIn(String.join("\n", each.commandLines())))
                        .isEmpty();
                assertThat(secrets.findIn(each.err())).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private LoudProcess run(String command, List<String> arguments) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Account account : Accounts.ALL) {
            variables.put(account.variable(), account.secret());
        }
        // Several platforms call it the same; the command that logs in with it is about this one.
        variables.put(Accounts.MQTT.variable(), Accounts.MQTT.secret());
        List<String> all = new ArrayList<>(List.of(command.split(" ", -1)));
        all.addAll(arguments);
        LoudProcess process =
                LoudProcess.start(folder, command.replace(' ', '-'), "org.iotconnector.cli.Main", variables, all);
        int code = process.exitCode();
        // On a busy machine a second may not be enough to get online, which watch tells as a failure.
        if (!command.equals("watch")) {
            assertThat(code).as(command + ": " + process.err()).isZero();
        }
        return process;
    }
}
