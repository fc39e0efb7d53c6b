package org.iotconnector.simulator.internal.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Turns away what is not a WebSocket handshake for MQTT, with a sentence instead of a silent close. */
final class WebSocketGate extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof FullHttpRequest request)) {
            context.fireChannelRead(message);
            return;
        }
        String upgrade = request.headers().get(HttpHeaderNames.UPGRADE, "");
        String protocols = request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, "");
        if (!upgrade.equalsIgnoreCase(HttpHeaderValues.WEBSOCKET.toString())) {
            refuse(context, request, HttpResponseStatus.UPGRADE_REQUIRED, "This port speaks MQTT over WebSocket only.");
        } else if (!protocols.toLowerCase(Locale.ROOT).contains("mqtt")) {
            refuse(
                    context,
                    request,
                    HttpResponseStatus.BAD_REQUEST,
                    "Ask for the WebSocket sub-protocol mqtt (MQTT 3.1.1 section 6).");
        } else {
            context.pipeline().remove(this);
            context.fireChannelRead(request);
        }
    }

    private static void refuse(
            ChannelHandlerContext context, FullHttpRequest request, HttpResponseStatus status, String text) {
        request.release();
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(text + "\n", StandardCharsets.UTF_8));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
