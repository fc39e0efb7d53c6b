package org.iotconnector.tck.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A port that passes bytes on to another one and injects faults while a test runs: it delays, holds, swallows, corrupts, cuts,
 * half-closes and lets nobody in. Faults hold for the connections there are and for new ones, until {@link #heal}. Corruption
 * is decided by the seed, the number of the connection and the place of a byte in it, so it is the same in every run.
 * Thread-safe; but for {@link #refuse}, methods return at once.
 */
public final class FaultProxy implements AutoCloseable {
    private static final int JOIN_MILLIS = 5_000;

    private final int target;
    private final int port;
    private final long seed;
    private final Lanes lanes = new Lanes();
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;
    private Thread accepting;
    private boolean closed;
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile boolean turningAway;

    /** A proxy on a free loopback port in front of the loopback port {@code target}. */
    public FaultProxy(int target) {
        this(target, 0);
    }

    /** As {@link #FaultProxy(int)}; {@code seed} decides which bits are corrupted. */
    public FaultProxy(int target, long seed) {
        this.target = target;
        this.seed = seed;
        this.listener = bind(0);
        this.port = listener.getLocalPort();
        this.accepting = accepting(listener);
    }

    private static ServerSocket bind(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " cannot be opened.", e);
        }
    }

    /** The port to connect to. */
    public int port() {
        return port;
    }

    /** Ends every connection on both sides with a reset (RST), in the middle of whatever is on its way. */
    public void cut() {
        connections.forEach(ProxiedConnection::reset);
    }

    /** Ends every connection on both sides in good form (FIN). */
    public void finish() {
        connections.forEach(ProxiedConnection::finish);
    }

    /**
     * Tells the receivers of {@code direction} that no more will come (FIN), and goes on passing the other direction. What
     * is still sent that way vanishes.
     */
    public void halfClose(Direction direction) {
        connections.forEach(connection -> connection.halfClose(direction));
    }

    /** Lets {@code bytes} more pass in this direction, counted over all connections, then cuts as {@link #cut} does. */
    public void cutAfter(Direction direction, long bytes) {
        lanes.limit(direction, bytes);
    }

    /** Keeps back what is sent that way, until {@link #pass}. */
    public void hold(Direction direction) {
        lanes.change(direction, Lane::hold);
    }

    /** Passes on what was kept back, and what is sent from now on. */
    public void pass(Direction direction) {
        lanes.change(direction, Lane::pass);
    }

    /**
     * A black hole: takes what is sent these ways and drops it, ends included, so that neither side notices anything. A
     * connection that has lost bytes is good for nothing afterwards; {@link #heal} resets it.
     */
    public void swallow(Direction... directions) {
        Arrays.asList(directions).forEach(direction -> lanes.change(direction, Lane::swallow));
    }

    /** Passes each piece on after {@code delay}. */
    public void delay(Direction direction, Duration delay) {
        trickle(direction, 0, delay);
    }

    /** Passes on at most {@code bytes} at once, one piece each {@code pause}; 0 bytes for as many as there are. */
    public void trickle(Direction direction, int bytes, Duration pause) {
        lanes.change(direction, lane -> lane.delayed(bytes, pause));
    }

    /** Turns over one bit in one of {@code bytes} bytes on average. */
    public void corrupt(Direction direction, int bytes) {
        lanes.change(direction, lane -> lane.corrupted(bytes));
    }

    /** Ends all faults. Connections that lost bytes are reset. */
    public void heal() {
        turningAway = false;
        lanes.clear();
        connections.forEach(ProxiedConnection::resetIfBroken);
    }

    /** Resets new connections as soon as they are made, or no longer. */
    public void turnAway(boolean everybody) {
        turningAway = everybody;
    }

    /** Closes the port, so that the system refuses new connections; returns when it does. Those there are go on. */
    public synchronized void refuse() {
        closeListener();
    }

    /** Opens the port again after {@link #refuse}. */
    public synchronized void admit() {
        if (listener.isClosed() && !closed) {
            listener = bind(port);
            accepting = accepting(listener);
        }
    }

    /** How many connections there are now. */
    public int connections() {
        return connections.size();
    }

    /** How many bytes have been passed on in this direction, over all connections. */
    public long passed(Direction direction) {
        return lanes.passed(direction);
    }

    private Thread accepting(ServerSocket own) {
        return start("proxy", () -> accept(own));
    }

    private void accept(ServerSocket own) {
        while (!own.isClosed()) {
            try {
                take(own.accept());
            } catch (IOException e) {
                // The port is closed.
                return;
            }
        }
    }

    private void take(Socket client) {
        if (turningAway) {
            ProxiedConnection.reset(client);
            return;
        }
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            Consumer<ProxiedConnection> gone = connections::remove;
            ProxiedConnection connection = new ProxiedConnection(
                    client, server, lanes, seed * 31 + accepted.getAndIncrement(), gone, this::cut);
            connections.add(connection);
            connection.start();
        } catch (IOException e) {
            // The server is away: whoever has just connected is let down.
            ProxiedConnection.reset(client);
        }
    }

    static Thread start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void closeListener() {
        try {
            listener.close();
            // As long as a thread waits for clients there, the system goes on taking them.
            accepting.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends everything. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            closeListener();
        }
        lanes.clear();
        cut();
    }
}
