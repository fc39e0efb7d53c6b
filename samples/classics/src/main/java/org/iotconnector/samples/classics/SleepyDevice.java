package org.iotconnector.samples.classics;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.SessionConfig;

/** Exercise 11: a device on a battery. It wakes, sends, fetches what waited for it, and sleeps again. */
public final class SleepyDevice implements Exercise {
    private static final Duration QUIET = Duration.ofMillis(500);

    private final Connector connector;
    private final SessionConfig config;
    private final String topic;
    private final IntSupplier battery;

    /** Sends to {@code topic}, is told on {@code topic/set}. */
    public SleepyDevice(Connector connector, Broker broker, String topic, IntSupplier battery) {
        this.connector = connector;
        // The same client identifier each time and no clean start: so the broker keeps messages while the device
        // sleeps.
        this.config = Broker.config(broker.login("sleepy").cleanStart(false));
        this.topic = topic;
        this.battery = battery;
    }

    @Override
    public void step() throws InterruptedException {
        System.out.println("device wakes");
        try (MqttSession session = connector.session(config, waking -> waking.subscribe(topic + "/set"))) {
            session.awaitOnline(Duration.ofSeconds(10));
            session.publish(Publication.text(topic, Integer.toString(battery.getAsInt())))
                    .acknowledged()
                    .join();
            for (Optional<Message> kept = session.receive(QUIET); kept.isPresent(); kept = session.receive(QUIET)) {
                System.out.println("device is told " + kept.get().text());
            }
        }
        System.out.println("device sleeps");
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(10);
    }
}
