package org.iotconnector.onenet.legacy.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.onenet.legacy.DataPacket;
import org.iotconnector.onenet.legacy.FloatGroup;

/** Reads packets of {@code $dp}; strict, since a packet that is half understood stores wrong values. */
public final class PacketReader {
    private static final int TYPE = 0x3F;
    private static final int RESERVED = 0x40;
    private static final int CENTURY = 2000;

    private final ByteBuffer in;

    private PacketReader(ByteBuffer in) {
        this.in = in;
    }

    /** The packet that {@code payload} holds; MappingException when it holds none. */
    public static DataPacket read(Bytes payload, ByteOrder floats) {
        PacketReader reader = new PacketReader(payload.asBuffer());
        DataPacket packet = reader.packet(floats);
        if (reader.in.hasRemaining()) {
            throw reader.broken("has " + reader.in.remaining() + " bytes more than its lengths say");
        }
        return packet;
    }

    private DataPacket packet(ByteOrder floats) {
        need(1, "a type");
        int first = in.get() & 0xFF;
        int type = first & TYPE;
        boolean timed = (first & PacketWriter.TIME_PRESENT) != 0;
        if ((first & RESERVED) != 0) {
            throw broken("sets the reserved bit 6 of its type byte");
        }
        if (timed && type != 6 && type != 7) {
            throw broken("says that a time follows, which layout " + type + " does not have");
        }
        Optional<LocalDateTime> time = timed ? Optional.of(time()) : Optional.empty();
        return switch (type) {
            case 1 -> PacketJson.readPoints(block());
            case 2 -> PacketJson.readBinary(block(), content());
            case 3 -> PacketJson.readLatest(block());
            case 4 -> PacketJson.readTimed(block());
            case 5 -> new DataPacket.Text(PacketText.read(text()));
            case 6 -> new DataPacket.TimedText(time, PacketText.read(text()));
            case 7 -> new DataPacket.Floats(time, groups(floats));
            default -> throw broken("is of layout " + type + "; there are 1 to 7");
        };
    }

    private LocalDateTime time() {
        need(6, "a time");
        int year = CENTURY + in.get();
        try {
            return LocalDateTime.of(year, in.get(), in.get(), in.get(), in.get(), in.get());
        } catch (DateTimeException noTime) {
            throw broken("has a time that does not exist (" + noTime.getMessage() + ")");
        }
    }

    private byte[] block() {
        need(Short.BYTES, "a length");
        return bytes(in.getShort() & 0xFFFF);
    }

    private Bytes content() {
        need(Integer.BYTES, "a length");
        long length = in.getInt() & 0xFFFF_FFFFL;
        if (length > in.remaining()) {
            throw broken("announces " + length + " bytes and has " + in.remaining());
        }
        return Bytes.copyOf(bytes((int) length));
    }

    private String text() {
        byte[] utf8 = block();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MappingException("", "The text of the packet is not UTF-8.", notUtf8);
        }
    }

    private List<FloatGroup> groups(ByteOrder order) {
        List<FloatGroup> groups = new ArrayList<>();
        while (in.hasRemaining()) {
            need(2 * Short.BYTES, "a stream and a count");
            int stream = in.getShort() & 0xFFFF;
            int count = in.getShort() & 0xFFFF;
            need(count * Float.BYTES, count + " floats");
            List<Float> values = new ArrayList<>(count);
            in.order(order);
            for (int i = 0; i < count; i++) {
                values.add(in.getFloat());
            }
            in.order(ByteOrder.BIG_ENDIAN);
            groups.add(new FloatGroup(stream, values));
        }
        return groups;
    }

    private byte[] bytes(int length) {
        need(length, length + " bytes of data");
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private void need(int length, String what) {
        if (in.remaining() < length) {
            throw broken("ends where " + what + " should be");
        }
    }

    private MappingException broken(String how) {
        return new MappingException(
                "", "The packet " + how + " (at byte " + in.position() + " of " + in.limit() + ").");
    }
}
