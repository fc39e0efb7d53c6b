package org.iotconnector.samples.classics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.Connector;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerSettingsTest {
    @TempDir
    private Path folder;

    private Optional<Path> file(String text) throws IOException {
        return Optional.of(Files.writeString(folder.resolve("broker.yaml"), text));
    }

    @Test
    void broker_ofTheEnvironment_hasAddressFromTheCommandLineAndLogin() {
        Broker broker = BrokerSettings.read(
                Optional.of("mqtt://127.0.0.1:1883"),
                Optional.empty(),
                "test",
                Map.of("IOTC_USERNAME", "keeper", "IOTC_PASSWORD", "of-the-keys"));

        assertThat(broker.endpoint()).hasToString("mqtt://127.0.0.1:1883");
        assertThat(broker.username()).contains("keeper");
        assertThat(broker.password().map(Secret::reveal)).contains("of-the-keys");
    }

    @Test
    void broker_ofFileAndCommandLine_isWhereTheCommandLineSays() throws IOException {
        Broker broker = BrokerSettings.read(
                Optional.of("mqtt://127.0.0.1:1"),
                file("broker: mqtt://broker.example.com\nusername: keeper\npassword: ${WORD}\n"),
                "test",
                Map.of("WORD", "of-the-keys"));

        assertThat(broker.endpoint().host()).isEqualTo("127.0.0.1");
        assertThat(broker.password()).contains(Secret.of("of-the-keys"));
    }

    @Test
    void broker_toString_hidesThePassword() {
        Broker broker = BrokerSettings.read(
                Optional.of("mqtt://127.0.0.1:1883"), Optional.empty(), "test", Map.of("IOTC_PASSWORD", "of-the-keys"));

        assertThat(broker.toString()).doesNotContain("of-the-keys");
    }

    @Test
    void broker_whoseFileNamesNone_asksForTheAddress() throws IOException {
        Optional<Path> file = file("username: keeper\n");

        assertThatThrownBy(() -> BrokerSettings.read(Optional.empty(), file, "test", Map.of()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("broker")
                .hasMessageContaining("mqtts://");
    }

    @Test
    void broker_withPasswordBehindTls_letsTheExerciseIn() throws IOException {
        try (Simulator simulator = Simulator.builder()
                        .mqtt(mqtt -> mqtt.listen(Transport.TLS, 0)
                                .allowAnonymous(false)
                                .user("keeper", "of-the-keys"))
                        .start();
                Connector connector = Connector.create()) {
            simulator.writeCaCertificate(folder.resolve("ca.pem"));
            Files.writeString(folder.resolve("password"), "of-the-keys\n");
            Broker broker = BrokerSettings.read(
                    Optional.empty(),
                    file("broker: " + simulator.mqtt().mqttsUri()
                            + "\nusername: keeper\npasswordFile: password\ntrustFile: ca.pem\n"),
                    "test",
                    Map.of());

            assertThat(broker.connect(connector, "login").state().phase().name())
                    .isEqualTo("ONLINE");
        }
    }
}
