package org.iotconnector.simulator.internal.net;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.Endpoint;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.internal.broker.Broker;
import org.iotconnector.simulator.internal.time.SimulatorLoop;

/** All listeners of one platform, in front of its broker. Thread-safe. */
public final class PlatformServer {
    private final String platform;
    private final SimulatorLoop loop;
    private final Broker broker;
    private final List<Listener> listeners = new ArrayList<>();

    /**
     * Prepares the listeners.
     *
     * @param ports one entry per listener wanted, 0 for a free port
     * @param webSocketPath the path in addresses of WebSocket listeners, which take any
     */
    public PlatformServer(
            String platform,
            Map<Transport, Integer> ports,
            InetAddress address,
            SimulatorLoop loop,
            LazyTls tls,
            Broker broker,
            String webSocketPath) {
        this.platform = platform;
        this.loop = loop;
        this.broker = broker;
        for (Transport transport : Transport.values()) {
            Integer port = ports.get(transport);
            if (port != null) {
                listeners.add(new Listener(transport, address, port, loop, tls, broker::attach, webSocketPath));
            }
        }
    }

    /** Opens all listeners, or none: after a failure those already open are closed again. */
    public synchronized void open() {
        try {
            listeners.forEach(Listener::open);
        } catch (RuntimeException failed) {
            listeners.forEach(Listener::close);
            throw failed;
        }
    }

    /** Closes all listeners and cuts all connections. */
    public synchronized void close() {
        listeners.forEach(Listener::close);
        loop.run(broker::dropAll);
    }

    /** The address for one transport. */
    public synchronized URI uri(Transport transport) {
        return listeners.stream()
                .filter(listener -> listener.transport() == transport)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The simulated platform [" + platform + "] has no "
                        + transport.scheme() + " listener; configure a port for it, 0 for a free one."))
                .uri();
    }

    /** All addresses. */
    public synchronized List<Endpoint> endpoints() {
        return listeners.stream()
                .map(listener ->
                        new Endpoint(platform + " " + listener.transport().scheme(), listener.uri()))
                .toList();
    }
}
