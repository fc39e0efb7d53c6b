package org.iotconnector.simulator.testing;

import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.adafruit.AdafruitAccount;
import org.iotconnector.simulator.adafruit.AdafruitPlan;
import org.iotconnector.simulator.adafruit.AdafruitSettings;
import org.iotconnector.simulator.adafruit.AdafruitSimulator;

/** The account of the vectors on a simulated Adafruit IO, in a time that stands still. */
public final class AdafruitBench implements AutoCloseable {
    /** Name of the account. */
    public static final String USER = "tester";
    /** Its key. */
    public static final String KEY = "aio_EXAMPLEexampleEXAMPLEexample";
    /** When it begins. */
    public static final Instant START = Instant.parse("2026-03-01T11:30:00Z");

    private static final String END = "end of this step";

    private final VirtualTime time;
    private final Simulator simulator;
    private final List<Client> clients = new ArrayList<>();

    /** With the default settings. */
    public AdafruitBench() {
        this(settings -> {});
    }

    /** With more settings. */
    public AdafruitBench(Consumer<AdafruitSettings.Builder> more) {
        this(START, more);
    }

    /** With another beginning. */
    public AdafruitBench(Instant start, Consumer<AdafruitSettings.Builder> more) {
        time = VirtualTime.startingAt(start);
        simulator = Simulator.builder()
                .time(time)
                .adafruit(settings -> {
                    settings.account(USER, KEY, AdafruitPlan.FREE).account("other", "aio_other", AdafruitPlan.PLUS);
                    more.accept(settings);
                })
                .start();
    }

    /** The platform. */
    public AdafruitSimulator platform() {
        return simulator.adafruit();
    }

    /** The account of the vectors. */
    public AdafruitAccount account() {
        return platform().account(USER);
    }

    /** The moment it is. */
    public Instant now() {
        return time.now();
    }

    /** Moves the clock. */
    public void advance(Duration step) {
        time.advance(step);
    }

    /** A connected client of the account. */
    public Client client(String clientId) {
        return client(new Credentials(clientId, USER, KEY));
    }

    /** A connected client. */
    public Client client(Credentials credentials) {
        Client client = Client.to(platform().mqttUri(), credentials).connect();
        clients.add(client);
        return client;
    }

    /** A bare connection, not logged in. */
    public RawConnection raw() throws IOException {
        return new RawConnection(platform().mqttUri());
    }

    /** Messages a client of the account has got until now, by topic. It must not be subscribed to {@code throttle}. */
    public Map<String, String> received(Client client) {
        client.subscribe(USER + "/throttle");
        account().send(USER + "/throttle", END);
        Map<String, String> messages = new LinkedHashMap<>();
        while (true) {
            Mqtt3Publish message = client.next();
            String text = new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8);
            if (text.equals(END)) {
                return messages;
            }
            if (messages.put(message.getTopic().toString(), text) != null) {
                throw new AssertionError("topic [" + message.getTopic() + "] came twice");
            }
        }
    }

    @Override
    public void close() {
        clients.forEach(Client::close);
        simulator.close();
    }
}
