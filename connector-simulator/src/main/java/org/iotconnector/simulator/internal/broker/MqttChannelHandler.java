package org.iotconnector.simulator.internal.broker;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttIdentifierRejectedException;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.time.Duration;
import org.iotconnector.simulator.Transport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the packets of one channel to where they belong. Whatever arrives, the worst outcome is a closed connection. */
final class MqttChannelHandler extends SimpleChannelInboundHandler<MqttMessage> {
    private static final Logger LOG = LoggerFactory.getLogger(MqttChannelHandler.class);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final int MALFORMED = 0x81;
    private static final int PROTOCOL_ERROR = 0x82;
    private static final int KEEP_ALIVE_TIMEOUT = 0x8D;
    private static final int DISCONNECT_WITH_WILL = 0x04;

    private final Broker broker;
    private final StallGate gate;
    private final Transport transport;
    private @Nullable ClientConnection connection;
    private @Nullable KeepAliveWatch watch;
    private Runnable stopConnectTimer = () -> {};
    private boolean publishWill = true;

    MqttChannelHandler(Broker broker, StallGate gate, Transport transport) {
        this.broker = broker;
        this.gate = gate;
        this.transport = transport;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ClientConnection opened = new ClientConnection(broker, context, gate, transport);
        connection = opened;
        broker.opened(opened);
        stopConnectTimer = broker.loop().schedule(CONNECT_LIMIT, () -> {
            if (!opened.isLoggedIn() && !opened.ignoresInput() && !opened.isStalled()) {
                opened.close(PROTOCOL_ERROR, "no CONNECT within " + CONNECT_LIMIT);
            }
        });
        Duration stall = broker.faults().stallLeft(null);
        if (!stall.isZero()) {
            opened.stall(stall);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopConnectTimer.run();
        if (watch != null) {
            watch.stop();
        }
        if (connection != null) {
            broker.closed(connection, publishWill);
        }
        context.fireChannelInactive();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, MqttMessage packet) {
        ClientConnection client = connection;
        if (client == null || client.ignoresInput()) {
            return;
        }
        client.readingBegins();
        broker.tally().count(Tally.Figure.PACKET_RECEIVED);
        if (packet.decoderResult().isFailure()) {
            malformed(client, packet.decoderResult().cause());
        } else if (packet instanceof MqttConnectMessage connect) {
            connect(client, connect);
        } else if (!client.isLoggedIn()) {
            client.close(PROTOCOL_ERROR, "the first packet was not CONNECT");
        } else {
            if (watch != null) {
                watch.heard();
            }
            dispatch(client, packet);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (connection != null) {
            connection.readingEnds();
        }
        context.fireChannelReadComplete();
    }

    private void connect(ClientConnection client, MqttConnectMessage packet) {
        if (client.isLoggedIn()) {
            client.close(PROTOCOL_ERROR, "a second CONNECT");
            return;
        }
        Duration stall = broker.faults().stallLeft(broker.connects().claimedIdentity(client, packet));
        if (!stall.isZero()) {
            client.stall(stall);
            gate.holdBack(packet);
            return;
        }
        broker.connects().connect(client, packet);
        if (!client.isLoggedIn()) {
            return;
        }
        stopConnectTimer.run();
        watch = new KeepAliveWatch(broker.loop(), client.state().login().keepAliveSeconds(), () -> {
            if (!client.isStalled()) {
                client.close(KEEP_ALIVE_TIMEOUT, "silent for one and a half times the keep-alive");
            }
        });
        watch.start();
    }

    private void dispatch(ClientConnection client, MqttMessage packet) {
        switch (packet.fixedHeader().messageType()) {
            case PUBLISH -> broker.publishes().publish(client, (MqttPublishMessage) packet);
            case PUBACK -> done(client, packetId(packet));
            case PUBREC, PUBREL, PUBCOMP -> handshake(client, packet);
            case SUBSCRIBE -> broker.subscribes().subscribe(client, (MqttSubscribeMessage) packet);
            case UNSUBSCRIBE -> broker.subscribes().unsubscribe(client, (MqttUnsubscribeMessage) packet);
            case PINGREQ -> client.send(Packets.pingResp());
            case DISCONNECT -> disconnect(client, packet);
            default -> client.close(PROTOCOL_ERROR, "a packet that only servers send, or AUTH");
        }
    }

    /** The packets of QoS 2, where the platform has it. */
    private void handshake(ClientConnection client, MqttMessage packet) {
        if (broker.rules().traits(client.protocolLevel()).maximumQos() == 0) {
            client.close(PROTOCOL_ERROR, "a packet of QoS 2, which the platform does not have");
            return;
        }
        switch (packet.fixedHeader().messageType()) {
            case PUBREC -> client.state().session().outbound().received(packetId(packet), client);
            case PUBREL -> broker.publishes().release(client, packetId(packet));
            default -> done(client, packetId(packet));
        }
    }

    private void done(ClientConnection client, int packetId) {
        OutboundWindow outbound = client.state().session().outbound();
        outbound.done(packetId);
        outbound.pump(client, client.state().inFlightLimit());
        broker.journal().ring();
    }

    private void disconnect(ClientConnection client, MqttMessage packet) {
        boolean asked = packet.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader header
                && header.reasonCode() == DISCONNECT_WITH_WILL;
        publishWill = asked;
        client.drop();
    }

    private void malformed(ClientConnection client, Throwable cause) {
        boolean unknownVersion = cause instanceof MqttUnacceptableProtocolVersionException;
        if (unknownVersion && broker.rules().answersUnknownVersion()) {
            client.sendAndClose(Packets.connAckRefused(1, 4));
        } else if (cause instanceof MqttIdentifierRejectedException) {
            client.sendAndClose(Packets.connAckRefused(2, 4));
        } else {
            client.close(MALFORMED, "malformed packet: " + cause.getMessage());
        }
    }

    private static int packetId(MqttMessage packet) {
        return ((MqttMessageIdVariableHeader) packet.variableHeader()).messageId();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("remote={} closed after an error", context.channel().remoteAddress(), cause);
        context.close().addListener(future -> {});
    }
}
