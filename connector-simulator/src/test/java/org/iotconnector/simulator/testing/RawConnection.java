package org.iotconnector.simulator.testing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A bare socket, for what no proper client sends or shows: odd packets, odd codes, silence. */
public final class RawConnection implements AutoCloseable {
    private static final int WAIT_MILLIS = 5000;
    private static final String NAME_311 = "00044d51545404";
    private static final String NAME_31 = "00064d514973647003";

    private final Socket socket;
    private final EmbeddedChannel encoder = new EmbeddedChannel(MqttEncoder.INSTANCE);

    /** Opens it. */
    public RawConnection(URI uri) throws IOException {
        socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(WAIT_MILLIS);
    }

    /** Sends CONNECT with a clean session. */
    public RawConnection connect(MqttVersion version, Credentials credentials, int keepAlive) throws IOException {
        // The codec refuses to write identifiers of more than 23 characters for MQTT 3.1, so that header is put in by
        // hand.
        boolean old = version == MqttVersion.MQTT_3_1;
        byte[] packet = encode(MqttMessageBuilders.connect()
                .protocolVersion(old ? MqttVersion.MQTT_3_1_1 : version)
                .clientId(credentials.clientId())
                .username(credentials.userName())
                .password(credentials.password().getBytes(StandardCharsets.UTF_8))
                .cleanSession(true)
                .keepAlive(keepAlive)
                .build());
        return old
                ? sendHex(asMqtt31(HexFormat.of().formatHex(packet)))
                : sendHex(HexFormat.of().formatHex(packet));
    }

    private static String asMqtt31(String connect) {
        String body = connect.substring(connect.indexOf(NAME_311)).replaceFirst(NAME_311, NAME_31);
        int length = body.length() / 2;
        return "10" + String.format("%02x%02x", (length & 0x7F) | 0x80, length >> 7) + body;
    }

    /** Sends PUBLISH. */
    public RawConnection publish(String topic, byte[] payload, int qos, int packetId) throws IOException {
        return send(MqttMessageBuilders.publish()
                .topicName(topic)
                .qos(MqttQoS.valueOf(qos))
                .messageId(packetId)
                .payload(Unpooled.wrappedBuffer(payload))
                .build());
    }

    /** Sends SUBSCRIBE with QoS 1 filters. */
    public RawConnection subscribe(int packetId, String... filters) throws IOException {
        MqttMessageBuilders.SubscribeBuilder builder =
                MqttMessageBuilders.subscribe().messageId(packetId);
        for (String filter : filters) {
            builder.addSubscription(MqttQoS.AT_LEAST_ONCE, filter);
        }
        return send(builder.build());
    }

    /** Sends a packet. */
    public RawConnection send(MqttMessage packet) throws IOException {
        socket.getOutputStream().write(encode(packet));
        return this;
    }

    private byte[] encode(MqttMessage packet) {
        encoder.writeOutbound(packet);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ByteBuf bytes = encoder.readOutbound(); bytes != null; bytes = encoder.readOutbound()) {
            all.writeBytes(ByteBufUtil.getBytes(bytes));
            bytes.release();
        }
        return all.toByteArray();
    }

    /** Sends bytes given in hexadecimal. */
    public RawConnection sendHex(String hex) throws IOException {
        socket.getOutputStream().write(HexFormat.of().parseHex(hex));
        return this;
    }

    /** Reads that many bytes, as hexadecimal; shorter if the server closes before. */
    public String readHex(int count) throws IOException {
        return HexFormat.of().formatHex(socket.getInputStream().readNBytes(count));
    }

    /** Whether the server closes the connection within five seconds without sending anything more. */
    public boolean isClosedByServer() throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        }
    }

    /** Whether nothing comes for a while. */
    public boolean isSilentFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        } finally {
            socket.setSoTimeout(WAIT_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        encoder.close().awaitUninterruptibly();
    }
}
