package org.iotconnector.simulator.internal.net;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetAddress;
import java.net.URI;
import java.util.function.BiConsumer;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.internal.time.SimulatorLoop;

/** One listening socket for MQTT. It may be closed and opened again, and keeps its port. Not thread-safe. */
public final class Listener {
    private static final int MAX_HTTP_BYTES = 65_536;
    private static final int MAX_FRAME_BYTES = 16 * 1024 * 1024;

    private final Transport transport;
    private final ServerPort port;
    private final LazyTls tls;
    private final BiConsumer<ChannelPipeline, Transport> mqtt;
    private final String webSocketPath;

    /**
     * Prepares a listener.
     *
     * @param port 0 for a free one, chosen at the first {@link #open}
     * @param mqtt adds the MQTT handlers to a pipeline
     * @param webSocketPath the path in its address, of no concern to what it accepts
     */
    public Listener(
            Transport transport,
            InetAddress address,
            int port,
            SimulatorLoop loop,
            LazyTls tls,
            BiConsumer<ChannelPipeline, Transport> mqtt,
            String webSocketPath) {
        this.transport = transport;
        this.port = new ServerPort(transport.scheme(), address, port, loop);
        this.tls = tls;
        this.mqtt = mqtt;
        this.webSocketPath = webSocketPath;
    }

    /** Opens the socket; has no effect when open. */
    public void open() {
        port.open(new Pipeline());
    }

    /** Closes the socket; connections that came through it stay. Has no effect when closed. */
    public void close() {
        port.close();
    }

    /** What it serves. */
    public Transport transport() {
        return transport;
    }

    /** Where clients of this machine reach it. */
    public URI uri() {
        return transport.isWebSocket() ? port.uri().resolve(webSocketPath) : port.uri();
    }

    private final class Pipeline extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel client) {
            ChannelPipeline pipeline = client.pipeline();
            if (transport.isSecure()) {
                pipeline.addLast(tls.get().serverContext().newHandler(client.alloc()));
            }
            if (transport.isWebSocket()) {
                pipeline.addLast(
                        new HttpServerCodec(),
                        new HttpObjectAggregator(MAX_HTTP_BYTES),
                        new WebSocketGate(),
                        new WebSocketServerProtocolHandler(WebSocketServerProtocolConfig.newBuilder()
                                .websocketPath("/")
                                .checkStartsWith(true)
                                .subprotocols("mqtt,mqttv3.1")
                                .maxFramePayloadLength(MAX_FRAME_BYTES)
                                .build()),
                        new WebSocketFrameCodec());
            }
            mqtt.accept(pipeline, transport);
        }
    }
}
