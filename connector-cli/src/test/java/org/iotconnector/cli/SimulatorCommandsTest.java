package org.iotconnector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulatorCommandsTest {
    @TempDir
    Path folder;

    @Test
    void simulate_asJson_namesEndpointsThatWork() throws Exception {
        Path ca = folder.resolve("ca.pem");
        CliRun run = new CliRun();
        CompletableFuture<CliRun> simulating =
                run.start("simulate", configuration(0).toString(), "--json", "--ca-file", ca.toString());
        Waiting.until(() -> run.out().endsWith("\n"));
        JsonNode ready = JsonMapper.shared().readTree(run.out());

        CliRun plain = CliRun.of("report", lamp(ready, "aliyun mqtt").toString(), "LightSwitch=1");
        CliRun secure = CliRun.of(
                "report", lamp(ready, "aliyun mqtts").toString(), "LightSwitch=0", "--trust-file", ca.toString());
        run.interrupt();

        assertThat(simulating.get(20, TimeUnit.SECONDS).code()).isZero();
        assertThat(plain.err()).isEmpty();
        assertThat(plain.out()).contains("replied 200");
        assertThat(secure.err()).isEmpty();
        assertThat(secure.out()).contains("replied 200");
    }

    @Test
    void simulate_inText_endsItsEndpointsWithReady() {
        CliRun run = CliRun.of("simulate", configuration(0).toString(), "--for", "100ms");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(3).last().isEqualTo("ready");
        assertThat(run.out()).contains("aliyun mqtt mqtt://127.0.0.1:");
    }

    @Test
    void simulate_onATakenPort_failsAndNamesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            CliRun run =
                    CliRun.of("simulate", configuration(taken.getLocalPort()).toString());

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err())
                    .contains(Integer.toString(taken.getLocalPort()))
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void simulate_withWrongFile_failsAndSaysWhat() {
        Path file = Lamp.write(folder.resolve("simulator.yaml"), "aliyn:\n  mqtt: 0\n");

        CliRun run = CliRun.of("simulate", file.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("aliyn").contains("aliyun");
    }

    @Test
    void demo_forATime_showsEverythingAndSucceeds() {
        CliRun run = new CliRun().liveClock().run("demo", "--for", "3s");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("server      mqtts://127.0.0.1:")
                .contains("client id   a1Demo0Prod.lamp-1|securemode=2,signmethod=hmacsha256|")
                .contains("user name   lamp-1&a1Demo0Prod")
                .contains("password    (redacted)")
                .contains("ONLINE")
                .containsPattern(
                        "report    #1 +LightSwitch=false CurrentLedADC=\\d+ +-> acknowledged \\d+ ms -> replied 200")
                .contains("the platform sets LightSwitch=true")
                .contains("switched on")
                .containsPattern("report    #\\d+ +LightSwitch=true")
                .contains("the platform got the lamp's answer: 200")
                .containsPattern("Delivery ledger   accepted (\\d+) = acknowledged \\1\\R")
                .contains("Everything was acknowledged and replied.")
                .doesNotContain(Lamp.SECRET);
    }

    @Test
    void demo_asJson_isOneObjectPerLine() {
        CliRun run = new CliRun().liveClock().run("demo", "--for", "2s", "--json");

        assertThat(run.code()).isZero();
        JsonNode last = run.out()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(last.get("event").asString()).isEqualTo("end");
        assertThat(last.get("success").asBoolean()).isTrue();
    }

    @Test
    void demo_interrupted_stillSettlesAndSucceeds() throws Exception {
        CliRun run = new CliRun().liveClock();
        CompletableFuture<CliRun> demo = run.start("demo");
        Waiting.until(() -> run.out().contains("lamp's answer: 200"));

        run.interrupt();

        assertThat(demo.get(20, TimeUnit.SECONDS).code()).isZero();
        assertThat(run.out()).contains("Everything was acknowledged and replied.");
    }

    @Test
    void demo_withoutAnythingHappening_isNoSuccess() {
        CliRun run = new CliRun().liveClock().run("demo", "--for", "200ms");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("let it run for some seconds");
    }

    private Path configuration(int port) {
        return Lamp.write(
                folder.resolve("simulator.yaml"),
                "aliyun:\n  mqtt: " + port
                        + "\n  mqtts: 0\n  products:\n    - productKey: a1Demo0Prod\n      devices:\n"
                        + "        - {deviceName: lamp-1, deviceSecret: " + Lamp.SECRET + "}\n");
    }

    private Path lamp(JsonNode ready, String endpoint) {
        for (JsonNode each : ready.get("endpoints")) {
            if (each.get("name").asString().equals(endpoint)) {
                return Lamp.file(folder, URI.create(each.get("uri").asString()).toString());
            }
        }
        throw new AssertionError("No endpoint " + endpoint + " in " + ready);
    }
}
