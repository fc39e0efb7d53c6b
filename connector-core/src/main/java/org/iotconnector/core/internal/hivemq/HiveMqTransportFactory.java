package org.iotconnector.core.internal.hivemq;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.iotconnector.core.session.MqttTransport;
import org.iotconnector.core.session.MqttTransportFactory;

/**
 * Makes transports that share one small set of network threads. Names are looked up and key files read on threads of
 * their own: Netty would do both on a network thread, where one slow name server stops every other session.
 */
public final class HiveMqTransportFactory implements MqttTransportFactory {
    private static final int PREPARING_THREADS = 4;

    private final NioEventLoopGroup network;
    private final ExecutorService preparing;

    /** A factory whose transports share {@code networkThreads} threads. */
    public HiveMqTransportFactory(int networkThreads) {
        network = new WatchingEventLoopGroup(networkThreads, new DefaultThreadFactory("connector-network", true));
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                PREPARING_THREADS, PREPARING_THREADS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "connector-resolve-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        preparing = threads;
    }

    @Override
    public MqttTransport create() {
        return new HiveMqTransport(network, preparing);
    }

    @Override
    public void close() {
        preparing.shutdownNow();
        network.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}
