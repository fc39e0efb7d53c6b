package org.iotconnector.adafruit;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.simulator.adafruit.AdafruitPlan;

/** A simulated platform, a device on it, and what the device heard. */
final class LiveDevice implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(10);

    /** Short waits, so that tests are quick. */
    private static final SessionOptions QUICK = SessionOptions.builder()
            .reconnect(ReconnectPolicy.standard().withDelays(Duration.ofMillis(20), Duration.ofMillis(100)))
            .build();

    private final SimulatedAdafruit simulated;
    private final Connector connector = Connector.create();
    private final Queue<Object> heard = new ConcurrentLinkedQueue<>();

    LiveDevice() {
        this.simulated = new SimulatedAdafruit();
    }

    LiveDevice(AdafruitPlan plan) {
        this.simulated = new SimulatedAdafruit(plan);
    }

    SimulatedAdafruit simulated() {
        return simulated;
    }

    /** The configuration with this platform's address. */
    AdafruitConfig config(AdafruitConfigBuilder builder) {
        return builder.endpoint(simulated.platform().mqttUri().toString())
                .session(QUICK)
                .build();
    }

    Device open(AdafruitConfig config, Consumer<Device> setUp) {
        Device device = connector.open(config, setUp);
        device.awaitOnline(LIMIT);
        return device;
    }

    Device open(AdafruitConfigBuilder builder) {
        return open(config(builder), device -> {});
    }

    void hear(Object value) {
        heard.add(value);
    }

    List<Object> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        connector.close();
        simulated.close();
    }
}
