package org.iotconnector.simulator.internal.onenet.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.onenet.legacy.BinaryData;
import org.iotconnector.simulator.onenet.legacy.DataPoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PacketParserTest {
    private static final Optional<LocalDateTime> TIME = Optional.of(LocalDateTime.of(2016, 1, 2, 3, 4, 5));
    private static final Optional<LocalDateTime> ARRIVAL = Optional.empty();
    private static final List<DataPoint> TEXT = List.of(
            new DataPoint("temperature", TIME, "22.5"),
            new DataPoint("humidity", ARRIVAL, "95"),
            new DataPoint("", ARRIVAL, "7"));

    /** What each golden value holds. */
    private static final Map<String, List<DataPoint>> EXPECTED = Map.of(
            "dp-type1",
            List.of(new DataPoint("temperature", TIME, 36.5)),
            "dp-type2",
            List.of(new DataPoint(
                    "image", TIME, new BinaryData("jpg", HexFormat.of().parseHex("ffd8ffe000104a464946")))),
            "dp-type3",
            List.of(new DataPoint("temperature", ARRIVAL, 22.5), new DataPoint("humidity", ARRIVAL, 95)),
            "dp-type4",
            List.of(new DataPoint("temperature", TIME, 22.5), new DataPoint("humidity", TIME, 95)),
            "dp-type5",
            TEXT,
            "dp-type6-no-time",
            TEXT,
            "dp-type6-time",
            List.of(new DataPoint("temperature", TIME, "22.5")),
            "dp-type7-no-time",
            List.of(
                    new DataPoint("1", ARRIVAL, 36.5f),
                    new DataPoint("9271", ARRIVAL, -1f),
                    new DataPoint("9271", ARRIVAL, 0.25f)),
            "dp-type7-time",
            List.of(new DataPoint("1", TIME, 36.5f)));

    private final PacketParser parser = new PacketParser(ByteOrder.LITTLE_ENDIAN);

    static Stream<Arguments> vectors() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PacketParserTest.class.getResourceAsStream("/onenet-vectors.json"))) {
            return ((List<?>) Objects.requireNonNull(Json.read(file.readAllBytes())))
                    .stream()
                            .map(PacketParserTest::object)
                            .filter(vector -> text(vector, "name").startsWith("dp-type"))
                            .map(vector ->
                                    Arguments.of(text(vector, "name"), text(object(vector.get("expected")), "hex")));
        }
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        return Json.object(value).orElseThrow();
    }

    private static String text(Map<String, @Nullable Object> object, String name) {
        return String.valueOf(object.get(name));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void parse_goldenValue_givesItsPoints(String name, String hex) throws IOException {
        assertThat(parser.parse(HexFormat.of().parseHex(hex))).isEqualTo(EXPECTED.get(name));
    }

    @Test
    void parse_bigEndianFloats_followTheSetting() throws IOException {
        PacketParser other = new PacketParser(ByteOrder.BIG_ENDIAN);

        assertThat(other.parse(HexFormat.of().parseHex("070001000142120000")))
                .containsExactly(new DataPoint("1", ARRIVAL, 36.5f));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "00",
        "08",
        "83000100",
        "03",
        "030005",
        "0300027b7d",
        "0300077b2274223a317d00",
        "0300077b2274223a317b",
        "0300025b5d",
        "03000a7b2274223a6e756c6c7d",
        "02000d7b2264735f6964223a2261227d000000ff",
        "02000d7b2264735f6964223a2261227dffffffff",
        "0500022c2c",
        "0500092c3b612c622c632c64",
        "861001",
        "87100d0203040500010001000000",
        "0700000001000012",
        "0700010000",
        "07000101f5",
        "07"
    })
    void parse_illegalData_isRefused(String hex) {
        assertThatThrownBy(() -> parser.parse(HexFormat.of().parseHex(hex))).isInstanceOf(IOException.class);
    }
}
