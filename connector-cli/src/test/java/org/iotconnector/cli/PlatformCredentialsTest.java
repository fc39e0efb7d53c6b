package org.iotconnector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins of platforms that have no thing model, or no client identifier. */
class PlatformCredentialsTest {
    @TempDir
    private Path folder;

    private String adafruit() {
        return Lamp.write(
                        folder.resolve("a.yaml"),
                        "platform: adafruit\nusername: demo\nkey: aio_demoDEMOdemoDEMOdemoDEMOdemo\n")
                .toString();
    }

    @Test
    void mosquitto_deviceThatNamesItsProperties_reportsThose() {
        String settings = Lamp.write(
                        folder.resolve("s.yaml"), "platform: siot\nsiotVersion: v2\ntopics:\n  light: lamp\n")
                .toString();

        CliRun run = CliRun.of("credentials", settings, "--format", "mosquitto");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Reports light=1 once").contains("-t siot/lamp");
    }

    @Test
    void text_clientIdentifierThatTheServerChooses_saysSo() {
        CliRun run = CliRun.of("credentials", adafruit());

        assertThat(run.out()).contains("client id   (empty: the server chooses one)");
    }

    @Test
    void mosquitto_clientIdentifierThatTheServerChooses_isLeftOut() {
        CliRun run = CliRun.of("credentials", adafruit(), "--format", "mosquitto");

        assertThat(run.out()).contains("mosquitto_pub", "-u demo").doesNotContain(" -i ");
    }
}
