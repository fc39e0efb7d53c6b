package org.iotconnector.simulator.internal.console;

import com.sun.net.httpserver.HttpServer;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.internal.platform.RemoteControl;

/** The console port: page and control API over HTTP, for callers on this machine only. */
public final class Console implements AutoCloseable {
    /** Requests that wait for a device occupy a thread each; more than this is a mistake of the caller. */
    private static final int MAX_THREADS = 32;

    private final HttpServer server;
    private final ExecutorService executor;

    private Console(HttpServer server, ExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    /** Opens the port, 0 for a free one. */
    public static Console open(int port, List<? extends RemoteControl> platforms) {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new SimulatorConfigurationException(
                    "Cannot open the console on port [" + port + "]: " + taken.getMessage()
                            + ". Stop what uses the port, or configure another; 0 takes a free one.",
                    taken);
        }
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                0,
                MAX_THREADS,
                1,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                new DefaultThreadFactory("simulator-console", true),
                new ThreadPoolExecutor.CallerRunsPolicy());
        server.setExecutor(executor);
        server.createContext("/", new ConsoleHandler(new ControlApi(platforms)));
        server.start();
        return new Console(server, executor);
    }

    /** Where it is. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Closes the port at once. */
    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
