package org.iotconnector.cli.internal.simulator;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;

/** The demo's lamp on the simulated OneNET, behind TLS on a free port. */
final class OneNetDemo extends SimulatedDemo {
    OneNetDemo() {
        super(Simulator.builder().demoOneNet(settings -> settings.listen(Transport.TLS, 0)));
    }

    @Override
    public String id() {
        return "onenet";
    }

    @Override
    Map<String, String> lamp() {
        return Map.of(
                "productId", DemoSet.ONENET_PRODUCT_ID,
                "deviceName", DemoSet.DEVICE_NAME,
                "deviceKey", DemoSet.ONENET_DEVICE_KEY,
                // The lamp answers and reports within one second, which the real platform may slow down.
                "publishRate", "5",
                "endpoint", simulator().onenet().mqttsUri().toString());
    }

    @Override
    public CompletableFuture<Answer> switchLight(boolean on) {
        return simulator()
                .onenet()
                .device(DemoSet.ONENET_PRODUCT_ID + "/" + DemoSet.DEVICE_NAME)
                .set(Map.of(VirtualLamp.SWITCH, on), ANSWER_LIMIT)
                .thenApply(reply -> answer(reply.isSuccess(), reply.code(), reply.outcome()));
    }
}
