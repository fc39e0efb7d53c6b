package org.iotconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.iotconnector.simulator.aliyun.AliyunDevice;
import org.iotconnector.simulator.testing.AliyunCredentials;
import org.iotconnector.simulator.testing.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as the mosquitto clients see it, which nobody here wrote. Skipped where they are not installed. */
class MosquittoClientTest {
    private static final String POST = "/sys/a1Demo0Prod/lamp-1/thing/event/property/post";
    private static final String SET = "/sys/a1Demo0Prod/lamp-1/thing/service/property/set";

    private final Simulator simulator = Simulator.demo();
    private final AliyunDevice device = simulator.aliyun().device("a1Demo0Prod/lamp-1");

    @BeforeEach
    void requireMosquitto() {
        assumeTrue(isInstalled(), "mosquitto_pub is not installed");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void mosquittoPub_rightCredentials_reports() throws Exception {
        Result result = run(command(
                "mosquitto_pub",
                simulator.aliyun().mqttUri(),
                AliyunCredentials.lamp(),
                "-t",
                POST,
                "-q",
                "1",
                "-m",
                "{\"id\":\"1\",\"params\":{\"LightSwitch\":1}}"));

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(device.property("LightSwitch")).contains(1);
    }

    @Test
    void mosquittoPub_overTls_reports(@TempDir Path folder) throws Exception {
        Path ca = folder.resolve("ca.pem");
        simulator.writeCaCertificate(ca);

        Result result = run(command(
                "mosquitto_pub",
                simulator.aliyun().mqttsUri(),
                AliyunCredentials.lamp(),
                "-t",
                POST,
                "-q",
                "1",
                "-m",
                "{\"params\":{\"LightSwitch\":1}}",
                "--cafile",
                ca.toString()));

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(device.property("LightSwitch")).contains(1);
    }

    @Test
    void mosquittoPub_mqtt5_reports() throws Exception {
        Result result = run(command(
                "mosquitto_pub",
                simulator.aliyun().mqttUri(),
                AliyunCredentials.lamp(),
                "-t",
                POST,
                "-q",
                "1",
                "-m",
                "{\"params\":{\"LightSwitch\":1}}",
                "-V",
                "mqttv5"));

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(device.property("LightSwitch")).contains(1);
    }

    @Test
    void mosquittoPub_wrongPassword_isRefusedForThatReason() throws Exception {
        Credentials good = AliyunCredentials.lamp();
        Credentials wrong = new Credentials(
                good.clientId(), good.userName(), "00" + good.password().substring(2));

        Result result = run(command("mosquitto_pub", simulator.aliyun().mqttUri(), wrong, "-t", POST, "-m", "x"));

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).containsIgnoringCase("bad user name or password");
    }

    @Test
    void mosquittoSub_cloudSets_printsTheRequest() throws Exception {
        Process process = start(command(
                "mosquitto_sub",
                simulator.aliyun().mqttUri(),
                AliyunCredentials.lamp(),
                "-t",
                SET,
                "-q",
                "1",
                "-C",
                "1",
                "-W",
                "10"));
        device.awaitSubscribed(SET, Duration.ofSeconds(5));

        device.set(Map.of("LightSwitch", 1));

        Result result = finish(process);
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("\"params\":{\"LightSwitch\":1}");
    }

    private record Result(int exitCode, String output) {}

    private static List<String> command(String tool, URI uri, Credentials credentials, String... more) {
        List<String> command = new ArrayList<>(List.of(
                tool,
                "-h",
                uri.getHost(),
                "-p",
                Integer.toString(uri.getPort()),
                "-i",
                credentials.clientId(),
                "-u",
                credentials.userName(),
                "-P",
                credentials.password()));
        command.addAll(List.of(more));
        return command;
    }

    private static Result run(List<String> command) throws IOException, InterruptedException {
        return finish(start(command));
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static Result finish(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), output);
    }

    private static boolean isInstalled() {
        try {
            finish(start(List.of("mosquitto_pub", "--help")));
            return true;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
