package org.iotconnector.core.internal.hivemq;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.ReferenceCountUtil;

/**
 * Tells the private return codes of a CONNACK, which the client library takes for garbage: it would say "not valid MQTT"
 * where the server has said why it refuses. It stands in front of everything until the first bytes come; then the library's
 * decoder is there, and it moves to the place before it, behind TLS and WebSocket. After the CONNACK it is gone.
 */
final class ConnAckReader extends ChannelInboundHandlerAdapter {
    /** The library's name for its decoder; without one of that name everything is left as it is. */
    private static final String DECODER = "decoder";

    private static final int CONNACK = 0x20;
    private static final int LENGTH = 4;
    private static final int LAST_STANDARD_CODE = 5;

    private boolean atDecoder;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!atDecoder) {
            move(context);
        } else if (message instanceof ByteBuf bytes && privateCode(bytes)) {
            int code = bytes.getUnsignedByte(bytes.readerIndex() + LENGTH - 1);
            ReferenceCountUtil.release(message);
            context.fireExceptionCaught(new ConnAckCodeException(code));
            context.close();
            return;
        } else {
            context.pipeline().remove(this);
        }
        context.fireChannelRead(message);
    }

    private void move(ChannelHandlerContext context) {
        ChannelPipeline pipeline = context.pipeline();
        if (pipeline.get(DECODER) != null) {
            ConnAckReader next = new ConnAckReader();
            next.atDecoder = true;
            pipeline.addBefore(DECODER, null, next);
            pipeline.remove(this);
        }
    }

    /** Four bytes in one piece, as every server sends them; a CONNACK in pieces is left to the library. */
    private static boolean privateCode(ByteBuf bytes) {
        int start = bytes.readerIndex();
        return bytes.readableBytes() >= LENGTH
                && bytes.getUnsignedByte(start) == CONNACK
                && bytes.getUnsignedByte(start + 1) == LENGTH - 2
                && bytes.getUnsignedByte(start + LENGTH - 1) > LAST_STANDARD_CODE;
    }
}
