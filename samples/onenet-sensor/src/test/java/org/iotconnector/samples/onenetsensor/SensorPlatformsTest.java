package org.iotconnector.samples.onenetsensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.samples.common.CapturedOutput;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One device class on two platforms: nothing but the settings file differs. */
class SensorPlatformsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Path ONENET_MODEL = Path.of("src/main/resources/sensor-onenet.json");
    private static final Path TSL = Path.of("sensor-tsl.json");

    @RegisterExtension
    final CapturedOutput output = new CapturedOutput();

    @TempDir
    private Path folder;

    private final Simulator simulator = Simulator.builder()
            .aliyun(aliyun -> aliyun.product(
                    "a1Demo0Prod", product -> product.thingModel(TSL).device("sensor-1", SECRET)))
            .onenet(onenet -> onenet.listen(Transport.TCP, 0)
                    .product(
                            "Demo0Prod1",
                            product -> product.thingModel(ONENET_MODEL).device("sensor-1", KEY)))
            .start();

    @AfterEach
    void close() {
        simulator.close();
    }

    private Path settings(String yaml) throws IOException {
        return Files.writeString(folder.resolve("sensor.yaml"), yaml);
    }

    /** The same for every platform. */
    private void runSensor(Path settings, Supplier<Boolean> reportArrived, Supplier<Boolean> setThreshold)
            throws InterruptedException {
        try (Connector connector = Connector.create()) {
            Device device = connector.open(settings);
            ClimateSensor sensor = new ClimateSensor(device, new Climate() {
                @Override
                public double temperature() {
                    return 31.5;
                }

                @Override
                public double humidity() {
                    return 40.0;
                }
            });
            device.awaitOnline(LIMIT);

            sensor.report();
            String reported = output.textWith("platform replies 200", LIMIT);
            boolean arrived = reportArrived.get();
            boolean set = setThreshold.get();

            assertThat(reported).contains("platform replies 200").contains("warns: hotter than 26.0");
            assertThat(arrived).isTrue();
            assertThat(set).isTrue();
            assertThat(output.textWith("takes the threshold 30.0", LIMIT)).contains("takes the threshold 30.0");
        }
    }

    @Test
    void sensor_withASettingsFileForOneNet_runsThere() throws Exception {
        var cloud = simulator.onenet().device("Demo0Prod1/sensor-1");
        Path settings = settings("""
                platform: onenet
                productId: Demo0Prod1
                deviceName: sensor-1
                deviceKey: %s
                publishRate: 0
                thingModel: %s
                endpoint: %s
                """.formatted(
                        KEY, ONENET_MODEL.toAbsolutePath(), simulator.onenet().mqttUri()));

        runSensor(
                settings,
                () -> cloud.property("temperature").isPresent(),
                () -> cloud.set(Map.of("threshold", 30.0)).join().isSuccess());
    }

    @Test
    void sensor_withASettingsFileForAliyun_runsThere() throws Exception {
        var cloud = simulator.aliyun().device("a1Demo0Prod/sensor-1");
        Path settings = settings(
                """
                platform: aliyun
                productKey: a1Demo0Prod
                deviceName: sensor-1
                deviceSecret: %s
                thingModel: %s
                endpoint: %s
                """.formatted(SECRET, TSL.toAbsolutePath(), simulator.aliyun().mqttUri()));

        runSensor(
                settings,
                () -> cloud.property("temperature").isPresent(),
                () -> cloud.set(Map.of("threshold", 30.0)).join().isSuccess());
    }
}
