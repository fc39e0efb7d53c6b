package org.iotconnector.cli.internal.simulator;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.siot.SiotGeneration;

/** The demo's lamp on a simulated SIoT of the second generation, over TCP as in a classroom. */
final class SiotDemo extends SimulatedDemo {
    private static final String SWITCH_TOPIC = "siot/lamp";

    SiotDemo() {
        super(Simulator.builder()
                .siot(settings -> settings.generation(SiotGeneration.V2)
                        .listen(Transport.TCP, 0)
                        .user(DemoSet.SIOT_USERNAME, DemoSet.SIOT_PASSWORD)));
    }

    @Override
    public String id() {
        return "siot";
    }

    @Override
    Map<String, String> lamp() {
        return Map.of(
                "siotVersion",
                "v2",
                "topics",
                VirtualLamp.SWITCH + "=lamp," + VirtualLamp.ADC + "=light",
                "pacing",
                "false",
                "endpoint",
                simulator().siot().mqttUri().toString());
    }

    @Override
    public CompletableFuture<Answer> switchLight(boolean on) {
        String word = on ? "on" : "off";
        return answeredByReport(
                simulator().siot(),
                () -> {
                    simulator().siot().awaitSubscribed(SWITCH_TOPIC, ANSWER_LIMIT);
                    simulator().siot().send(SWITCH_TOPIC, word);
                },
                SWITCH_TOPIC,
                word);
    }
}
