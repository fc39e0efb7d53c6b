package org.iotconnector.core.internal.hivemq;

import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/** Network threads whose channels are read by {@link ConnAckReader}s. */
final class WatchingEventLoopGroup extends NioEventLoopGroup {
    WatchingEventLoopGroup(int threads, ThreadFactory names) {
        super(threads, names);
    }

    @Override
    protected EventLoop newChild(Executor executor, Object... arguments) throws Exception {
        return new WatchingEventLoop(super.newChild(executor, arguments));
    }
}
