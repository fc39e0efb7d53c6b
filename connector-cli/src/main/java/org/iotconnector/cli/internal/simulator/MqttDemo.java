package org.iotconnector.cli.internal.simulator;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;

/** The demo's lamp on a simulated broker that anybody may use, behind TLS on a free port. */
final class MqttDemo extends SimulatedDemo {
    private static final String SWITCH_TOPIC = DemoSet.DEVICE_NAME + "/" + VirtualLamp.SWITCH;

    MqttDemo() {
        super(Simulator.builder()
                .mqtt(settings -> settings.listen(Transport.TLS, 0).allowAnonymous(true)));
    }

    @Override
    public String id() {
        return "mqtt";
    }

    @Override
    Map<String, String> lamp() {
        return Map.of(
                "deviceName",
                DemoSet.DEVICE_NAME,
                "endpoint",
                simulator().mqtt().mqttsUri().toString());
    }

    @Override
    public CompletableFuture<Answer> switchLight(boolean on) {
        return answeredByReport(
                simulator().mqtt(),
                () -> {
                    simulator().mqtt().awaitSubscribed(SWITCH_TOPIC + "/set", ANSWER_LIMIT);
                    simulator().mqtt().publish(SWITCH_TOPIC + "/set", Boolean.toString(on), 1, false);
                },
                SWITCH_TOPIC,
                Boolean.toString(on));
    }
}
