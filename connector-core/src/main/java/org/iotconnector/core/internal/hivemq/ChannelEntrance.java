package org.iotconnector.core.internal.hivemq;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** The handler nearest to the network: leads the channel to the address of the moment, and notes every byte that comes. */
final class ChannelEntrance extends ChannelDuplexHandler {
    private @Nullable ChannelWatch watch;
    private boolean pingsWatched;

    @Override
    public void connect(
            ChannelHandlerContext context, SocketAddress remote, SocketAddress local, ChannelPromise promise) {
        if (remote instanceof LinkAddress address) {
            watch = address.watch();
            address.watch().attach(context);
            context.connect(address.target(), local, promise);
        } else {
            context.connect(remote, local, promise);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ChannelWatch noting = watch;
        if (noting != null) {
            noting.onInbound();
            if (!pingsWatched) {
                pingsWatched = PingNote.install(context.pipeline(), noting);
            }
        }
        context.fireChannelRead(message);
    }
}
