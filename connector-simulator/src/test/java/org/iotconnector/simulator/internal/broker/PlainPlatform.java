package org.iotconnector.simulator.internal.broker;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.internal.net.LazyTls;
import org.iotconnector.simulator.internal.net.PlatformServer;
import org.iotconnector.simulator.internal.spi.BrokerTraits;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.spi.Peer;
import org.iotconnector.simulator.internal.spi.PlatformRules;
import org.iotconnector.simulator.internal.spi.PublishVerdict;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.jspecify.annotations.Nullable;

/** A platform without rules, to see the broker alone: everybody may do everything, sessions go by client identifier. */
final class PlainPlatform implements PlatformRules, AutoCloseable {
    private final SimulatorLoop loop = new SimulatorLoop(null);
    private final Broker broker = new Broker(loop, control -> this);
    private final PlatformServer server = new PlatformServer(
            "plain",
            Map.of(Transport.TCP, 0, Transport.WS, 0),
            InetAddress.getLoopbackAddress(),
            loop,
            new LazyTls(),
            broker,
            "/mqtt");

    PlainPlatform() {
        server.open();
    }

    URI uri() {
        return server.uri(Transport.TCP);
    }

    URI wsUri() {
        return server.uri(Transport.WS);
    }

    void awaitReceived(String topic) {
        broker.journal().awaitMessage(message -> message.topic().equals(topic), Duration.ofSeconds(5));
    }

    int received() {
        return broker.journal().since(0).size();
    }

    void awaitConnections(int number) {
        broker.journal()
                .await(
                        number + " connections",
                        () -> loop.call(broker::connectionInfos).size() == number,
                        Duration.ofSeconds(5));
    }

    @Override
    public BrokerTraits traits(int protocolLevel) {
        return new BrokerTraits(2, true, true, 10, 5);
    }

    @Override
    public Login login(ConnectRequest request) {
        return new Login.Accepted(request.clientId(), "", request.keepAliveSeconds());
    }

    @Override
    public @Nullable String claimedIdentity(ConnectRequest request) {
        return request.clientId();
    }

    @Override
    public void connected(Peer peer) {}

    @Override
    public void disconnected(Peer peer) {}

    @Override
    public int grant(Peer peer, String filter, int requestedQos) {
        return requestedQos;
    }

    @Override
    public PublishVerdict judge(Peer peer, Message message) {
        return PublishVerdict.distribute();
    }

    @Override
    public void handle(Peer peer, Message message) {}

    @Override
    public void close() {
        server.close();
        loop.close();
    }
}
