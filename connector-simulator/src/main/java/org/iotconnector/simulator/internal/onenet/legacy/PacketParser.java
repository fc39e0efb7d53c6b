package org.iotconnector.simulator.internal.onenet.legacy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.simulator.onenet.legacy.DataPoint;

/**
 * Payloads of {@code $dp} into points. "Device terminal access protocol, MQTT", V2.3: the first byte holds the layout in bits 0
 * to 5 and in bit 7 whether six bytes of time follow (layouts 6 and 7).
 */
final class PacketParser {
    private static final int MAX_GROUPS = 500;
    private static final int MAX_FLOATS = 500;

    private final ByteOrder floats;

    PacketParser(ByteOrder floats) {
        this.floats = floats;
    }

    /**
     * Reads one payload.
     *
     * @throws IOException if it is illegal; the message says why
     */
    List<DataPoint> parse(byte[] payload) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        List<DataPoint> points;
        try {
            points = read(in);
        } catch (EOFException tooShort) {
            throw new BadPacketException("shorter than its lengths say");
        }
        if (in.available() > 0) {
            throw new BadPacketException(in.available() + " bytes more than its lengths say");
        }
        if (points.isEmpty()) {
            throw new BadPacketException("no point in it");
        }
        return points;
    }

    private List<DataPoint> read(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        int layout = first & 0b0011_1111;
        boolean timed = first >= 0b1000_0000;
        if (timed && layout < 6) {
            throw new BadPacketException("a time is announced for layout " + layout);
        }
        Optional<LocalDateTime> time = timed ? Optional.of(time(in)) : Optional.empty();
        return switch (layout) {
            case 1 -> JsonPoints.ofStreams(block(in));
            case 2 -> List.of(JsonPoints.ofBinary(block(in), content(in)));
            case 3 -> JsonPoints.ofValues(block(in));
            case 4 -> JsonPoints.ofTimedValues(block(in));
            case 5, 6 -> TextPoints.read(new String(block(in), StandardCharsets.UTF_8), time);
            case 7 -> groups(in, time);
            default -> throw new BadPacketException("layout " + layout);
        };
    }

    private static LocalDateTime time(DataInputStream in) throws IOException {
        int year = 2000 + in.readUnsignedByte();
        try {
            return LocalDateTime.of(
                    year,
                    in.readUnsignedByte(),
                    in.readUnsignedByte(),
                    in.readUnsignedByte(),
                    in.readUnsignedByte(),
                    in.readUnsignedByte());
        } catch (DateTimeException impossible) {
            throw new BadPacketException("an impossible time");
        }
    }

    private static byte[] block(DataInputStream in) throws IOException {
        byte[] block = new byte[in.readUnsignedShort()];
        in.readFully(block);
        return block;
    }

    private static byte[] content(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new EOFException();
        }
        byte[] content = new byte[length];
        in.readFully(content);
        return content;
    }

    private List<DataPoint> groups(DataInputStream in, Optional<LocalDateTime> time) throws IOException {
        List<DataPoint> points = new ArrayList<>();
        for (int group = 0; in.available() > 0; group++) {
            int stream = in.readUnsignedShort();
            int count = in.readUnsignedShort();
            if (group == MAX_GROUPS || stream == 0 || count == 0 || count > MAX_FLOATS) {
                throw new BadPacketException("stream " + stream + " with " + count + " floats in place " + group);
            }
            for (int i = 0; i < count; i++) {
                int bits = in.readInt();
                float value = Float.intBitsToFloat(floats == ByteOrder.BIG_ENDIAN ? bits : Integer.reverseBytes(bits));
                points.add(new DataPoint(Integer.toString(stream), time, value));
            }
        }
        return points;
    }
}
