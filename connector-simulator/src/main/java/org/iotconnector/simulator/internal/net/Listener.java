package org.iotconnector.simulator.internal.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.util.function.BiConsumer;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.jspecify.annotations.Nullable;

/** One listening socket. It may be closed and opened again, and keeps its port. Not thread-safe. */
public final class Listener {
    private static final int MAX_HTTP_BYTES = 65_536;
    private static final int MAX_FRAME_BYTES = 16 * 1024 * 1024;

    private final Transport transport;
    private final InetAddress address;
    private final SimulatorLoop loop;
    private final LazyTls tls;
    private final BiConsumer<ChannelPipeline, Transport> mqtt;
    private int port;
    private @Nullable Channel channel;
    private @Nullable ServerSocketChannel socket;

    /**
     * Prepares a listener.
     *
     * @param port 0 for a free one, chosen at the first {@link #open}
     * @param mqtt adds the MQTT handlers to a pipeline
     */
    public Listener(
            Transport transport,
            InetAddress address,
            int port,
            SimulatorLoop loop,
            LazyTls tls,
            BiConsumer<ChannelPipeline, Transport> mqtt) {
        this.transport = transport;
        this.address = address;
        this.port = port;
        this.loop = loop;
        this.tls = tls;
        this.mqtt = mqtt;
    }

    /** Opens the socket; has no effect when open. */
    public void open() {
        if (channel != null) {
            return;
        }
        ServerSocketChannel opened = newSocket();
        ChannelFuture bound = new ServerBootstrap()
                .group(loop.group())
                .channelFactory(() -> new NioServerSocketChannel(opened))
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new Pipeline())
                .bind(new InetSocketAddress(address, port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new SimulatorConfigurationException(
                    "Cannot listen on port [" + port + "] of [" + address.getHostAddress() + "] for "
                            + transport.scheme() + ": "
                            + (bound.cause() == null
                                    ? "unknown cause"
                                    : bound.cause().getMessage())
                            + ". Stop what uses the port, or configure another; 0 takes a free one.",
                    bound.cause());
        }
        channel = bound.channel();
        socket = opened;
        port = ((InetSocketAddress) bound.channel().localAddress()).getPort();
    }

    /** Closes the socket; connections that came through it stay. Has no effect when closed. */
    public void close() {
        if (channel != null && socket != null) {
            channel.close().awaitUninterruptibly();
            // The operating system's socket lives until the selector has run once more; without waiting for that, the
            // port
            // would still take connections, and could not be bound again.
            while (socket.isRegistered()) {
                loop.run(() -> {});
            }
            loop.run(() -> {});
            channel = null;
            socket = null;
        }
    }

    private static ServerSocketChannel newSocket() {
        try {
            return ServerSocketChannel.open();
        } catch (IOException exhausted) {
            throw new SimulatorConfigurationException(
                    "No socket can be opened: " + exhausted.getMessage() + ".", exhausted);
        }
    }

    /** What it serves. */
    public Transport transport() {
        return transport;
    }

    /** Where clients of this machine reach it. */
    public URI uri() {
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return URI.create(
                transport.scheme() + "://" + bracketed + ":" + port + (transport.isWebSocket() ? "/mqtt" : ""));
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
