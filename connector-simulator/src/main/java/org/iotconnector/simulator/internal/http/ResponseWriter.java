package org.iotconnector.simulator.internal.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** Responses onto the wire, with a Date header from the simulator's clock, by which clients correct their own. */
final class ResponseWriter {
    /** RFC 9110 section 5.6.7; the JDK's constant of that name leaves out a leading zero of the day. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ResponseWriter() {}

    static void write(ChannelHandlerContext context, Clock clock, Response response, boolean keepAlive) {
        DefaultFullHttpResponse message = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(response.status()),
                Unpooled.wrappedBuffer(response.body()));
        prepare(message, clock, response, keepAlive);
        ChannelFuture written = context.writeAndFlush(message);
        if (!keepAlive) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** Announces all of the body, sends its beginning, and cuts the connection. */
    static void writeCut(ChannelHandlerContext context, Clock clock, Response response, int afterBytes) {
        HttpResponse head =
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(response.status()));
        prepare(head, clock, response, true);
        context.write(head);
        context.writeAndFlush(
                        new DefaultHttpContent(Unpooled.wrappedBuffer(Arrays.copyOf(response.body(), afterBytes))))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private static void prepare(HttpResponse message, Clock clock, Response response, boolean keepAlive) {
        response.headers().forEach(message.headers()::set);
        message.headers()
                .set(HttpHeaderNames.DATE, HTTP_DATE.format(clock.instant()))
                .set(HttpHeaderNames.CONTENT_LENGTH, response.body().length)
                .set(HttpHeaderNames.CONNECTION, keepAlive ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
    }
}
