package org.iotconnector.samples.aliyunlamp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.iotconnector.samples.common.SecrecyContract;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.junit.SimulatorExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

class LampSecrecyTest extends SecrecyContract {
    private static final String WRONG = "5e6f708192a3b4c5d6e7f8091a2b3c4d";

    @RegisterExtension
    final SimulatorExtension extension = new SimulatorExtension();

    @Override
    protected String mainClass() {
        return AliyunLamp.class.getName();
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("the secret", DemoSet.DEVICE_SECRET, "the wrong secret", WRONG);
    }

    @Override
    protected List<Run> runs(Path files) throws Exception {
        Path authority = files.resolve("ca.pem");
        extension.simulator().writeCaCertificate(authority);
        String lines = "platform: aliyun\nproductKey: a1Demo0Prod\ndeviceName: lamp-1\nendpoint: "
                + extension.simulator().aliyun().mqttsUri() + "\ntrustFile: " + authority + "\n";
        String good = Files.writeString(files.resolve("lamp.yaml"), lines + "deviceSecret: ${LAMP_SECRET}\n")
                .toString();
        String broken = Files.writeString(files.resolve("broken.yaml"), lines + "deviceSecret: \"" + WRONG + "\n")
                .toString();
        return List.of(
                new Run("simulated", List.of("--mock", "--for", "1s"), Map.of(), 0),
                new Run(
                        "right",
                        List.of("--mock", "--for", "1s", good),
                        Map.of("LAMP_SECRET", DemoSet.DEVICE_SECRET),
                        0),
                new Run("wrong", List.of("--mock", good), Map.of("LAMP_SECRET", WRONG), 1),
                new Run("broken", List.of("--mock", broken), Map.of(), 1));
    }
}
