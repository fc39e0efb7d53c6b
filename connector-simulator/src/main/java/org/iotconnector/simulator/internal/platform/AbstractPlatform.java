package org.iotconnector.simulator.internal.platform;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.iotconnector.simulator.ConnectionInfo;
import org.iotconnector.simulator.Counters;
import org.iotconnector.simulator.Endpoint;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.ReceivedMessage;
import org.iotconnector.simulator.SimulatedPlatform;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.internal.broker.Broker;
import org.iotconnector.simulator.internal.net.LazyTls;
import org.iotconnector.simulator.internal.net.PlatformServer;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.PlatformRules;
import org.iotconnector.simulator.internal.time.SimulatorLoop;

/**
 * The part of a platform's public face that is the same for all of them.
 *
 * @param <R> the platform's rules
 */
public abstract class AbstractPlatform<R extends PlatformRules> implements SimulatedPlatform, RemoteControl {
    private final String id;
    private final SimulatorLoop loop;
    private final Broker broker;
    private final R rules;
    private final PlatformServer server;

    /** What all platforms of one simulator share. */
    public record Surroundings(InetAddress address, SimulatorLoop loop, LazyTls tls) {}

    /** Prepares the platform; {@link #startListening} opens it. */
    protected AbstractPlatform(
            String id, Surroundings surroundings, Map<Transport, Integer> ports, Function<BrokerControl, R> rules) {
        this(id, surroundings, ports, "/mqtt", rules);
    }

    /** As the other one, with the path in addresses of WebSocket listeners. */
    protected AbstractPlatform(
            String id,
            Surroundings surroundings,
            Map<Transport, Integer> ports,
            String webSocketPath,
            Function<BrokerControl, R> rules) {
        this.id = id;
        this.loop = surroundings.loop();
        List<R> made = new ArrayList<>(1);
        this.broker = new Broker(loop, control -> {
            made.add(rules.apply(control));
            return made.get(0);
        });
        this.rules = made.get(0);
        this.server =
                new PlatformServer(id, ports, surroundings.address(), loop, surroundings.tls(), broker, webSocketPath);
    }

    /** The working thread. */
    protected final SimulatorLoop loop() {
        return loop;
    }

    /** The platform's rules, to be used on the working thread. */
    protected final R rules() {
        return rules;
    }

    /** The platform's broker, to be used on the working thread. */
    protected final BrokerControl control() {
        return broker;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final URI mqttUri() {
        return server.uri(Transport.TCP);
    }

    @Override
    public final URI mqttsUri() {
        return server.uri(Transport.TLS);
    }

    @Override
    public final URI wsUri() {
        return server.uri(Transport.WS);
    }

    @Override
    public final URI wssUri() {
        return server.uri(Transport.WSS);
    }

    @Override
    public final List<Endpoint> endpoints() {
        return Stream.concat(server.endpoints().stream(), otherEndpoints().stream())
                .toList();
    }

    @Override
    public final List<ReceivedMessage> received() {
        return receivedSince(0);
    }

    @Override
    public final List<ReceivedMessage> receivedSince(long sequence) {
        return broker.journal().since(sequence);
    }

    @Override
    public final ReceivedMessage awaitReceived(Predicate<ReceivedMessage> condition, Duration timeout) {
        return broker.journal().awaitMessage(condition, timeout);
    }

    @Override
    public final void await(String what, BooleanSupplier condition, Duration timeout) {
        broker.journal().await(what, condition, timeout);
    }

    @Override
    public final List<ConnectionInfo> connections() {
        return loop.call(broker::connectionInfos);
    }

    @Override
    public final Counters counters() {
        return loop.call(broker::counters);
    }

    @Override
    public final void inject(Fault fault) {
        loop.run(() -> broker.inject(null, fault));
    }

    @Override
    public final void inject(String device, Fault fault) {
        loop.run(() -> broker.inject(device, fault));
    }

    @Override
    public final void clearFaults() {
        loop.run(() -> {
            broker.clearFaults();
            pardon();
        });
    }

    @Override
    public final void dropAllConnections() {
        loop.run(broker::dropAll);
    }

    @Override
    public final void stopListening() {
        closeOthers();
        server.close();
    }

    @Override
    public final void startListening() {
        server.open();
        try {
            openOthers();
        } catch (RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    /** Lifts what the platform has laid on devices for bad behaviour. */
    protected void pardon() {}

    /** Opens what the platform has beside MQTT, on the ports it had before; must have no effect when open. */
    protected void openOthers() {}

    /** Closes what the platform has beside MQTT; must have no effect when closed. */
    protected void closeOthers() {}

    /** Addresses beside MQTT. */
    protected List<Endpoint> otherEndpoints() {
        return List.of();
    }
}
