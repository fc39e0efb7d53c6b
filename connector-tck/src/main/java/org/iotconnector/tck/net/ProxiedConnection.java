package org.iotconnector.tck.net;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One client's connection through the proxy: two sockets and a pipe each way. */
final class ProxiedConnection {
    private final Socket client;
    private final Socket server;
    private final Pipe up;
    private final Pipe down;
    private final AtomicInteger open = new AtomicInteger(2);
    private final Consumer<ProxiedConnection> gone;
    private volatile boolean ended;

    ProxiedConnection(
            Socket client, Socket server, Lanes lanes, long seed, Consumer<ProxiedConnection> gone, Runnable cutAll) {
        this.client = client;
        this.server = server;
        this.gone = gone;
        this.up = new Pipe(client, server, Direction.UP, lanes, seed, () -> ended, cutAll);
        this.down = new Pipe(server, client, Direction.DOWN, lanes, ~seed, () -> ended, cutAll);
    }

    void start() {
        FaultProxy.start("proxy-up", () -> run(up));
        FaultProxy.start("proxy-down", () -> run(down));
    }

    private void run(Pipe pipe) {
        try {
            pipe.run();
            if (open.decrementAndGet() == 0) {
                finish();
            }
        } catch (IOException e) {
            // One side was reset; so is the other.
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reset();
        }
    }

    void halfClose(Direction direction) {
        (direction == Direction.UP ? up : down).finish();
    }

    void resetIfBroken() {
        if (up.lostBytes() || down.lostBytes()) {
            reset();
        }
    }

    void finish() {
        end();
        close(client);
        close(server);
    }

    void reset() {
        end();
        reset(client);
        reset(server);
    }

    private void end() {
        ended = true;
        gone.accept(this);
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
