package org.iotconnector.onenet.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DataPointsTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2016, 1, 2, 3, 4, 5);
    private static final Optional<LocalDateTime> NOW = Optional.empty();
    private static final DataText TEXT = DataText.of(List.of(
            DataText.Entry.of("temperature", TIME, "22.5"),
            DataText.Entry.of("humidity", "95"),
            DataText.Entry.of("7")));

    /** What each vector says, as a packet. */
    private static final Map<String, DataPacket> PACKETS = Map.of(
            "dp-type1",
            new DataPacket.Points(List.of(DataStream.of("temperature", TIME, new Value.Float64(36.5)))),
            "dp-type2",
            new DataPacket.Binary("image", Optional.of(TIME), "jpg", hex("ffd8ffe000104a464946")),
            "dp-type3",
            new DataPacket.Latest(Values.of("temperature", 22.5, "humidity", 95)),
            "dp-type4",
            new DataPacket.Timed(List.of(
                    DataStream.of("temperature", TIME, new Value.Float64(22.5)),
                    DataStream.of("humidity", TIME, new Value.Int(95)))),
            "dp-type5",
            new DataPacket.Text(TEXT),
            "dp-type6-no-time",
            new DataPacket.TimedText(NOW, TEXT),
            "dp-type6-time",
            new DataPacket.TimedText(Optional.of(TIME), DataText.of(List.of(DataText.Entry.of("temperature", "22.5")))),
            "dp-type7-no-time",
            new DataPacket.Floats(
                    NOW, List.of(new FloatGroup(1, List.of(36.5f)), new FloatGroup(9271, List.of(-1f, 0.25f)))),
            "dp-type7-time",
            new DataPacket.Floats(Optional.of(TIME), List.of(new FloatGroup(1, List.of(36.5f)))));

    static Stream<Vectors.Vector> vectors() {
        return Vectors.named("dp-type");
    }

    private static DataPacket packet(Vectors.Vector vector) {
        return Optional.ofNullable(PACKETS.get(vector.name())).orElseThrow();
    }

    private static Bytes hex(String digits) {
        return Bytes.copyOf(HexFormat.of().parseHex(digits));
    }

    @Test
    void vectors_always_coverAllLayouts() {
        assertThat(vectors().map(vector -> vector.inputs().integer("type")).distinct())
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void encode_ofAVector_isItsBytes(Vectors.Vector vector) {
        Bytes payload = DataPoints.encode(packet(vector));

        assertThat(HexFormat.of().formatHex(payload.toArray()))
                .isEqualTo(vector.expected().text("hex"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void decode_ofAVector_isItsPacket(Vectors.Vector vector) {
        DataPacket packet = DataPoints.decode(hex(vector.expected().text("hex")));

        assertThat(packet).isEqualTo(packet(vector));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void type_ofAVector_isThatOfItsFirstByte(Vectors.Vector vector) {
        assertThat(packet(vector).type()).isEqualTo(vector.inputs().integer("type"));
    }

    @Test
    void floats_bigEndian_areReadBackInThatOrderOnly() {
        DataPacket packet = new DataPacket.Floats(NOW, List.of(new FloatGroup(258, List.of(36.5f))));

        Bytes payload = DataPoints.encode(packet, ByteOrder.BIG_ENDIAN);

        assertThat(HexFormat.of().formatHex(payload.toArray())).isEqualTo("070102000142120000");
        assertThat(DataPoints.decode(payload, ByteOrder.BIG_ENDIAN)).isEqualTo(packet);
        assertThat(DataPoints.decode(payload)).isNotEqualTo(packet);
    }

    @Test
    void encode_ofJsonOf65535Bytes_isTaken() {
        Values values = Values.of("t", "x".repeat(65_535 - "{'t':''}".length()));

        Bytes payload = DataPoints.encode(new DataPacket.Latest(values));

        assertThat(payload.length()).isEqualTo(1 + 2 + 65_535);
        assertThat(DataPoints.decode(payload)).isEqualTo(new DataPacket.Latest(values));
    }

    @Test
    void encode_ofMoreJsonThanALengthCanSay_isRefused() {
        DataPacket packet = new DataPacket.Latest(Values.of("t", "x".repeat(65_535)));

        assertThatThrownBy(() -> DataPoints.encode(packet))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("65543")
                .hasMessageContaining("65535")
                .hasMessageContaining("Split");
    }

    @Test
    void encode_ofBinaryDataBeyond64KiB_isTaken() {
        DataPacket packet = new DataPacket.Binary("image", NOW, "", Bytes.copyOf(new byte[100_000]));

        assertThat(DataPoints.decode(DataPoints.encode(packet))).isEqualTo(packet);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ends where a type",
                "00 | layout 0",
                "08 | layout 8",
                "43 | reserved bit 6",
                "83 | a time follows",
                "03 | ends where a length",
                "030005 | ends where 5 bytes of data",
                "03000a7b2274223a317d | ends where 10 bytes of data",
                "0300077b2274223a317d00 | 1 bytes more",
                "0300057b2274223a | JSON",
                "0300027b7d | at least one value",
                "0300022222 | JSON object",
                "01000f7b226461746173747265616d73223a | JSON",
                "0100127b226461746173747265616d73223a5b5d7d | at least one data stream",
                "02000d7b2264735f6964223a2261227d | ends where a length",
                "02000d7b2264735f6964223a2261227d00000005aa | announces 5 bytes and has 1",
                "02000d7b2264735f6964223a2261227dffffffffaa | announces 4294967295 bytes",
                "0400067b2274223a7b | JSON",
                "0400087b2274223a7b7d7d | at least one point",
                "05000130 | two separators",
                "0500032c2c31 | different separators",
                "0500022c3b | at least one record",
                "0500092c3b612c622c632c64 | 4 fields",
                "0500072c3b612c622c63 | is no time",
                "050003ff3b31 | UTF-8",
                "861001 | ends where a time",
                "8710020203040500010001 | ends where 1 floats",
                "87100d020304050001000100001242 | time that does not exist",
                "0700000001000012 42 | Stream number 0",
                "0700010000 | at least one value",
                "07000101f5 | ends where 501 floats",
                "0700010001000080 7f | no number",
                "07 | at least one stream",
                "070001 | ends where a stream and a count"
            })
    void decode_ofWhatIsNoPacket_saysWhatIsWrong(String digits, String complaint) {
        Bytes payload = hex(digits.replace(" ", ""));

        assertThatThrownBy(() -> DataPoints.decode(payload))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void decode_ofTextWithASeparatorAtItsEnd_ignoresIt() {
        DataPacket packet = DataPoints.decode(Bytes.ofUtf8("\u0005\u0000\u0006,;a,1;"));

        assertThat(packet).isEqualTo(new DataPacket.Text(DataText.of(List.of(DataText.Entry.of("a", "1")))));
    }

    @Test
    void decode_ofPointsWithUnknownMembers_passesThemOver() {
        String json =
                "{\"v\":1,\"datastreams\":[{\"id\":\"t\",\"unit\":\"C\",\"datapoints\":[{\"value\":1,\"q\":0}]}]}";

        DataPacket packet = DataPoints.decode(Bytes.ofUtf8("\u0001\u0000" + (char) json.length() + json));

        assertThat(packet).isEqualTo(new DataPacket.Points(List.of(DataStream.of("t", new Value.Int(1)))));
    }
}
