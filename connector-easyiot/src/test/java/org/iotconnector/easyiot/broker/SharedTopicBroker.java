package org.iotconnector.easyiot.broker;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.internal.net.LazyTls;
import org.iotconnector.simulator.internal.platform.AbstractPlatform;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.iotconnector.tck.Await;
import org.jspecify.annotations.Nullable;

/** The simulator's broker with {@link SharedTopicRules}, on a free loopback port. */
public final class SharedTopicBroker extends AbstractPlatform<SharedTopicRules> implements AutoCloseable {
    private final SimulatorLoop loop;

    private SharedTopicBroker(SimulatorLoop loop, String user, String password, Set<String> topics) {
        super(
                "shared",
                new Surroundings(InetAddress.getLoopbackAddress(), loop, new LazyTls()),
                Map.of(Transport.TCP, 0),
                broker -> new SharedTopicRules(broker, user, password, topics));
        this.loop = loop;
    }

    /** A running broker. */
    public static SharedTopicBroker start(String user, String password, Set<String> topics) {
        SharedTopicBroker broker = new SharedTopicBroker(new SimulatorLoop(null), user, password, topics);
        broker.startListening();
        return broker;
    }

    /** Sends to every client on {@code topic}, as another client's message, as soon as one has subscribed. */
    public void send(String topic, byte[] payload) {
        Await.until(
                "somebody has subscribed " + topic, () -> !subscribers(topic).isEmpty());
        List<String> clients = subscribers(topic);
        loop.run(() -> clients.forEach(client -> rules().broker().deliver(client, Message.of(topic, payload, 1))));
    }

    /** As {@link #send(String, byte[])}, with text. */
    public void send(String topic, String text) {
        send(topic, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> subscribers(String topic) {
        return connections().stream()
                .map(connection -> connection.clientId())
                .filter(client -> loop.call(() -> rules().broker().isSubscribed(client, topic)))
                .toList();
    }

    @Override
    public void close() {
        stopListening();
        dropAllConnections();
        loop.close();
    }

    @Override
    public List<Map<String, Object>> describeDevices() {
        return List.of();
    }

    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlSet(
            String device, Map<String, @Nullable Object> values) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Map<String, @Nullable Object>> controlInvoke(
            String device, String service, Map<String, @Nullable Object> input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, @Nullable Object> controlPublish(String topic, byte[] payload, int qos) {
        throw new UnsupportedOperationException();
    }
}
