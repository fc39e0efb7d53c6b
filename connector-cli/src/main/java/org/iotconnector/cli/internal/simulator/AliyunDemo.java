package org.iotconnector.cli.internal.simulator;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;

/** The demo's lamp on the simulated Aliyun IoT, behind TLS on a free port. */
final class AliyunDemo extends SimulatedDemo {
    AliyunDemo() {
        super(Simulator.builder().demoAliyun(settings -> settings.listen(Transport.TLS, 0)));
    }

    @Override
    public String id() {
        return "aliyun";
    }

    @Override
    Map<String, String> lamp() {
        return Map.of(
                "productKey", DemoSet.PRODUCT_KEY,
                "deviceName", DemoSet.DEVICE_NAME,
                "deviceSecret", DemoSet.DEVICE_SECRET,
                "endpoint", simulator().aliyun().mqttsUri().toString());
    }

    @Override
    public CompletableFuture<Answer> switchLight(boolean on) {
        return simulator()
                .aliyun()
                .device(DemoSet.PRODUCT_KEY + "/" + DemoSet.DEVICE_NAME)
                .set(Map.of(VirtualLamp.SWITCH, on ? 1 : 0), ANSWER_LIMIT)
                .thenApply(reply -> answer(reply.isSuccess(), reply.code(), reply.outcome()));
    }
}
