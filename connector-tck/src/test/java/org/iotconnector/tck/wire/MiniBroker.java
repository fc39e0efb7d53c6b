package org.iotconnector.tck.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** MQTT 3.1.1 in a few lines, so that a test can misbehave in one place of it. */
final class MiniBroker implements TinyServer.Service {
    private static final int CONNECT = 1;
    private static final int TLS_HANDSHAKE = 0x16;
    private static final int PUBLISH = 3;
    private static final int SUBSCRIBE = 8;
    private static final int PINGREQ = 12;
    private static final int DISCONNECT = 14;

    private ToIntFunction<String> connackCode = password -> 0;
    private ToIntFunction<String> subackCode = filter -> 1;
    private Predicate<String> closesOn = payload -> false;
    private boolean exclusive;
    private final Map<String, Socket> clients = new ConcurrentHashMap<>();

    /** Answers CONNECT with the code for its password. */
    MiniBroker connack(ToIntFunction<String> code) {
        this.connackCode = code;
        return this;
    }

    /** Answers SUBSCRIBE with the code for each filter. */
    MiniBroker suback(ToIntFunction<String> code) {
        this.subackCode = code;
        return this;
    }

    /** Closes the connection at such a payload. */
    MiniBroker closingOn(Predicate<String> payload) {
        this.closesOn = payload;
        return this;
    }

    /** Lets in one program of each client identifier: whoever comes throws out who was there, without a word. */
    MiniBroker exclusive() {
        this.exclusive = true;
        return this;
    }

    private void takeOver(String client, Socket socket) throws IOException {
        Socket older = exclusive && !client.isEmpty() ? clients.put(client, socket) : null;
        if (older != null) {
            older.close();
        }
    }

    @Override
    public void serve(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        for (int first = in.read(); first >= 0; first = in.read()) {
            if (first == TLS_HANDSHAKE) {
                return;
            }
            byte[] body = in.readNBytes(length(in));
            switch (first >> 4) {
                case CONNECT -> {
                    takeOver(text(body, 10), socket);
                    int code = connackCode.applyAsInt(password(body));
                    write(socket, 0x20, 2, 0, code);
                    if (code != 0) {
                        TinyServer.drain(socket);
                        return;
                    }
                }
                case PUBLISH -> {
                    int topic = number(body, 0) + 2;
                    int qos = (first >> 1) & 3;
                    int payload = topic + (qos > 0 ? 2 : 0);
                    if (closesOn.test(new String(body, payload, body.length - payload, StandardCharsets.UTF_8))) {
                        return;
                    }
                    if (qos > 0) {
                        write(socket, 0x40, 2, body[topic], body[topic + 1]);
                    }
                }
                case SUBSCRIBE -> write(socket, suback(body));
                case PINGREQ -> write(socket, 0xD0, 0);
                case DISCONNECT -> {
                    return;
                }
                default -> throw new IOException("unexpected packet " + first);
            }
        }
    }

    /** The last field of a CONNECT that has a password; empty if it has none. */
    private static String password(byte[] connect) {
        boolean given = (connect[7] & 0x40) != 0;
        if (!given) {
            return "";
        }
        int user = 10 + 2 + number(connect, 10);
        return text(connect, user + 2 + number(connect, user));
    }

    private int[] suback(byte[] subscribe) {
        List<Integer> packet = new ArrayList<>(List.of((int) subscribe[0], (int) subscribe[1]));
        for (int at = 2; at < subscribe.length; at += 2 + number(subscribe, at) + 1) {
            packet.add(subackCode.applyAsInt(text(subscribe, at)));
        }
        packet.addAll(0, List.of(0x90, packet.size()));
        return packet.stream().mapToInt(Integer::intValue).toArray();
    }

    /** A string with its length before it. */
    private static String text(byte[] bytes, int at) {
        return new String(bytes, at + 2, number(bytes, at), StandardCharsets.UTF_8);
    }

    private static int number(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        int shift = 0;
        int next;
        do {
            next = in.readUnsignedByte();
            length |= (next & 0x7F) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return length;
    }

    private static void write(Socket socket, int... bytes) throws IOException {
        socket.getOutputStream().write(TinyServer.bytes(bytes));
        socket.getOutputStream().flush();
    }
}
