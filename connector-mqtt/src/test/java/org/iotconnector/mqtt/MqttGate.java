package org.iotconnector.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.tck.Await;

/**
 * A port in front of a broker that passes MQTT 3.1.1 packets on, and can refuse or ignore a CONNECT, keep an
 * acknowledgement back, and cut. Thread-safe.
 */
public final class MqttGate implements AutoCloseable {
    private static final int CONNECT = 1;
    private static final int CONNACK = 2;
    private static final int PUBLISH = 3;
    private static final int PUBACK = 4;
    private static final int SUBSCRIBE = 8;
    private static final int SUBACK = 9;
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Map<Integer, List<TopicFilter>> asked = new ConcurrentHashMap<>();
    private final Set<TopicFilter> granted = ConcurrentHashMap.newKeySet();
    private final Set<Integer> unanswered = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger ignored = new AtomicInteger();
    private final AtomicInteger withheld = new AtomicInteger();
    private volatile int refusalCode;
    private volatile ServerSocket listener;

    public MqttGate(int target) {
        this.target = target;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
        start("gate", this::accept);
    }

    private static ServerSocket listen(int port) {
        // The old listener may hold the port a moment longer, while its last accept ends.
        AtomicReference<ServerSocket> opened = new AtomicReference<>();
        Await.until("port " + port + " is free", () -> bind(port, opened));
        return Objects.requireNonNull(opened.get());
    }

    private static boolean bind(int port, AtomicReference<ServerSocket> opened) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            try {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (BindException inUse) {
                socket.close();
                return false;
            }
            opened.set(socket);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String uri() {
        return "mqtt://127.0.0.1:" + port;
    }

    public long accepted() {
        return accepted.get();
    }

    public void refuse(int code, int times) {
        refusalCode = code;
        refusals.set(times);
    }

    public void ignore(int times) {
        ignored.set(times);
    }

    public void withhold(int times) {
        withheld.set(times);
    }

    /** Whether the device on the present connection was granted a filter that matches. */
    public boolean hears(String topic) {
        TopicName name = TopicName.of(topic);
        return granted.stream().anyMatch(filter -> filter.matches(name));
    }

    /** Ends every connection, once what can be acknowledged is: three cuts with work left look like a rival. */
    public void cut() {
        settle();
        granted.clear();
        unanswered.clear();
        sockets.forEach(MqttGate::close);
        sockets.clear();
    }

    private void settle() {
        long end = System.nanoTime() + SETTLING.toNanos();
        while (!unanswered.isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(100_000);
        }
    }

    public void shut() {
        close(listener);
        cut();
    }

    public void reopen() {
        listener = listen(port);
        start("gate", this::accept);
    }

    private void accept() {
        ServerSocket own = listener;
        while (!own.isClosed()) {
            try {
                Socket client = own.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                asked.clear();
                start("gate-up", () -> pass(client, server, true));
                start("gate-down", () -> pass(server, client, false));
            } catch (IOException e) {
                // The gate is shut, or the broker is away.
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, boolean up) {
        try {
            DataInputStream in = new DataInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            while (true) {
                byte[] packet = readPacket(in);
                if (up ? up(packet, from) : down(packet)) {
                    out.write(packet);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // The end of one side ends the other, below.
        } finally {
            close(from);
            close(to);
        }
    }

    /** Says whether the packet goes on to the broker. */
    private boolean up(byte[] packet, Socket client) throws IOException {
        int type = (packet[0] & 0xF0) >> 4;
        if (type == CONNECT) {
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                client.getOutputStream().write(new byte[] {0x20, 2, 0, (byte) refusalCode});
                return false;
            }
            granted.clear();
            return ignored.getAndUpdate(left -> Math.max(0, left - 1)) == 0;
        }
        if (type == SUBSCRIBE) {
            int body = bodyOf(packet);
            asked.put(number(packet, body), filters(packet, body + 2));
        }
        if (type == PUBLISH && (packet[0] & 0x06) == 0x02) {
            int body = bodyOf(packet);
            unanswered.add(number(packet, body + 2 + number(packet, body)));
        }
        return true;
    }

    /** Says whether the packet goes on to the client. */
    private boolean down(byte[] packet) {
        int type = (packet[0] & 0xF0) >> 4;
        if (type == CONNACK && packet[bodyOf(packet) + 1] == 0) {
            accepted.incrementAndGet();
        } else if (type == SUBACK) {
            granted.addAll(asked.getOrDefault(number(packet, bodyOf(packet)), List.of()));
        } else if (type == PUBACK) {
            boolean passes = withheld.getAndUpdate(left -> Math.max(0, left - 1)) == 0;
            unanswered.remove(number(packet, bodyOf(packet)));
            return passes;
        }
        return true;
    }

    private static List<TopicFilter> filters(byte[] packet, int from) {
        List<TopicFilter> all = new ArrayList<>();
        for (int at = from; at < packet.length; ) {
            int length = number(packet, at);
            all.add(TopicFilter.of(new String(packet, at + 2, length, StandardCharsets.UTF_8)));
            at += 2 + length + 1;
        }
        return all;
    }

    private static int number(byte[] packet, int at) {
        return ((packet[at] & 0xFF) << 8) | (packet[at + 1] & 0xFF);
    }

    private static int bodyOf(byte[] packet) {
        int at = 1;
        while ((packet[at] & 0x80) != 0) {
            at++;
        }
        return at + 1;
    }

    private static byte[] readPacket(DataInputStream in) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(in.readUnsignedByte());
        int length = 0;
        int shift = 0;
        int next;
        do {
            next = in.readUnsignedByte();
            packet.write(next);
            length |= (next & 0x7F) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        packet.write(in.readNBytes(length));
        return packet.toByteArray();
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // It is gone either way.
        }
    }

    @Override
    public void close() {
        shut();
    }
}
