package org.iotconnector.onenet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.iotconnector.onenet.internal.CodecHarness.SYS;
import static org.iotconnector.onenet.internal.CodecHarness.topic;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.DataProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Products whose script turns bytes into OneJSON. */
class OneNetRawCodecTest {
    private static final Bytes BYTES = Bytes.copyOf(new byte[] {1, (byte) 0xFF, 0});

    private final CodecHarness sensor = CodecHarness.speaking(DataProtocol.RAW);

    private List<Downlink> decode(String path) {
        return sensor.codec.decode(new Message(TopicName.of(SYS + path), BYTES, QualityOfService.AT_MOST_ONCE, false));
    }

    static Stream<Uplink> thingModelMessages() {
        ReplyAddress to = new ReplyAddress(SYS + "thing/property/set_reply", "1");
        Backlog backlog =
                Backlog.builder().values(Instant.EPOCH, Values.of("temp", 1)).build();
        return Stream.of(
                Uplink.PropertyReport.of(Values.of("temp", 1)),
                Uplink.EventReport.of("alarm", Values.empty()),
                new Uplink.SetReply(to, 200, ""),
                new Uplink.ServiceReply(to, 200, "", Values.empty()),
                new Uplink.DesiredQuery(List.of("temp")),
                new Uplink.DesiredDelete(Map.of("temp", OptionalLong.empty())),
                new Uplink.BatchReport(backlog),
                new Uplink.HistoryReport(backlog));
    }

    @Test
    void subscriptions_withARawHandler_areItsTopics() {
        assertThat(sensor.codec.subscriptions(Interest.REPLIES_ONLY.withRaw()))
                .containsExactly(
                        Subscription.atMostOnce(SYS + "custome/up_reply"),
                        Subscription.atMostOnce(SYS + "custome/down/+"));
    }

    @Test
    void subscriptions_withoutARawHandler_areNone() {
        assertThat(sensor.codec.subscriptions(Interest.REPLIES_ONLY.withSets())).isEmpty();
    }

    @Test
    void report_ofBytes_isSentAsItIsAndAwaitsNothing() {
        Outgoing out = sensor.encode(new Uplink.RawReport(BYTES), 1);

        assertThat(topic(out)).isEqualTo(SYS + "custome/up");
        assertThat(out.publication().payload()).isEqualTo(BYTES);
        assertThat(out.publication().qos()).isEqualTo(QualityOfService.AT_LEAST_ONCE);
        assertThat(out.replyKey()).isEmpty();
    }

    @Test
    void command_withBytes_isAnsweredOnTheTopicOfItsId() {
        Downlink.RawCommand command =
                (Downlink.RawCommand) decode("custome/down/77").get(0);

        Outgoing out = sensor.encode(new Uplink.RawReply(command.replyTo().orElseThrow(), Bytes.ofUtf8("ok")), 1);

        assertThat(command.payload()).isEqualTo(BYTES);
        assertThat(topic(out)).isEqualTo(SYS + "custome/down_reply/77");
        assertThat(CodecHarness.payload(out)).isEqualTo("ok");
        assertThat(out.replyKey()).isEqualTo(Optional.empty());
    }

    @Test
    void answerToAReport_always_isHandedOnAsItIs() {
        assertThat(decode("custome/up_reply")).containsExactly(new Downlink.RawReportReply(BYTES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"custome/up", "custome/down/", "custome/down/1/2", "custome/down", "thing/property/set"})
    void decode_otherTopics_isNothing(String path) {
        assertThat(decode(path)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("thingModelMessages")
    void encode_thingModelMessage_isUnsupportedInWords(Uplink message) {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> sensor.codec.encode(message, 1))
                .withMessageContaining("data protocol raw");
    }
}
