package org.iotconnector.samples.adafruitdashboard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.iotconnector.samples.common.SecrecyContract;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.junit.SimulatorExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

class DashboardSecrecyTest extends SecrecyContract {
    private static final String WRONG = "aio_Nc6Lh1Jd5Vq8sK2mZx7Wp4Rt9Yb3";

    @RegisterExtension
    final SimulatorExtension extension = SimulatorExtension.of(builder -> builder.demoAdafruit());

    @Override
    protected String mainClass() {
        return Greenhouse.class.getName();
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("the simulated key", SimulatedCloud.KEY, "the key", DemoSet.ADAFRUIT_KEY, "the wrong key", WRONG);
    }

    @Override
    protected List<Run> runs(Path files) throws Exception {
        String lines =
                "platform: adafruit\nusername: demo\nname: greenhouse\ngroup: greenhouse\nsettable: [dimmer]\nendpoint: "
                        + extension.simulator().adafruit().mqttUri() + "\napiEndpoint: "
                        + extension.simulator().adafruit().httpUri().resolve("/api/v2") + "\n";
        String good = Files.writeString(files.resolve("greenhouse.yaml"), lines + "key: ${ADAFRUIT_KEY}\n")
                .toString();
        String broken = Files.writeString(files.resolve("broken.yaml"), lines + "key: 'a b " + WRONG + "'\n")
                .toString();
        return List.of(
                new Run("simulated", List.of("--for", "1s"), Map.of(), 0),
                new Run("right", List.of("--for", "1s", good), Map.of("ADAFRUIT_KEY", DemoSet.ADAFRUIT_KEY), 0),
                new Run("wrong", List.of(good), Map.of("ADAFRUIT_KEY", WRONG), 1),
                new Run("broken", List.of(broken), Map.of(), 1));
    }
}
