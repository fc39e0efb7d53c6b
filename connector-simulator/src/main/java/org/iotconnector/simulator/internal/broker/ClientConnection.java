package org.iotconnector.simulator.internal.broker;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessageType;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.iotconnector.simulator.ConnectionInfo;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.spi.Peer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One network connection, from accept to close; a {@link Peer} once it is logged in. */
final class ClientConnection implements Peer, OutboundWindow.Wire {
    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

    private final Broker broker;
    private final ChannelHandlerContext context;
    private final StallGate gate;
    private final Transport transport;
    private @Nullable LoggedIn loggedIn;
    private Runnable stopStall = () -> {};
    private boolean deaf;
    private boolean reading;

    /** What is known from a successful CONNECT on. */
    record LoggedIn(
            ConnectRequest request,
            Login.Accepted login,
            Session session,
            Instant since,
            int inFlightLimit,
            @Nullable Message will) {}

    ClientConnection(Broker broker, ChannelHandlerContext context, StallGate gate, Transport transport) {
        this.broker = broker;
        this.context = context;
        this.gate = gate;
        this.transport = transport;
    }

    void loggedIn(LoggedIn state) {
        loggedIn = state;
    }

    /** Ends the logged-in state and returns it, null if there is none. */
    @Nullable
    LoggedIn logOut() {
        LoggedIn state = loggedIn;
        loggedIn = null;
        return state;
    }

    boolean isLoggedIn() {
        return loggedIn != null;
    }

    LoggedIn state() {
        return Objects.requireNonNull(loggedIn, "this is a bug in connector-simulator: not logged in");
    }

    /** From now on nothing that arrives counts: the connection is closing, or has to look dead. */
    void ignoreInput() {
        deaf = true;
    }

    boolean ignoresInput() {
        return deaf;
    }

    /** Sends now, or with all else that the packets being read cause. */
    void send(Object packet) {
        broker.tally().count(Tally.Figure.PACKET_SENT);
        ChannelFuture written = reading ? context.write(packet) : context.writeAndFlush(packet);
        written.addListener(future -> {
            if (!future.isSuccess()) {
                LOG.debug("client={} a packet was not sent: {}", label(), String.valueOf(future.cause()));
            }
        });
    }

    /**
     * From here to {@link #readingEnds} answers are collected. It saves system calls, and nobody can see an answer before everything
     * it stands for has been done, timers included.
     */
    void readingBegins() {
        reading = true;
    }

    void readingEnds() {
        reading = false;
        context.flush();
    }

    /** Sends a last packet and closes. */
    void sendAndClose(Object packet) {
        ignoreInput();
        broker.tally().count(Tally.Figure.PACKET_SENT);
        context.writeAndFlush(packet).addListener(ChannelFutureListener.CLOSE);
    }

    /** Closes; an MQTT 5 client is told why. */
    void close(int reasonCode, String why) {
        LOG.debug("client={} closed: {}", label(), why);
        if (loggedIn != null && protocolLevel() >= 5) {
            sendAndClose(Packets.disconnect(reasonCode));
        } else {
            drop();
        }
    }

    /** Closes without a word. */
    void drop() {
        ignoreInput();
        context.flush();
        context.close().addListener(future -> {});
    }

    @Override
    public void publish(Message message, int packetId, boolean duplicate) {
        broker.tally().count(Tally.Figure.PUBLISH_SENT);
        send(Packets.publish(message, packetId, duplicate, protocolLevel()));
        if (broker.faults().take(Fault.DuplicateDelivery.class, identity()).isPresent()) {
            broker.tally().count(Tally.Figure.PUBLISH_SENT);
            send(Packets.publish(message, packetId, message.qos() > 0, protocolLevel()));
        }
    }

    @Override
    public void release(int packetId) {
        send(Packets.reply(MqttMessageType.PUBREL, packetId, 0));
    }

    /** Holds everything back for a while; a later call replaces an earlier one. */
    void stall(Duration duration) {
        stopStall.run();
        gate.stall(gateContext());
        stopStall = broker.loop().schedule(duration, this::resume);
    }

    void resume() {
        stopStall.run();
        if (gate.isStalled()) {
            gate.resume(gateContext());
        }
    }

    boolean isStalled() {
        return gate.isStalled();
    }

    private ChannelHandlerContext gateContext() {
        return context.pipeline().context(gate);
    }

    @Override
    public String identity() {
        return state().login().identity();
    }

    @Override
    public <T> T context(Class<T> type) {
        return type.cast(state().login().context());
    }

    @Override
    public int protocolLevel() {
        return state().request().protocolLevel();
    }

    @Override
    public Transport transport() {
        return transport;
    }

    String remote() {
        return String.valueOf(context.channel().remoteAddress()).replaceFirst("^/", "");
    }

    @Override
    public Set<String> filters() {
        return state().session().filters();
    }

    ConnectionInfo info() {
        ConnectRequest request = state().request();
        String protocol = switch (request.protocolLevel()) {
            case 3 -> "3.1";
            case 4 -> "3.1.1";
            default -> "5";
        };
        return new ConnectionInfo(
                identity(),
                request.clientId(),
                protocol,
                transport,
                request.remote(),
                state().since(),
                state().login().keepAliveSeconds(),
                request.cleanStart());
    }

    String label() {
        return loggedIn == null ? remote() : identity();
    }
}
