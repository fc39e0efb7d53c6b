package org.iotconnector.adafruit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.ReceivedMessage;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.adafruit.AdafruitAccount;
import org.iotconnector.simulator.adafruit.AdafruitFeed;
import org.iotconnector.simulator.adafruit.AdafruitLimits;
import org.iotconnector.simulator.adafruit.AdafruitPlan;
import org.iotconnector.simulator.adafruit.AdafruitSimulator;
import org.iotconnector.tck.ContractPlatform;

/** The simulated platform with one account that has what it pays for, as the contract kit wants to see it. */
final class SimulatedAdafruit implements ContractPlatform {
    /** An account from which the device's own is lent a feed. */
    static final String NEIGHBOUR = "neighbour";

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String SWITCH = "switch";
    private static final String LEVEL_TOPIC = "tester/f/level";
    private static final String SWITCH_TOPIC = "tester/f/switch";

    private final Simulator simulator;
    private final AdafruitSimulator platform;
    private final AdafruitAccount account;
    private final AdafruitFeed lamp;

    SimulatedAdafruit() {
        this(AdafruitPlan.PLUS.withDataRate(1_000));
    }

    SimulatedAdafruit(AdafruitPlan plan) {
        simulator = Simulator.builder()
                .adafruit(adafruit -> adafruit.listen(Transport.TCP, 0)
                        .listen(Transport.WS, 0)
                        // The kit reconnects and is refused at a pace at which the platform bans.
                        .limits(AdafruitLimits.builder().connects(1_000).build())
                        .account(Devices.USERNAME, Devices.KEY, plan)
                        .account(NEIGHBOUR, "aio_neighbour", plan))
                .start();
        platform = simulator.adafruit();
        account = platform.account(Devices.USERNAME);
        lamp = account.createFeed("default", SWITCH);
    }

    AdafruitSimulator platform() {
        return platform;
    }

    AdafruitAccount account() {
        return account;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("endpoint", platform.mqttUri().toString());
    }

    @Override
    public List<Values> reports() {
        return platform.received().stream()
                .filter(ReceivedMessage::isAccepted)
                .filter(message -> message.topic().equals(LEVEL_TOPIC))
                .map(message -> Values.of("level", Long.parseLong(message.text())))
                .toList();
    }

    @Override
    public long acceptedConnects() {
        return platform.counters().connectsAccepted();
    }

    @Override
    public CompletableFuture<OptionalInt> set(Values values) {
        Value value = values.get(SWITCH);
        return CompletableFuture.supplyAsync(() -> {
            lamp.awaitSubscribed(SWITCH_TOPIC, LIMIT);
            lamp.put(value.asBool() ? "ON" : "OFF");
            return OptionalInt.empty();
        });
    }

    @Override
    public void sendGarbage() {
        lamp.awaitSubscribed(SWITCH_TOPIC, LIMIT);
        account.send(SWITCH_TOPIC, "perhaps");
    }

    @Override
    public void refuseConnects(int code, int times) {
        platform.inject(new Fault.RefuseConnect(code, times));
    }

    @Override
    public void ignoreConnects(int times) {
        platform.inject(new Fault.SilentAccept(times));
    }

    @Override
    public void cutConnections() {
        platform.dropAllConnections();
    }

    @Override
    public void withholdAcknowledgements(int times) {
        platform.inject(new Fault.LosePubAck(times));
    }

    @Override
    public void stop() {
        platform.stopListening();
        platform.dropAllConnections();
    }

    @Override
    public void start() {
        platform.startListening();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
