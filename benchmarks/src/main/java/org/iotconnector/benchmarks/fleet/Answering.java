package org.iotconnector.benchmarks.fleet;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;

/** Gives every packet its answer and drops what it holds. */
@Sharable
final class Answering extends SimpleChannelInboundHandler<MqttMessage> {
    static final Answering INSTANCE = new Answering();

    @Override
    protected void channelRead0(ChannelHandlerContext context, MqttMessage packet) {
        if (packet.decoderResult().isFailure()) {
            context.close();
            return;
        }
        switch (packet.fixedHeader().messageType()) {
            case CONNECT ->
                context.writeAndFlush(MqttMessageBuilders.connAck()
                        .returnCode(MqttConnectReturnCode.CONNECTION_ACCEPTED)
                        .build());
            case SUBSCRIBE -> {
                MqttSubscribeMessage subscribe = (MqttSubscribeMessage) packet;
                MqttMessageBuilders.SubAckBuilder answer = MqttMessageBuilders.subAck()
                        .packetId(subscribe.variableHeader().messageId());
                subscribe.payload().topicSubscriptions().forEach(each -> answer.addGrantedQos(each.qualityOfService()));
                context.writeAndFlush(answer.build());
            }
            case PUBLISH -> {
                MqttPublishMessage publish = (MqttPublishMessage) packet;
                if (publish.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE) {
                    context.writeAndFlush(MqttMessageBuilders.pubAck()
                            .packetId(publish.variableHeader().packetId())
                            .build());
                }
            }
            case PINGREQ -> context.writeAndFlush(MqttMessage.PINGRESP);
            case DISCONNECT -> context.close();
            default -> {}
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
