package org.iotconnector.cli.internal.simulator;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.adafruit.AdafruitFeed;
import org.iotconnector.simulator.adafruit.AdafruitPlan;

/**
 * The demo's lamp on the simulated Adafruit IO, behind TLS on a free port. The platform has no answers: a device tells what has become
 * of a command by its next report.
 */
final class AdafruitDemo extends SimulatedDemo {
    private static final String SWITCH_FEED = "lightswitch";
    private static final String SWITCH_TOPIC = DemoSet.ADAFRUIT_USERNAME + "/f/" + SWITCH_FEED;
    /** Values a minute; the free plan's 30 would slow the demo down. */
    private static final int RATE = 600;

    AdafruitDemo() {
        super(Simulator.builder()
                .adafruit(settings -> settings.listen(Transport.TLS, 0)
                        .account(
                                DemoSet.ADAFRUIT_USERNAME,
                                DemoSet.ADAFRUIT_KEY,
                                AdafruitPlan.PLUS.withDataRate(RATE))));
    }

    @Override
    public String id() {
        return "adafruit";
    }

    @Override
    Map<String, String> lamp() {
        return Map.of(
                "username",
                DemoSet.ADAFRUIT_USERNAME,
                "key",
                DemoSet.ADAFRUIT_KEY,
                "name",
                "lamp-1",
                "settable",
                VirtualLamp.SWITCH,
                "publishRate",
                Integer.toString(RATE),
                "endpoint",
                simulator().adafruit().mqttsUri().toString());
    }

    @Override
    public CompletableFuture<Answer> switchLight(boolean on) {
        String value = on ? "1" : "0";
        return answeredByReport(
                simulator().adafruit(),
                () -> {
                    AdafruitFeed feed = simulator()
                            .adafruit()
                            .account(DemoSet.ADAFRUIT_USERNAME)
                            .awaitFeed(SWITCH_FEED, ANSWER_LIMIT);
                    feed.awaitSubscribed(SWITCH_TOPIC, ANSWER_LIMIT);
                    feed.put(value);
                },
                SWITCH_TOPIC,
                value);
    }
}
