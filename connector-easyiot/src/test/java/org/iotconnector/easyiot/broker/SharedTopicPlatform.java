package org.iotconnector.easyiot.broker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.thing.Values;
import org.iotconnector.simulator.ConnectionInfo;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.ReceivedMessage;
import org.iotconnector.tck.ContractPlatform;

/** The broker as the contract kit wants to see it: one property with numbers, one with words, a topic each. */
public final class SharedTopicPlatform implements ContractPlatform {
    private final SharedTopicBroker broker;
    private final String numbers;
    private final String words;

    /**
     * Starts it.
     *
     * @param numbers topic of the property {@code temperature}
     * @param words topic of the property {@code light}
     */
    public SharedTopicPlatform(String user, String password, String numbers, String words) {
        this.numbers = numbers;
        this.words = words;
        this.broker = SharedTopicBroker.start(user, password, Set.of(numbers, words));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("endpoint", broker.mqttUri().toString());
    }

    @Override
    public List<Values> reports() {
        return broker.received().stream()
                .filter(ReceivedMessage::isAccepted)
                .filter(message -> message.topic().equals(numbers))
                .map(message -> Values.of("temperature", Integer.parseInt(message.text())))
                .toList();
    }

    @Override
    public long acceptedConnects() {
        return broker.counters().connectsAccepted();
    }

    @Override
    public Optional<String> clientIdentifier() {
        return broker.connections().stream().map(ConnectionInfo::clientId).findFirst();
    }

    @Override
    public CompletableFuture<OptionalInt> set(Values values) {
        return CompletableFuture.supplyAsync(() -> {
            broker.send(words, values.text("light"));
            return OptionalInt.empty();
        });
    }

    @Override
    public void sendGarbage() {
        broker.send(words, new byte[] {(byte) 0xC3, (byte) 0x28});
    }

    @Override
    public void refuseConnects(int code, int times) {
        broker.inject(new Fault.RefuseConnect(code, times));
    }

    @Override
    public void ignoreConnects(int times) {
        broker.inject(new Fault.SilentAccept(times));
    }

    @Override
    public void cutConnections() {
        broker.dropAllConnections();
    }

    @Override
    public void withholdAcknowledgements(int times) {
        broker.inject(new Fault.LosePubAck(times));
    }

    @Override
    public void stop() {
        broker.stopListening();
        broker.dropAllConnections();
    }

    @Override
    public void start() {
        broker.startListening();
    }

    @Override
    public void close() {
        broker.close();
    }
}
