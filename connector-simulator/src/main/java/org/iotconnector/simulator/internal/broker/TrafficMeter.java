package org.iotconnector.simulator.internal.broker;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/** Counts the bytes of MQTT in both directions. */
final class TrafficMeter extends ChannelDuplexHandler {
    private final Tally tally;

    TrafficMeter(Tally tally) {
        this.tally = tally;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (bytes instanceof ByteBuf buffer) {
            tally.add(Tally.Figure.BYTES_RECEIVED, buffer.readableBytes());
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void write(ChannelHandlerContext context, Object bytes, ChannelPromise promise) {
        if (bytes instanceof ByteBuf buffer) {
            tally.add(Tally.Figure.BYTES_SENT, buffer.readableBytes());
        }
        context.write(bytes, promise);
    }
}
