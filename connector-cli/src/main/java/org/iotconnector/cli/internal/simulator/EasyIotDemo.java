package org.iotconnector.cli.internal.simulator;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;

/** The demo's lamp on the simulated Easy IoT, which has no TLS: its switch is one topic, its light sensor another. */
final class EasyIotDemo extends SimulatedDemo {
    private static final String SWITCH_TOPIC = DemoSet.EASYIOT_TOPIC;
    private static final String ADC_TOPIC = "q4F3DXyDg";

    EasyIotDemo() {
        super(Simulator.builder()
                .easyiot(settings -> settings.listen(Transport.TCP, 0)
                        .account(DemoSet.EASYIOT_ID, DemoSet.EASYIOT_PASSWORD, SWITCH_TOPIC, ADC_TOPIC)));
    }

    @Override
    public String id() {
        return "easyiot";
    }

    @Override
    Map<String, String> lamp() {
        return Map.of(
                "iotId",
                DemoSet.EASYIOT_ID,
                "iotPwd",
                DemoSet.EASYIOT_PASSWORD,
                "topics",
                VirtualLamp.SWITCH + "=" + SWITCH_TOPIC + "," + VirtualLamp.ADC + "=" + ADC_TOPIC,
                // The lamp reports at once what it was told; the real platform is spared that.
                "pacing",
                "false",
                "endpoint",
                simulator().easyiot().mqttUri().toString());
    }

    @Override
    public CompletableFuture<Answer> switchLight(boolean on) {
        String word = on ? "on" : "off";
        return answeredByReport(
                simulator().easyiot(),
                () -> {
                    simulator().easyiot().device(SWITCH_TOPIC).awaitSubscribed(ANSWER_LIMIT);
                    simulator().easyiot().device(SWITCH_TOPIC).send(word);
                },
                SWITCH_TOPIC,
                word);
    }
}
