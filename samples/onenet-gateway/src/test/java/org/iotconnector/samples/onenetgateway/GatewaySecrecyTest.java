package org.iotconnector.samples.onenetgateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.iotconnector.samples.common.SecrecyContract;
import org.iotconnector.simulator.junit.SimulatorExtension;
import org.iotconnector.simulator.onenet.NodeType;
import org.junit.jupiter.api.extension.RegisterExtension;

class GatewaySecrecyTest extends SecrecyContract {
    private static final String HUB = "aHViLWtleS1ub2JvZHktc2hvdWxkLWV2ZXItc2VlLSE=";
    private static final String SUB_DEVICE = "c3ViLWtleS1ub2JvZHktc2hvdWxkLWV2ZXItc2VlLSE=";
    private static final String WRONG = "YW5vdGhlci1rZXktb2Ytb25lLWRldmljZS0zMi1ieXQ=";

    @RegisterExtension
    final SimulatorExtension extension = SimulatorExtension.of(builder -> builder.onenet(onenet -> onenet.product(
                    "Demo0Gate1", product -> product.nodeType(NodeType.GATEWAY).device("hub-1", HUB))
            .product(
                    "Demo0Sub01",
                    product -> product.nodeType(NodeType.SUB_DEVICE)
                            .device("thermometer-1", SUB_DEVICE)
                            .device("plug-1", SUB_DEVICE))));

    @Override
    protected String mainClass() {
        return HomeGateway.class.getName();
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("the simulated key", SimulatedHome.KEY, "hub", HUB, "sub-device", SUB_DEVICE, "wrong", WRONG);
    }

    @Override
    protected List<Run> runs(Path files) throws Exception {
        String hub =
                "platform: onenet\nproductId: Demo0Gate1\ndeviceName: hub-1\ndeviceKey: ${HUB_KEY}\npublishRate: 10\nendpoint: "
                        + extension.simulator().onenet().mqttUri() + "\n";
        Files.writeString(files.resolve("hub.yaml"), hub);
        for (String name : List.of("thermometer", "plug")) {
            Files.writeString(
                    files.resolve(name + ".yaml"),
                    "platform: onenet\ngateway: hub.yaml\nbindToGateway: true\nproductId: Demo0Sub01\ndeviceName: "
                            + name + "-1\ndeviceKey: ${SUB_KEY}\n");
        }
        return List.of(
                new Run("simulated", List.of("--for", "1s"), Map.of(), 0),
                new Run(
                        "right",
                        List.of("--for", "1s", files.toString()),
                        Map.of("HUB_KEY", HUB, "SUB_KEY", SUB_DEVICE),
                        0),
                new Run("wrong", List.of(files.toString()), Map.of("HUB_KEY", WRONG, "SUB_KEY", SUB_DEVICE), 1),
                new Run("broken", List.of(files.toString()), Map.of("HUB_KEY", WRONG + "%", "SUB_KEY", SUB_DEVICE), 1));
    }
}
