package org.iotconnector.mqtt.umqtt;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;

/** Takes one client and tells what it sends first when it is left alone. */
final class PingListener implements AutoCloseable {
    static final int PINGREQ = 0xC0;

    private static final byte[] ACCEPTED = {0x20, 2, 0, 0};

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Integer> first = new CompletableFuture<>();

    PingListener() throws IOException {
        Thread thread = new Thread(this::serve, "ping-listener");
        thread.setDaemon(true);
        thread.start();
    }

    ConnectParameters.Builder parameters() {
        Endpoint here = Endpoint.of(Endpoint.Transport.TCP, "127.0.0.1", listener.getLocalPort());
        return ConnectParameters.builder(here, ClientIdentifier.of("lamp-1"));
    }

    /** The first byte after CONNECT. */
    CompletableFuture<Integer> firstAfterConnect() {
        return first;
    }

    private void serve() {
        try (Socket client = listener.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            in.readUnsignedByte();
            in.readFully(new byte[in.readUnsignedByte()]);
            client.getOutputStream().write(ACCEPTED);
            first.complete(in.readUnsignedByte());
        } catch (IOException e) {
            first.completeExceptionally(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
