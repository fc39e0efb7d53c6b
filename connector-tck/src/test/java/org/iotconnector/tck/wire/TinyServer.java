package org.iotconnector.tck.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port on which each connection is served by a few lines. */
final class TinyServer implements AutoCloseable {
    /** Serves one connection; it is closed afterwards. */
    @FunctionalInterface
    interface Service {
        void serve(Socket socket) throws IOException;
    }

    private final ServerSocket listener;
    private final Service service;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    TinyServer(ServerSocket listener, Service service) {
        this.listener = listener;
        this.service = service;
        start(this::accept);
    }

    static TinyServer plain(Service service) {
        return new TinyServer(listen(), service);
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a packet, whatever it is, and answers with these bytes, then stays silent until the client goes. */
    static TinyServer answering(int... answer) {
        return plain(socket -> {
            readSome(socket);
            socket.getOutputStream().write(bytes(answer));
            socket.getOutputStream().flush();
            drain(socket);
        });
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static int readSome(Socket socket) throws IOException {
        return socket.getInputStream().read(new byte[4_096]);
    }

    /** Reads until the client has gone. */
    static void drain(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[4_096];
        int count = in.read(buffer);
        while (count >= 0) {
            count = in.read(buffer);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            service.serve(socket);
        } catch (IOException e) {
            // The client has gone, or spoke something else.
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "tiny-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
