package org.iotconnector.simulator.internal.broker;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Holds back packets in both directions while the server has to look dead; lets them through in order afterwards. */
final class StallGate extends ChannelDuplexHandler {
    private record Held(Object packet, @Nullable ChannelPromise promise) {}

    private final Deque<Held> held = new ArrayDeque<>();
    private boolean closed;
    private boolean stalled;

    void stall(ChannelHandlerContext context) {
        stalled = true;
        // Unread bytes stay in the socket, so the client sees a full window as with a dead server.
        context.channel().config().setAutoRead(false);
    }

    void resume(ChannelHandlerContext context) {
        stalled = false;
        while (!stalled && !closed && !held.isEmpty()) {
            Held next = held.removeFirst();
            if (next.promise() == null) {
                context.fireChannelRead(next.packet());
            } else {
                context.write(next.packet(), next.promise()).addListener(future -> {});
            }
        }
        context.fireChannelReadComplete();
        context.flush();
        if (!stalled) {
            context.channel().config().setAutoRead(true);
        }
    }

    /** Takes back a packet that has passed already, to be the first one afterwards. It must not be reference-counted. */
    void holdBack(Object packet) {
        held.addFirst(new Held(packet, null));
    }

    boolean isStalled() {
        return stalled;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object packet) {
        if (stalled) {
            held.addLast(new Held(packet, null));
        } else {
            context.fireChannelRead(packet);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object packet, ChannelPromise promise) {
        if (stalled) {
            held.addLast(new Held(packet, promise));
        } else {
            context.write(packet, promise).addListener(future -> {});
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        closed = true;
        held.forEach(entry -> ReferenceCountUtil.release(entry.packet()));
        held.clear();
    }
}
