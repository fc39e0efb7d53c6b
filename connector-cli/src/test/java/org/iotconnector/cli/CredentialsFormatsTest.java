package org.iotconnector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CredentialsFormatsTest {
    private static final String CA = """
            -----BEGIN CERTIFICATE-----
            MIIBszCCAVmgAwIBAgIUQ2VydGlmaWNhdGVPZk5vYm9keTAKBggqhkjOPQQDAjAA
            -----END CERTIFICATE-----
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "text, mqtt, credentials.txt",
        "json, mqtt, credentials.json",
        "env, mqtt, credentials.env",
        "mosquitto, mqtt, credentials.mosquitto",
        "mosquitto, mqtts, credentials-tls.mosquitto",
        "micropython, mqtt, credentials.py",
        "micropython, mqtts, credentials-tls.py",
        "arduino, mqtt, credentials.ino",
        "arduino, mqtts, credentials-tls.ino"
    })
    void credentials_inFormat_equalTheGoldenFile(String format, String scheme, String golden) throws IOException {
        Path lamp = Lamp.file(folder, scheme + "://iot.example.com:8883", "timestamp: '1700000000000'");

        CliRun run = CliRun.of("credentials", lamp.toString(), "--format", format);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo(golden(golden));
    }

    @Test
    void credentials_asJson_haveExactlyTheKeysPromised() {
        Path lamp = Lamp.file(folder, "mqtt://127.0.0.1:1884", "keepAlive: 2m");

        CliRun run = CliRun.of("credentials", "aliyun", lamp.toString(), "--json");

        JsonNode login = JsonMapper.shared().readTree(run.out());
        assertThat(login.propertyNames())
                .containsExactly("host", "port", "tls", "clientId", "username", "password", "keepAlive");
        assertThat(login.get("port").isInt()).isTrue();
        assertThat(login.get("tls").isBoolean()).isTrue();
        assertThat(login.get("keepAlive").asInt()).isEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"micropython", "arduino"})
    void program_withTrustFile_carriesTheCertificate(String format) {
        Path ca = Lamp.write(folder.resolve("ca.pem"), CA);
        Path lamp = Lamp.file(folder, "mqtts://iot.example.com:8883", "trustFile: ca.pem");

        CliRun run = CliRun.of("credentials", lamp.toString(), "--format", format);

        assertThat(ca).exists();
        assertThat(run.out()).contains("MIIBszCCAVmgAwIBAgIUQ2VydGlmaWNhdGVPZk5vYm9keTAKBggqhkjOPQQDAjAA");
    }

    @Test
    void mosquitto_withTrustFile_namesIt() {
        Path ca = Lamp.write(folder.resolve("ca of mine.pem"), CA);
        Path lamp = Lamp.file(folder, "mqtts://iot.example.com:8883", "trustFile: ca of mine.pem");

        CliRun run = CliRun.of("credentials", lamp.toString(), "--format", "mosquitto");

        assertThat(run.out()).contains("--cafile '" + ca.toAbsolutePath() + "'");
    }

    @Test
    void micropython_ofThingModel_reportsItsProperties() {
        Lamp.thingModel(folder);
        Path lamp = Lamp.file(folder, "mqtt://127.0.0.1:1884", "thingModel: lamp-tsl.json");

        CliRun run = CliRun.of("credentials", lamp.toString(), "--format", "micropython");

        assertThat(run.out()).contains("\\\"LightSwitch\\\":1,\\\"LightBrightness\\\":0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mosquitto", "micropython", "arduino"})
    void credentials_forClientWithoutWebSocket_areRefused(String format) {
        Path lamp = Lamp.file(folder, "ws://127.0.0.1:80/mqtt");

        CliRun run = CliRun.of("credentials", lamp.toString(), "--format", format);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("WebSocket").contains("mqtt://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "env", "mosquitto", "micropython", "arduino"})
    void credentials_inAnyFormat_neverHoldTheSecret(String format) {
        Path lamp = Lamp.file(folder, "mqtts://127.0.0.1:8883");

        CliRun run = CliRun.of("credentials", lamp.toString(), "--format", format, "--verbose");

        assertThat(run.code()).isZero();
        assertThat(run.out() + run.err()).doesNotContain(Lamp.SECRET);
    }

    @Test
    void credentials_withTimestampNow_signTheTime() {
        Path lamp = Lamp.file(folder, "mqtt://127.0.0.1:1884");

        CliRun run = CliRun.of("credentials", lamp.toString(), "--timestamp", "now");

        assertThat(run.out()).contains("timestamp=1795256130000|");
    }

    @Test
    void options_beforeThePlatform_workToo() {
        Path lamp = Lamp.file(folder, "mqtt://127.0.0.1:1884");

        List<String> outputs = List.of(
                CliRun.of("credentials", "--format", "env", "--device-name", "lamp-2", "aliyun", lamp.toString())
                        .out(),
                CliRun.of("credentials", "aliyun", lamp.toString(), "--device-name", "lamp-2", "--format", "env")
                        .out());

        assertThat(outputs.get(0)).isEqualTo(outputs.get(1)).contains("lamp-2&a1Demo0Prod");
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = CredentialsFormatsTest.class.getResourceAsStream("/golden/" + name)) {
            assertThat(file).as("golden file " + name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
