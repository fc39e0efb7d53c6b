package org.iotconnector.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port that passes bytes on to another one until it is told to cut, to hold them, or to let nobody in. Thread-safe. */
public final class TcpRelay implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final Set<Socket> servers = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private boolean answersHeld;
    private volatile boolean shut;

    /** A relay on a free loopback port in front of the loopback port {@code target}. */
    public TcpRelay(int target) {
        this.target = target;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("relay", this::accept);
    }

    /** The port to connect to. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Ends every connection with a reset, without a last word from either side; new ones are welcome. */
    public void cut() {
        clients.forEach(TcpRelay::reset);
        clients.clear();
        servers.forEach(TcpRelay::reset);
        servers.clear();
    }

    /** Tells the server that the clients have gone, and the clients what the server says to that. */
    public void cutTowardsServer() {
        for (Socket server : servers) {
            try {
                server.shutdownOutput();
            } catch (IOException e) {
                // It is gone already.
            }
        }
    }

    /** Keeps back what the server says, until {@link #passAnswers}; new connections hear nothing either. */
    public void holdAnswers() {
        synchronized (gate) {
            answersHeld = true;
        }
    }

    /** Passes on what the server said meanwhile and says from now on. */
    public void passAnswers() {
        synchronized (gate) {
            answersHeld = false;
            gate.notifyAll();
        }
    }

    /** Ends new connections as soon as they are made, or no longer. */
    public void shut(boolean letNobodyIn) {
        shut = letNobodyIn;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (shut) {
                    close(client);
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // The relay is closed.
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            clients.add(client);
            servers.add(server);
            start("relay-up", () -> pass(client, server, false));
            start("relay-down", () -> pass(server, client, true));
        } catch (IOException e) {
            // The server is away: whoever has just connected is let down.
            close(client);
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (answers) {
                    awaitPassing();
                }
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            // The end of one side ends the other, below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private void awaitPassing() throws InterruptedException {
        synchronized (gate) {
            while (answersHeld) {
                gate.wait();
            }
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void reset(Socket socket) {
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

    /** Ends everything. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        passAnswers();
        cut();
    }
}
