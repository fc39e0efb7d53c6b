package org.iotconnector.onenet.legacy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.legacy.CommandForm;
import org.iotconnector.onenet.legacy.DataPacket;
import org.iotconnector.onenet.legacy.DataPoints;
import org.iotconnector.onenet.legacy.DataStream;
import org.iotconnector.onenet.legacy.Devices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyCodecTest {
    /** 2016-01-02 03:04:05 in Beijing. */
    private static final Instant TIME = Instant.parse("2016-01-01T19:04:05Z");

    private static final LocalDateTime BEIJING = LocalDateTime.of(2016, 1, 2, 3, 4, 5);
    private static final Values VALUES = Values.of("t", 22.5, "h", 95);
    private static final ReplyAddress ADDRESS = new ReplyAddress("$crsp/8d8c-1", "8d8c-1");

    private final LegacyCodec codec = new LegacyCodec(Devices.sensor().build());

    private static Outgoing only(List<Outgoing> messages) {
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    private static DataPacket packet(LegacyCodec codec, Uplink uplink) {
        Outgoing outgoing = only(codec.encode(uplink, 1));
        assertThat(outgoing.publication().topic().text()).isEqualTo("$dp");
        assertThat(outgoing.publication().retained()).isFalse();
        assertThat(outgoing.replyKey()).isEmpty();
        return DataPoints.decode(outgoing.publication().payload());
    }

    private static Message message(String topic, Bytes payload) {
        return new Message(TopicName.of(topic), payload, QualityOfService.AT_MOST_ONCE, false);
    }

    private static Message command(String payload) {
        return message("$creq/8d8c-1", Bytes.ofUtf8(payload));
    }

    private static Uplink.PropertyReport report(Optional<Instant> time) {
        return new Uplink.PropertyReport(VALUES, time, true);
    }

    @Test
    void subscriptions_forAnyInterest_areNone() {
        Interest all = Interest.REPLIES_ONLY.withSets().withRaw().withService("blink");

        assertThat(codec.subscriptions(all)).isEmpty();
    }

    @Test
    void unsubscribed_always_areCommands() {
        assertThat(codec.unsubscribed()).containsExactly(TopicFilter.of("$creq/+"));
    }

    @Test
    void report_withoutTime_isOfLayout3() {
        assertThat(packet(codec, report(Optional.empty()))).isEqualTo(new DataPacket.Latest(VALUES));
    }

    @Test
    void report_withTime_isOfLayout4InBeijingTime() {
        assertThat(packet(codec, report(Optional.of(TIME))))
                .isEqualTo(new DataPacket.Timed(List.of(
                        DataStream.of("t", BEIJING, new Value.Float64(22.5)),
                        DataStream.of("h", BEIJING, new Value.Int(95)))));
    }

    @Test
    void report_inAnotherTimeZone_carriesItsTime() {
        LegacyCodec utc =
                new LegacyCodec(Devices.sensor().timeZone(ZoneId.of("UTC")).build());

        DataPacket.Timed timed = (DataPacket.Timed) packet(utc, report(Optional.of(TIME)));

        assertThat(timed.streams().get(0).points().get(0).at()).contains(LocalDateTime.of(2016, 1, 1, 19, 4, 5));
    }

    @Test
    void report_withDataType1_isOfLayout1WithAndWithoutTime() {
        LegacyCodec verbose = new LegacyCodec(Devices.sensor().dataType(1).build());

        assertThat(packet(verbose, report(Optional.empty())))
                .isEqualTo(new DataPacket.Points(
                        List.of(DataStream.of("t", new Value.Float64(22.5)), DataStream.of("h", new Value.Int(95)))));
        assertThat(packet(verbose, report(Optional.of(TIME))))
                .isEqualTo(new DataPacket.Points(List.of(
                        DataStream.of("t", BEIJING, new Value.Float64(22.5)),
                        DataStream.of("h", BEIJING, new Value.Int(95)))));
    }

    @Test
    void report_always_namesItsPropertiesAndGoesWithTheChosenQos() {
        LegacyCodec once = new LegacyCodec(
                Devices.sensor().qos(QualityOfService.AT_MOST_ONCE).build());

        Outgoing outgoing = only(once.encode(report(Optional.empty()), 1));

        assertThat(outgoing.properties()).containsExactlyInAnyOrder("t", "h");
        assertThat(outgoing.publication().qos()).isEqualTo(QualityOfService.AT_MOST_ONCE);
    }

    @Test
    void report_ofATimeBeyondTheCalendar_isRefused() {
        assertThatThrownBy(() -> codec.encode(report(Optional.of(Instant.MAX)), 1))
                .isInstanceOf(MappingException.class);
    }

    @Test
    void batch_ofSeveralTimes_isOneMessageOfLayout1ByStream() {
        Backlog backlog = Backlog.builder()
                .values(TIME, Values.of("t", 1, "h", 2))
                .values(TIME, Values.of("t", 3))
                .build();

        DataPacket packet = packet(codec, new Uplink.BatchReport(backlog));

        assertThat(packet)
                .isEqualTo(new DataPacket.Points(List.of(
                        new DataStream(
                                "t",
                                List.of(
                                        new DataStream.Point(Optional.of(BEIJING), new Value.Int(1)),
                                        new DataStream.Point(Optional.of(BEIJING), new Value.Int(3)))),
                        DataStream.of("h", BEIJING, new Value.Int(2)))));
    }

    @Test
    void batch_withAnEvent_isRefusedWithAWayOut() {
        Backlog backlog = Backlog.builder().event(TIME, "alarm", Values.empty()).build();

        assertThatThrownBy(() -> codec.encode(new Uplink.BatchReport(backlog), 1))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("alarm")
                .hasMessageContaining("data streams");
    }

    @Test
    void raw_always_isBinaryDataOfItsStream() {
        LegacyCodec camera = new LegacyCodec(Devices.sensor().rawStream("bytes").build());
        Bytes payload = Bytes.ofUtf8("abc");

        assertThat(packet(camera, new Uplink.RawReport(payload)))
                .isEqualTo(new DataPacket.Binary("bytes", Optional.empty(), "", payload));
    }

    static Stream<Uplink> missing() {
        return Stream.of(
                Uplink.EventReport.of("alarm", Values.empty()),
                new Uplink.ServiceReply(ADDRESS, 200, "", Values.empty()),
                new Uplink.DesiredQuery(List.of()),
                new Uplink.DesiredDelete(Map.of("t", OptionalLong.empty())),
                new Uplink.HistoryReport(Backlog.builder().values(TIME, VALUES).build()));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void encode_ofWhatThePlatformLacks_saysSo(Uplink uplink) {
        assertThatThrownBy(() -> codec.encode(uplink, 1))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("OneNET's first generation has no");
    }

    @Test
    void command_thatIsAJsonObject_isAPropertySet() {
        assertThat(codec.decode(command("{\"threshold\":30}")))
                .containsExactly(new Downlink.PropertySet(Values.of("threshold", 30), Optional.of(ADDRESS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open", "[1]", "7", " {\"a\":1}"})
    void command_thatIsAnythingElse_isRaw(String payload) {
        assertThat(codec.decode(command(payload)))
                .containsExactly(new Downlink.RawCommand(Bytes.ofUtf8(payload), Optional.of(ADDRESS)));
    }

    @Test
    void command_thatIsABrokenJsonObject_isRefused() {
        assertThatThrownBy(() -> codec.decode(command("{\"threshold\":"))).isInstanceOf(MappingException.class);
    }

    @Test
    void command_withCommandsRaw_isRawWhateverItHolds() {
        LegacyCodec raw =
                new LegacyCodec(Devices.sensor().commands(CommandForm.RAW).build());

        assertThat(raw.decode(command("{\"a\":1}")))
                .containsExactly(new Downlink.RawCommand(Bytes.ofUtf8("{\"a\":1}"), Optional.of(ADDRESS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$creq", "$creq/", "$creq/a/b", "$crsp/a", "$dp", "room/creq/a"})
    void decode_ofOtherTopics_isNothing(String topic) {
        assertThat(codec.decode(message(topic, Bytes.ofUtf8("x")))).isEmpty();
    }

    @Test
    void answerToASet_isJsonWithTheCode() {
        Outgoing done = only(codec.encode(new Uplink.SetReply(ADDRESS, 200, ""), 1));
        Outgoing failed = only(codec.encode(new Uplink.SetReply(ADDRESS, 500, "stuck\ud800"), 1));

        assertThat(done.publication().topic().text()).isEqualTo("$crsp/8d8c-1");
        assertThat(done.publication().payload()).isEqualTo(Bytes.ofUtf8("{\"code\":200}"));
        assertThat(failed.publication().payload()).isEqualTo(Bytes.ofUtf8("{\"code\":500,\"message\":\"stuck?\"}"));
    }

    @Test
    void answerToARawCommand_isItsBytes() {
        Outgoing answer = only(codec.encode(new Uplink.RawReply(ADDRESS, Bytes.ofUtf8("ok")), 1));

        assertThat(answer.publication().topic().text()).isEqualTo("$crsp/8d8c-1");
        assertThat(answer.publication().payload()).isEqualTo(Bytes.ofUtf8("ok"));
        assertThat(answer.replyKey()).isEmpty();
    }
}
