package org.iotconnector.onenet.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataPacketTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2016, 1, 2, 3, 4, 5);
    private static final Value ONE = new Value.Int(1);

    private static void assertRefused(ThrowingCallable making, String complaint) {
        assertThatThrownBy(making).isInstanceOf(MappingException.class).hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536})
    void floatGroup_withAStreamOutside1To65535_isRefused(int stream) {
        assertRefused(() -> new FloatGroup(stream, List.of(1f)), "Stream number " + stream);
    }

    @Test
    void floatGroup_of500Values_isTaken() {
        assertThatCode(() -> new FloatGroup(65_535, Collections.nCopies(500, 1f)))
                .doesNotThrowAnyException();
    }

    @Test
    void floatGroup_of501Values_isRefused() {
        assertRefused(() -> new FloatGroup(1, Collections.nCopies(501, 1f)), "501 values; 500 are allowed");
    }

    @Test
    void floatGroup_withoutValues_isRefused() {
        assertRefused(() -> new FloatGroup(1, List.of()), "at least one value");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void floatGroup_withWhatIsNoNumber_isRefused(float value) {
        assertRefused(() -> new FloatGroup(1, List.of(value)), "is no number");
    }

    @Test
    void floats_of500Streams_areTaken() {
        List<FloatGroup> groups = Collections.nCopies(500, new FloatGroup(1, List.of(1f)));

        assertThatCode(() -> new DataPacket.Floats(Optional.empty(), groups)).doesNotThrowAnyException();
    }

    @Test
    void floats_of501Streams_areRefused() {
        List<FloatGroup> groups = Collections.nCopies(501, new FloatGroup(1, List.of(1f)));

        assertRefused(() -> new DataPacket.Floats(Optional.empty(), groups), "501 streams; 500 are allowed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1999, 2100})
    void floats_withAYearThatTwoDigitsCannotSay_areRefused(int year) {
        Optional<LocalDateTime> time = Optional.of(TIME.withYear(year));
        List<FloatGroup> groups = List.of(new FloatGroup(1, List.of(1f)));

        assertRefused(() -> new DataPacket.Floats(time, groups), "2000 to 2099");
    }

    @Test
    void times_always_areCutToWholeSeconds() {
        DataStream stream = DataStream.of("t", TIME.plusNanos(999_999_999), ONE);

        assertThat(stream).isEqualTo(DataStream.of("t", TIME, ONE));
    }

    @Test
    void stream_withAYearOfFiveDigits_isRefused() {
        assertRefused(() -> DataStream.of("t", TIME.withYear(10_000), ONE), "1 to 9999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "\ud800"})
    void stream_withABadName_isRefused(String name) {
        assertRefused(() -> DataStream.of(name, ONE), "data stream's name");
    }

    @Test
    void stream_withANameOf129Characters_isRefused() {
        assertRefused(() -> DataStream.of("x".repeat(129), ONE), "has 129");
    }

    @Test
    void points_withoutStreams_areRefused() {
        assertRefused(() -> new DataPacket.Points(List.of()), "at least one data stream");
    }

    @Test
    void latest_withoutValues_isRefused() {
        assertRefused(() -> new DataPacket.Latest(Values.empty()), "at least one value");
    }

    @Test
    void timed_withAPointWithoutTime_isRefused() {
        assertRefused(() -> new DataPacket.Timed(List.of(DataStream.of("t", ONE))), "t: has a point without a time");
    }

    @Test
    void timed_withTwoPointsOfOneSecond_isRefused() {
        DataStream.Point first = new DataStream.Point(Optional.of(TIME), ONE);
        DataStream.Point second = new DataStream.Point(Optional.of(TIME.plusNanos(1)), ONE);
        DataStream stream = new DataStream("t", List.of(first, second));

        assertRefused(() -> new DataPacket.Timed(List.of(stream)), "use layout 1");
    }

    @Test
    void timed_withAStreamTwice_isRefused() {
        List<DataStream> streams = List.of(DataStream.of("t", TIME, ONE), DataStream.of("t", TIME.plusDays(1), ONE));

        assertRefused(() -> new DataPacket.Timed(streams), "t: is there twice");
    }

    @ParameterizedTest
    @ValueSource(chars = {0, 'é', '温'})
    void text_withASeparatorThatIsNotAscii_isRefused(char separator) {
        assertRefused(() -> new DataText(separator, ';', List.of(DataText.Entry.of("1"))), "one ASCII character");
    }

    @Test
    void text_withOneSeparatorForBoth_isRefused() {
        assertRefused(() -> new DataText(';', ';', List.of(DataText.Entry.of("1"))), "different separators");
    }

    @Test
    void text_withASeparatorInAValue_isRefused() {
        assertRefused(() -> DataText.of(List.of(DataText.Entry.of("a", "1,5"))), "separator ',' (index 1)");
    }

    @Test
    void text_withASeparatorInAStream_isRefused() {
        assertRefused(() -> DataText.of(List.of(DataText.Entry.of("a;b", "1"))), "separator ';' (index 1)");
    }

    @Test
    void text_whoseSeparatorWouldCutATime_isRefused() {
        List<DataText.Entry> records = List.of(DataText.Entry.of("a", TIME, "x"));

        assertRefused(() -> new DataText('-', ';', records), "separator '-'");
    }

    @Test
    void textEntry_withATimeAndNoStream_isRefused() {
        assertRefused(() -> new DataText.Entry(Optional.empty(), Optional.of(TIME), "1"), "name of its stream");
    }

    @Test
    void textEntry_withNothing_isRefused() {
        assertRefused(() -> DataText.Entry.of(""), "needs a value");
    }

    @Test
    void match_ofEachLayout_callsItsFunction() {
        DataText text = DataText.of(List.of(DataText.Entry.of("1")));
        List<DataPacket> packets = List.of(
                new DataPacket.Points(List.of(DataStream.of("t", ONE))),
                new DataPacket.Binary("t", Optional.empty(), "", Bytes.empty()),
                new DataPacket.Latest(Values.of("t", 1)),
                new DataPacket.Timed(List.of(DataStream.of("t", TIME, ONE))),
                new DataPacket.Text(text),
                new DataPacket.TimedText(Optional.empty(), text),
                new DataPacket.Floats(Optional.empty(), List.of(new FloatGroup(1, List.of(1f)))));

        for (DataPacket packet : packets) {
            int called = packet.match(p -> 1, p -> 2, p -> 3, p -> 4, p -> 5, p -> 6, p -> 7);

            assertThat(called).isEqualTo(packet.type());
        }
    }
}
