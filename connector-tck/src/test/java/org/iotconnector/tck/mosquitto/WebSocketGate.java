package org.iotconnector.tck.mosquitto;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts MQTT out of WebSocket frames, in front of a plain port: Debian's Mosquitto may come without WebSocket. */
final class WebSocketGate implements AutoCloseable {
    private final NioEventLoopGroup threads = new NioEventLoopGroup(1);
    private final Channel listener;
    private final int target;

    /** Opens a gate to the port {@code target}; over TLS with the key in {@code folder}, if that is not null. */
    static WebSocketGate open(int target, @Nullable Path folder) throws IOException {
        return new WebSocketGate(
                target,
                folder == null
                        ? null
                        : SslContextBuilder.forServer(
                                        folder.resolve("server.pem").toFile(),
                                        folder.resolve("server.key").toFile())
                                .build());
    }

    private WebSocketGate(int target, @Nullable SslContext tls) {
        this.target = target;
        this.listener = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (tls != null) {
                            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                        }
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(8_192))
                                .addLast(new WebSocketServerProtocolHandler("/mqtt", "mqtt", false, 1_000_000))
                                .addLast(new FromClient());
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
    }

    int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    @Override
    public void close() {
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** Takes frames; the connection to the broker is made first, and nothing is read meanwhile. */
    private final class FromClient extends ChannelInboundHandlerAdapter {
        private @Nullable Channel broker;

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            context.channel().config().setAutoRead(false);
            new Bootstrap()
                    .group(context.channel().eventLoop())
                    .channel(NioSocketChannel.class)
                    .handler(new FromBroker(context.channel()))
                    .connect(InetAddress.getLoopbackAddress(), target)
                    .addListener((ChannelFutureListener) made -> {
                        broker = made.channel();
                        if (made.isSuccess()) {
                            context.channel().config().setAutoRead(true);
                        } else {
                            context.close();
                        }
                    });
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object frame) {
            Channel to = broker;
            if (to != null && frame instanceof BinaryWebSocketFrame binary) {
                to.writeAndFlush(binary.content());
            } else {
                ReferenceCountUtil.release(frame);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            Channel to = broker;
            if (to != null) {
                to.close();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }

    /** Puts what the broker says into frames. */
    private static final class FromBroker extends ChannelInboundHandlerAdapter {
        private final Channel client;

        FromBroker(Channel client) {
            this.client = client;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            client.writeAndFlush(new BinaryWebSocketFrame((ByteBuf) bytes));
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            client.close();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
