package org.iotconnector.onenet.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

class DataPointsPropertyTest {
    @Property
    void packet_encodedAndDecoded_isItself(@ForAll("packets") DataPacket packet, @ForAll("orders") ByteOrder order) {
        DataPacket decoded = DataPoints.decode(DataPoints.encode(packet, order), order);

        assertThat(decoded).isEqualTo(packet);
    }

    @Property
    void decode_ofAnyBytes_failsOnlyAsAMapping(@ForAll byte[] payload) {
        assertReadOrRefused(payload);
    }

    @Property
    void decode_ofADamagedPacket_failsOnlyAsAMapping(
            @ForAll("packets") DataPacket packet, @ForAll int place, @ForAll byte value, @ForAll int cut) {
        byte[] whole = DataPoints.encode(packet).toArray();
        whole[Math.floorMod(place, whole.length)] = value;

        assertReadOrRefused(whole);
        assertReadOrRefused(Arrays.copyOf(whole, Math.floorMod(cut, whole.length)));
    }

    /** What is read can be written and is then read the same. */
    private static void assertReadOrRefused(byte[] payload) {
        try {
            DataPacket packet = DataPoints.decode(Bytes.copyOf(payload));
            assertThat(DataPoints.decode(DataPoints.encode(packet))).isEqualTo(packet);
        } catch (MappingException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<ByteOrder> orders() {
        return Arbitraries.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN);
    }

    @Provide
    Arbitrary<DataPacket> packets() {
        return Arbitraries.oneOf(points(), binary(), latest(), timed(), text(), timedText(), floats());
    }

    private static Arbitrary<DataPacket> points() {
        Arbitrary<DataStream.Point> point =
                Combinators.combine(times().optional(), values()).as(DataStream.Point::new);
        return Combinators.combine(names(), point.list().ofMinSize(1).ofMaxSize(4))
                .as(DataStream::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(DataPacket.Points::new);
    }

    private static Arbitrary<DataPacket> binary() {
        return Combinators.combine(
                        names(),
                        times().optional(),
                        Arbitraries.strings().alpha().ofMaxLength(20),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(300))
                .as((stream, at, description, content) ->
                        new DataPacket.Binary(stream, at, description, Bytes.copyOf(content)));
    }

    private static Arbitrary<DataPacket> latest() {
        return Arbitraries.maps(names(), values())
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(map -> new DataPacket.Latest(Values.copyOf(map)));
    }

    private static Arbitrary<DataPacket> timed() {
        Arbitrary<Map<LocalDateTime, Value>> byTime =
                Arbitraries.maps(times(), values()).ofMinSize(1).ofMaxSize(4);
        return Arbitraries.maps(names(), byTime).ofMinSize(1).ofMaxSize(4).map(streams -> {
            Map<String, DataStream> made = new LinkedHashMap<>();
            streams.forEach((name, points) -> made.put(
                    name,
                    new DataStream(
                            name,
                            points.entrySet().stream()
                                    .map(entry -> new DataStream.Point(Optional.of(entry.getKey()), entry.getValue()))
                                    .toList())));
            return new DataPacket.Timed(List.copyOf(made.values()));
        });
    }

    private static Arbitrary<DataText> content() {
        Arbitrary<String> field = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars(" .,é温-")
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<DataText.Entry> full =
                Combinators.combine(field, times(), field).as(DataText.Entry::of);
        Arbitrary<DataText.Entry> named = Combinators.combine(field, field).as(DataText.Entry::of);
        Arbitrary<DataText.Entry> bare = field.map(DataText.Entry::of);
        return Combinators.combine(
                        Arbitraries.of('|', '\t', '$', '*'),
                        Arbitraries.of(';', '\n', '\\', '^'),
                        Arbitraries.oneOf(full, named, bare).list().ofMinSize(1).ofMaxSize(6))
                .as(DataText::new);
    }

    private static Arbitrary<DataPacket> text() {
        return content().map(DataPacket.Text::new);
    }

    private static Arbitrary<DataPacket> timedText() {
        return Combinators.combine(times().optional(), content()).as(DataPacket.TimedText::new);
    }

    private static Arbitrary<DataPacket> floats() {
        Arbitrary<FloatGroup> group = Combinators.combine(
                        Arbitraries.integers().between(1, 65_535),
                        Arbitraries.floats().list().ofMinSize(1).ofMaxSize(20))
                .as(FloatGroup::new);
        return Combinators.combine(times().optional(), group.list().ofMinSize(1).ofMaxSize(6))
                .as(DataPacket.Floats::new);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("_- 温度")
                .ofMinLength(1)
                .ofMaxLength(16);
    }

    /** Within what two digits of a year can say. */
    private static Arbitrary<LocalDateTime> times() {
        long first = LocalDateTime.of(2000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        long last = LocalDateTime.of(2099, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);
        return Arbitraries.longs()
                .between(first, last)
                .map(second -> LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
    }

    /** Those that JSON tells apart. */
    private static Arbitrary<Value> values() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(Value.Int::new),
                Arbitraries.doubles().map(Value.Float64::new),
                Arbitraries.of(true, false).map(Value.Bool::new),
                Arbitraries.strings().alpha().ofMaxLength(10).map(Value.Text::new));
    }
}
