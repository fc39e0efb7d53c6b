package org.iotconnector.tck.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every byte with itself, and counts the clients that have ended in good form. */
final class EchoServer implements AutoCloseable {
    private final ServerSocket listener;
    private final AtomicInteger goodbyes = new AtomicInteger();

    EchoServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FaultProxy.start("echo", this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    int goodbyes() {
        return goodbyes.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                FaultProxy.start("echo-client", () -> echo(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
            goodbyes.incrementAndGet();
        } catch (IOException e) {
            // Reset: no goodbye.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
