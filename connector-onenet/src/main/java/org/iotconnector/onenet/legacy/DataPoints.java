package org.iotconnector.onenet.legacy;

import java.nio.ByteOrder;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.onenet.legacy.internal.PacketReader;
import org.iotconnector.onenet.legacy.internal.PacketWriter;

/**
 * Packets of the topic {@code $dp} as bytes: pure functions. Lengths are big-endian in all layouts. The floats of layout
 * 7 are little-endian by the text of 2016, which was never confirmed on a live wire; hence the parameter.
 *
 * <pre>{@code
 * Bytes payload = DataPoints.encode(new DataPacket.Latest(Values.of("temperature", 22.5)));
 * }</pre>
 */
public final class DataPoints {
    /** The topic that takes packets. */
    public static final String TOPIC = "$dp";

    private DataPoints() {}

    /** As {@link #encode(DataPacket, ByteOrder)}, floats little-endian. */
    public static Bytes encode(DataPacket packet) {
        return encode(packet, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The payload of a message that carries {@code packet}.
     *
     * @param floats byte order of the floats of layout 7
     * @throws MappingException when the JSON or text has more than 65535 bytes
     */
    public static Bytes encode(DataPacket packet, ByteOrder floats) {
        return PacketWriter.write(packet, floats);
    }

    /** As {@link #decode(Bytes, ByteOrder)}, floats little-endian. */
    public static DataPacket decode(Bytes payload) {
        return decode(payload, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The packet that a payload carries.
     *
     * @param floats byte order of the floats of layout 7
     * @throws MappingException when it is none, saying where; there is no other failure, whatever the bytes
     */
    public static DataPacket decode(Bytes payload, ByteOrder floats) {
        return PacketReader.read(payload, floats);
    }
}
