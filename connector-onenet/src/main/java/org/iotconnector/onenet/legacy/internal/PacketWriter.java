package org.iotconnector.onenet.legacy.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.onenet.legacy.DataPacket;
import org.iotconnector.onenet.legacy.FloatGroup;

/** Writes packets of {@code $dp}. OneNET, "Device terminal access protocol, MQTT" V2.3, read 2026-11. */
public final class PacketWriter {
    /** What a length of 16 bits can say. */
    static final int MAX_LENGTH = 0xFFFF;
    /** Set in the first byte when six bytes of time follow. */
    static final int TIME_PRESENT = 0x80;

    private static final int CENTURY = 2000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    private PacketWriter() {}

    /** The bytes of {@code packet}. */
    public static Bytes write(DataPacket packet, ByteOrder floats) {
        PacketWriter writer = new PacketWriter();
        return packet.match(
                        points -> writer.type(points).block(points, PacketJson.points(points)),
                        binary -> writer.type(binary)
                                .block(binary, PacketJson.header(binary))
                                .content(binary.content()),
                        latest -> writer.type(latest).block(latest, PacketJson.latest(latest)),
                        timed -> writer.type(timed).block(timed, PacketJson.timed(timed)),
                        text -> writer.type(text).block(text, utf8(PacketText.write(text.content()))),
                        text -> writer.type(text, text.time()).block(text, utf8(PacketText.write(text.content()))),
                        group -> writer.type(group, group.time()).groups(group, floats))
                .bytes();
    }

    private PacketWriter type(DataPacket packet) {
        return type(packet, Optional.empty());
    }

    private PacketWriter type(DataPacket packet, Optional<LocalDateTime> time) {
        out.write(packet.type() | (time.isPresent() ? TIME_PRESENT : 0));
        time.ifPresent(at -> {
            out.write(at.getYear() - CENTURY);
            out.write(at.getMonthValue());
            out.write(at.getDayOfMonth());
            out.write(at.getHour());
            out.write(at.getMinute());
            out.write(at.getSecond());
        });
        return this;
    }

    private PacketWriter block(DataPacket packet, byte[] block) {
        if (block.length > MAX_LENGTH) {
            throw new MappingException(
                    "",
                    "The data of this packet of layout " + packet.type() + " have " + block.length + " bytes; it holds "
                            + MAX_LENGTH + ". Split them, or send them as binary data.");
        }
        twoBytes(block.length);
        out.writeBytes(block);
        return this;
    }

    private PacketWriter content(Bytes content) {
        out.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(content.length()).array());
        out.writeBytes(content.toArray());
        return this;
    }

    private PacketWriter groups(DataPacket.Floats packet, ByteOrder order) {
        for (FloatGroup group : packet.groups()) {
            twoBytes(group.stream());
            twoBytes(group.values().size());
            ByteBuffer values =
                    ByteBuffer.allocate(group.values().size() * Float.BYTES).order(order);
            group.values().forEach(values::putFloat);
            out.writeBytes(values.array());
        }
        return this;
    }

    private void twoBytes(int number) {
        out.write(number >>> 8);
        out.write(number);
    }

    private Bytes bytes() {
        return Bytes.copyOf(out.toByteArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
