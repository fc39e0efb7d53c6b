package org.iotconnector.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteOrder;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.onenet.legacy.DataPacket;
import org.iotconnector.onenet.legacy.internal.PacketReader;
import org.iotconnector.onenet.legacy.internal.PacketWriter;

/** Data packets of OneNET's first generation, in both orders of bytes. */
class PacketFuzzTest {

    @FuzzTest
    void packets(byte[] input) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            Check.read(() -> PacketReader.read(Bytes.copyOf(input), order), MappingException.class)
                    .ifPresent(packet -> writeAndReadAgain(packet, order));
        }
    }

    /** What was read can be written, unless it has grown beyond a packet's lengths, and is then read as the same. */
    private static void writeAndReadAgain(DataPacket packet, ByteOrder order) {
        Check.read(() -> PacketWriter.write(packet, order), MappingException.class)
                .ifPresent(
                        written -> assertThat(PacketReader.read(written, order)).isEqualTo(packet));
    }
}
