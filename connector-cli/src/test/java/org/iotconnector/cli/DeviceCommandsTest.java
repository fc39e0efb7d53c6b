package org.iotconnector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.aliyun.AliyunDevice;
import org.iotconnector.simulator.aliyun.DeviceReply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeviceCommandsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Simulator simulator = Simulator.demo();

    @TempDir
    Path folder;

    private Path lamp;

    @BeforeEach
    void writeSettings() {
        lamp = Lamp.file(folder, simulator.aliyun().mqttUri().toString());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void report_ofValues_isAcknowledgedAndReplied() {
        CliRun run = CliRun.of("report", lamp.toString(), "LightSwitch=true", "CurrentLedADC=512");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "reported LightSwitch=true CurrentLedADC=512",
                        "acknowledged by the server",
                        "replied 200 success");
        assertThat(device().property("CurrentLedADC")).contains(512);
    }

    @Test
    void report_asJson_isOneObject() {
        CliRun run = CliRun.of("report", lamp.toString(), "LightSwitch=true", "--json");

        JsonNode answer = JsonMapper.shared().readTree(run.out());
        assertThat(answer.get("acknowledged").asBoolean()).isTrue();
        assertThat(answer.get("code").asInt()).isEqualTo(200);
        assertThat(answer.get("text").asString()).isEqualTo("success");
    }

    @Test
    void report_withThingModel_takesItsTypes() {
        Lamp.thingModel(folder);

        CliRun run = CliRun.of(
                "report",
                lamp.toString(),
                "LightSwitch=on",
                "--thing-model",
                folder.resolve("lamp-tsl.json").toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("LightSwitch=true").contains("replied 200");
    }

    @Test
    void report_ofUnknownProperty_namesTheNearest() {
        Lamp.thingModel(folder);

        CliRun run = CliRun.of(
                "report",
                lamp.toString(),
                "LightSwich=1",
                "--thing-model",
                folder.resolve("lamp-tsl.json").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("did you mean LightSwitch?");
    }

    @Test
    void report_ofEvent_reachesThePlatform() {
        CliRun run = CliRun.of("report", lamp.toString(), "--event", "overheat", "Temperature=81.5");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(device().events()).hasSize(1);
    }

    @Test
    void report_ofNothing_isWrongUsage() {
        CliRun run = CliRun.of("report", lamp.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("nothing to report");
    }

    @Test
    void report_withWrongSecret_failsWithTheReason() {
        String wrong = Lamp.SECRET.replace('0', '9');

        CliRun run = new CliRun()
                .variable("OTHER", wrong)
                .run("report", lamp.toString(), "a=1", "--device-secret-env", "OTHER");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .contains("refused user name or password")
                .contains("code 4")
                .doesNotContain(wrong, "\tat ");
    }

    @Test
    void report_whereNobodyListens_failsInTimeAndSaysWhy() {
        simulator.aliyun().stopListening();

        CliRun run = CliRun.of("report", lamp.toString(), "a=1", "--timeout", "500ms");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Nothing accepts connections").contains("Not online after 0.5 s");
    }

    @Test
    void report_whoseReplyIsLost_failsAfterTheTimeout() {
        simulator.aliyun().inject(new Fault.LoseReply(Fault.ALWAYS));

        CliRun run = CliRun.of("report", lamp.toString(), "LightSwitch=1", "--timeout", "500ms");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("acknowledged by the server");
        assertThat(run.err()).contains("No reply of the platform came within 0.5 s");
    }

    @Test
    void report_overTls_trustsTheFileGiven() {
        Path ca = folder.resolve("ca.pem");
        simulator.writeCaCertificate(ca);

        CliRun run = CliRun.of(
                "report",
                lamp.toString(),
                "LightSwitch=1",
                "--endpoint",
                simulator.aliyun().mqttsUri().toString(),
                "--trust-file",
                ca.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void report_overTlsToAStranger_failsAtOnce() {
        CliRun run = CliRun.of(
                "report",
                lamp.toString(),
                "a=1",
                "--endpoint",
                simulator.aliyun().mqttsUri().toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("trustFile");
    }

    @Test
    void watch_ofASet_showsAnswersAndReportsBack() throws Exception {
        CliRun run = new CliRun().liveClock();
        CompletableFuture<CliRun> watching = run.start("watch", lamp.toString());
        DeviceReply reply = set(Map.of("LightSwitch", 1));
        Waiting.until(() -> run.out().contains("replied 200"));

        run.interrupt();

        assertThat(watching.get(20, TimeUnit.SECONDS).code()).isZero();
        assertThat(reply.isSuccess()).isTrue();
        assertThat(run.out())
                .contains("ONLINE")
                .contains("set       LightSwitch=1")
                .contains("sent      accepted 2");
        assertThat(device().property("LightSwitch")).isPresent();
    }

    @Test
    void watch_withoutEcho_reportsNothing() throws Exception {
        CliRun run = new CliRun().liveClock();
        CompletableFuture<CliRun> watching = run.start("watch", lamp.toString(), "--no-echo");
        DeviceReply reply = set(Map.of("LightSwitch", 1));

        run.interrupt();

        assertThat(watching.get(20, TimeUnit.SECONDS).code()).isZero();
        assertThat(reply.isSuccess()).isTrue();
        assertThat(run.out()).contains("set  ").doesNotContain("report  ");
    }

    @Test
    void watch_ofAServiceCall_showsIt() throws Exception {
        CliRun run = new CliRun().liveClock();
        CompletableFuture<CliRun> watching = run.start("watch", lamp.toString(), "--service", "blink", "--json");
        awaitSubscribed("/sys/a1Demo0Prod/lamp-1/thing/service/blink");

        DeviceReply reply = device().invoke("blink", Map.of("Times", 3)).get(20, TimeUnit.SECONDS);
        run.interrupt();

        assertThat(watching.get(20, TimeUnit.SECONDS).code()).isZero();
        assertThat(reply.isSuccess()).isTrue();
        assertThat(run.out().lines().map(line -> JsonMapper.shared().readTree(line)))
                .anySatisfy(
                        event -> assertThat(event.path("service").asString("")).isEqualTo("blink"));
    }

    @Test
    void watch_withWrongSecret_endsWithTheReason() {
        CliRun run = new CliRun()
                .variable("OTHER", "wrong-secret-of-nobody")
                .run("watch", lamp.toString(), "--device-secret-env", "OTHER", "--for", "20s");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("refused user name or password").doesNotContain("wrong-secret-of-nobody");
    }

    @Test
    void watch_forATime_endsByItself() {
        CliRun run = CliRun.of("watch", lamp.toString(), "--for", "2s");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("ONLINE");
    }

    private DeviceReply set(Map<String, Object> values)
            throws ExecutionException, InterruptedException, TimeoutException {
        awaitSubscribed("/sys/a1Demo0Prod/lamp-1/thing/service/property/set");
        return device().set(values).get(20, TimeUnit.SECONDS);
    }

    private void awaitSubscribed(String topic) {
        device().awaitSubscribed(topic, LIMIT);
    }

    private AliyunDevice device() {
        return simulator.aliyun().device(Lamp.DEVICE);
    }
}
