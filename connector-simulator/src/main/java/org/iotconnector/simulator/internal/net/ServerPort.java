package org.iotconnector.simulator.internal.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.jspecify.annotations.Nullable;

/** One listening socket for any protocol. It may be closed and opened again, and keeps its port. Not thread-safe. */
public final class ServerPort {
    private final String scheme;
    private final InetAddress address;
    private final SimulatorLoop loop;
    private int port;
    private @Nullable Channel channel;
    private @Nullable ServerSocketChannel socket;

    /**
     * Prepares a socket.
     *
     * @param scheme of its URI
     * @param port 0 for a free one, chosen at the first {@link #open}
     */
    public ServerPort(String scheme, InetAddress address, int port, SimulatorLoop loop) {
        this.scheme = scheme;
        this.address = address;
        this.port = port;
        this.loop = loop;
    }

    /**
     * Opens the socket; has no effect when open.
     *
     * @param pipeline prepares each connection
     */
    public void open(ChannelHandler pipeline) {
        if (channel != null) {
            return;
        }
        ServerSocketChannel opened = newSocket();
        ChannelFuture bound = new ServerBootstrap()
                .group(loop.group())
                .channelFactory(() -> new NioServerSocketChannel(opened))
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(pipeline)
                .bind(new InetSocketAddress(address, port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new SimulatorConfigurationException(
                    "Cannot listen on port [" + port + "] of [" + address.getHostAddress() + "] for " + scheme + ": "
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
            // port would still take connections, and could not be bound again.
            while (socket.isRegistered()) {
                loop.run(() -> {});
            }
            loop.run(() -> {});
            channel = null;
            socket = null;
        }
    }

    /** Where clients of this machine reach it; without a path. */
    public URI uri() {
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return URI.create(scheme + "://" + bracketed + ":" + port);
    }

    private static ServerSocketChannel newSocket() {
        try {
            return ServerSocketChannel.open();
        } catch (IOException exhausted) {
            throw new SimulatorConfigurationException(
                    "No socket can be opened: " + exhausted.getMessage() + ".", exhausted);
        }
    }
}
