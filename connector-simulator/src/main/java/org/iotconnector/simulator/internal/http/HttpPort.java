package org.iotconnector.simulator.internal.http;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.URI;
import org.iotconnector.simulator.internal.net.LazyTls;
import org.iotconnector.simulator.internal.net.ServerPort;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.jspecify.annotations.Nullable;

/** One port for HTTP/1.1, plain or with TLS. It may be closed and opened again, and keeps its number. Thread-safe. */
public final class HttpPort {
    private final ServerPort port;
    private final @Nullable LazyTls tls;
    private final HttpService service;
    private final BrokerControl broker;
    private final SimulatorLoop loop;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    /**
     * Prepares the port.
     *
     * @param port 0 for a free one
     * @param tls certificates for HTTPS; null for plain HTTP
     * @param broker knows the armed faults
     */
    public HttpPort(
            InetAddress address,
            int port,
            SimulatorLoop loop,
            @Nullable LazyTls tls,
            HttpService service,
            BrokerControl broker) {
        this.port = new ServerPort(tls == null ? "http" : "https", address, port, loop);
        this.tls = tls;
        this.service = service;
        this.broker = broker;
        this.loop = loop;
    }

    /** Opens the port; has no effect when open. */
    public synchronized void open() {
        port.open(new Pipeline());
    }

    /** Closes the port and cuts all connections. Has no effect when closed. */
    public synchronized void close() {
        port.close();
        connections.close().awaitUninterruptibly();
    }

    /** Where it is, without a path. */
    public synchronized URI uri() {
        return port.uri();
    }

    private final class Pipeline extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel client) {
            connections.add(client);
            ChannelPipeline pipeline = client.pipeline();
            if (tls != null) {
                pipeline.addLast(tls.get().serverContext().newHandler(client.alloc()));
            }
            pipeline.addLast(
                    new HttpServerCodec(),
                    new BodyCollector(service, loop),
                    new FlowControlHandler(),
                    new RequestHandler(service, broker, loop));
        }
    }
}
