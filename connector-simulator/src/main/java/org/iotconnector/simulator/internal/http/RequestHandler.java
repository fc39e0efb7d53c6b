package org.iotconnector.simulator.internal.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests of one connection, one after the other, with the faults that are armed for them. */
final class RequestHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);

    private final HttpService service;
    private final BrokerControl broker;
    private final SimulatorLoop loop;

    RequestHandler(HttpService service, BrokerControl broker, SimulatorLoop loop) {
        this.service = service;
        this.broker = broker;
        this.loop = loop;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest message) {
        // The next request of the connection waits until this one is answered, so answers keep their order.
        context.channel().config().setAutoRead(false);
        boolean keepAlive = HttpUtil.isKeepAlive(message);
        if (message.decoderResult().isFailure()) {
            ResponseWriter.write(
                    context, loop.clock(), service.failure("/", 400, "the request is not well-formed HTTP"), false);
            return;
        }
        Request request;
        try {
            request = Request.of(message);
        } catch (IllegalArgumentException malformed) {
            finish(context, service.failure("/", 400, "path or query is not well-formed"), null, keepAlive);
            return;
        }
        String device = service.device(request);
        Fault.DelayHttp delay = broker.takeFault(
                        Fault.DelayHttp.class, device, fault -> request.path().contains(fault.path()))
                .orElse(null);
        answer(request, device)
                .whenComplete((response, failed) -> context.executor().execute(() -> {
                    Response outcome = response != null && failed == null ? response : bug(request, failed);
                    Runnable send = () -> finish(context, outcome, cut(request, device, outcome), keepAlive);
                    if (delay == null) {
                        send.run();
                    } else {
                        loop.schedule(delay.delay(), send);
                    }
                    // Tests wait for what requests do: tasks move on, files arrive, faults strike.
                    broker.changed();
                }));
    }

    private CompletableFuture<Response> answer(Request request, @Nullable String device) {
        Fault.FailHttp failure = broker.takeFault(
                        Fault.FailHttp.class, device, fault -> request.path().contains(fault.path()))
                .orElse(null);
        if (failure != null) {
            return CompletableFuture.completedFuture(
                    service.failure(request.path(), failure.status(), "failed on request"));
        }
        try {
            return service.answer(request);
        } catch (RuntimeException bug) {
            return CompletableFuture.failedFuture(bug);
        }
    }

    private Fault.@Nullable CutHttp cut(Request request, @Nullable String device, Response response) {
        return broker.takeFault(
                        Fault.CutHttp.class,
                        device,
                        fault -> request.path().contains(fault.path()) && response.body().length > fault.afterBytes())
                .orElse(null);
    }

    private void finish(
            ChannelHandlerContext context, Response response, Fault.@Nullable CutHttp cut, boolean keepAlive) {
        if (cut == null) {
            ResponseWriter.write(context, loop.clock(), response, keepAlive);
            context.channel().config().setAutoRead(true);
        } else {
            ResponseWriter.writeCut(context, loop.clock(), response, cut.afterBytes());
        }
    }

    private Response bug(Request request, @Nullable Throwable failed) {
        LOG.error("Request [{}] failed; this is a bug in connector-simulator", request, failed);
        return service.failure(request.path(), 500, "internal error, see the simulator's log");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.debug("An HTTP connection is closed after an error", cause);
        }
        context.close();
    }
}
