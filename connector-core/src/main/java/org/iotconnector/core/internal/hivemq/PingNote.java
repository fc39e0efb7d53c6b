package org.iotconnector.core.internal.hivemq;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;

/** Notes each PINGREQ that leaves the client library's encoder. */
final class PingNote extends ChannelOutboundHandlerAdapter {
    /** The library's name for its encoder; it comes once TLS and WebSocket are through. */
    private static final String ENCODER = "encoder";

    private static final int PINGREQ = 0xC000;

    private final ChannelWatch watch;

    private PingNote(ChannelWatch watch) {
        this.watch = watch;
    }

    /** Whether it has found its place. */
    static boolean install(ChannelPipeline pipeline, ChannelWatch watch) {
        if (pipeline.get(ENCODER) == null) {
            return false;
        }
        pipeline.addBefore(ENCODER, null, new PingNote(watch));
        return true;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes
                && bytes.readableBytes() == 2
                && bytes.getUnsignedShort(bytes.readerIndex()) == PINGREQ) {
            watch.onPing();
        }
        context.write(message, promise);
    }
}
