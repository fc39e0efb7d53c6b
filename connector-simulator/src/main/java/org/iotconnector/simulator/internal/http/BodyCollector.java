package org.iotconnector.simulator.internal.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.iotconnector.simulator.internal.time.SimulatorLoop;

/** Collects a request's body. One that is too large is answered by the platform and read to its end. */
final class BodyCollector extends HttpObjectAggregator {
    /** The largest body of any platform, a file of 20 MiB, and room for the form around it. */
    private static final int MAX_BYTES = 21 * 1024 * 1024;

    private final HttpService service;
    private final SimulatorLoop loop;

    BodyCollector(HttpService service, SimulatorLoop loop) {
        super(MAX_BYTES);
        this.service = service;
        this.loop = loop;
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        String path = oversized instanceof HttpRequest request ? new QueryStringDecoder(request.uri()).rawPath() : "/";
        Response refusal = service.failure(path, 413, "the body is larger than " + MAX_BYTES + " bytes, send less");
        ResponseWriter.write(context, loop.clock(), refusal, true);
        // A client that writes all before it reads would never see the answer if the rest were left in the socket.
        context.channel().config().setAutoRead(true);
    }
}
