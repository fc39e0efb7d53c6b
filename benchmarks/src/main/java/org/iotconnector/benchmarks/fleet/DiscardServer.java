package org.iotconnector.benchmarks.fleet;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.SelfSignedCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An MQTT 3.1.1 server that answers everything and keeps nothing, so that what is measured is the client. It prints its port
 * and runs until its input ends. Arguments: nothing, or the file to write its TLS certificate to.
 */
public final class DiscardServer {
    private static final int LARGEST_PACKET = 64 * 1024;

    private DiscardServer() {}

    public static void main(String... args) throws Exception {
        SslContext tls = args.length == 0 ? null : tls(Path.of(args[0]));
        EventLoopGroup network = new NioEventLoopGroup(1);
        Channel listening = new ServerBootstrap()
                .group(network)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childHandler(new Accepting(tls))
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
        System.out.println(((java.net.InetSocketAddress) listening.localAddress()).getPort());
        // The process that started this one holds the other end.
        System.in.readAllBytes();
        Runtime.getRuntime().halt(0);
    }

    private static SslContext tls(Path certificateFile) throws Exception {
        SelfSignedCertificate own = new SelfSignedCertificate("localhost");
        Files.copy(own.certificate().toPath(), certificateFile);
        return SslContextBuilder.forServer(own.certificate(), own.privateKey()).build();
    }

    private static final class Accepting extends ChannelInitializer<Channel> {
        private final @Nullable SslContext tls;

        Accepting(@Nullable SslContext tls) {
            this.tls = tls;
        }

        @Override
        protected void initChannel(Channel channel) {
            ChannelPipeline pipeline = channel.pipeline();
            if (tls != null) {
                pipeline.addLast(tls.newHandler(channel.alloc()));
            }
            pipeline.addLast(MqttEncoder.INSTANCE, new MqttDecoder(LARGEST_PACKET), Answering.INSTANCE);
        }
    }
}
