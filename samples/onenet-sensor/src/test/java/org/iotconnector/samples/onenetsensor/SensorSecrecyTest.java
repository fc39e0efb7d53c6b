package org.iotconnector.samples.onenetsensor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.iotconnector.samples.common.SecrecyContract;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.junit.SimulatorExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

class SensorSecrecyTest extends SecrecyContract {
    private static final String WRONG = "YW5vdGhlci1rZXktb2Ytb25lLWRldmljZS0zMi1ieXQ=";

    @RegisterExtension
    final SimulatorExtension extension = SimulatorExtension.of(builder -> builder.demoOneNet());

    @Override
    protected String mainClass() {
        return ClimateSensor.class.getName();
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of(
                "the simulated key", SimulatedCloud.KEY, "the key", DemoSet.ONENET_DEVICE_KEY, "the wrong key", WRONG);
    }

    @Override
    protected List<Run> runs(Path files) throws Exception {
        String lines = "platform: onenet\nproductId: Demo0Prod1\ndeviceName: lamp-1\nendpoint: "
                + extension.simulator().onenet().mqttUri() + "\n";
        String good = Files.writeString(files.resolve("sensor.yaml"), lines + "deviceKey: ${SENSOR_KEY}\n")
                .toString();
        String broken = Files.writeString(files.resolve("broken.yaml"), lines + "deviceKey: [\"" + WRONG + "\"]\n")
                .toString();
        return List.of(
                new Run("simulated", List.of("--update", "--for", "1s"), Map.of(), 0),
                new Run("right", List.of("--for", "1s", good), Map.of("SENSOR_KEY", DemoSet.ONENET_DEVICE_KEY), 0),
                new Run("wrong", List.of(good), Map.of("SENSOR_KEY", WRONG), 1),
                new Run("broken", List.of(broken), Map.of(), 1));
    }
}
