package org.iotconnector.onenet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.iotconnector.onenet.internal.CodecHarness.SYS;
import static org.iotconnector.onenet.internal.CodecHarness.payload;
import static org.iotconnector.onenet.internal.CodecHarness.topic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.DataProtocol;
import org.iotconnector.onenet.Vectors;
import org.iotconnector.onenet.Vectors.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points, their acknowledgement and commands, as the MQTT suite documents them, read 2026-11. */
class OneNetDataStreamCodecTest {
    private static final Instant TIME = Instant.ofEpochMilli(1_700_000_000_900L);

    private final CodecHarness sensor = CodecHarness.speaking(DataProtocol.DATASTREAM);

    private static Uplink report(String name, Object value) {
        return Uplink.PropertyReport.of(Values.of(name, value));
    }

    private static Values nested(int levels) {
        Values values = Values.of("leaf", 1);
        for (int i = 1; i < levels; i++) {
            values = Values.of("n", values);
        }
        return values;
    }

    @Test
    void subscriptions_always_hearTheVerdicts() {
        assertThat(sensor.codec.subscriptions(Interest.REPLIES_ONLY))
                .containsExactly(Subscription.atMostOnce(SYS + "dp/post/json/+"));
    }

    @Test
    void subscriptions_withARawHandler_hearCommandsToo() {
        assertThat(sensor.codec.subscriptions(Interest.REPLIES_ONLY.withRaw()))
                .containsExactly(
                        Subscription.atMostOnce(SYS + "dp/post/json/+"),
                        Subscription.atMostOnce(SYS + "cmd/request/+"));
    }

    @Test
    void report_withATime_hasPointsWithWholeSeconds() {
        Values values = Values.of("temp", 30, "status", Values.of("color", "blue"), "on", true);

        Outgoing out = sensor.encode(new Uplink.PropertyReport(values, Optional.of(TIME), true), 123);

        assertThat(topic(out)).isEqualTo(SYS + "dp/post/json");
        assertThat(payload(out))
                .isEqualTo("{\"id\":123,\"dp\":{\"temp\":[{\"v\":30,\"t\":1700000000}],\"status\":[{\"v\":{\"color\":"
                        + "\"blue\"},\"t\":1700000000}],\"on\":[{\"v\":1,\"t\":1700000000}]}}");
        assertThat(out.replyKey()).contains("dp/post/json#123");
        assertThat(out.properties()).containsExactlyInAnyOrder("temp", "status", "on");
    }

    @Test
    void report_ofNow_hasNoTime() {
        assertThat(payload(sensor.encode(report("temp", 30), 1)))
                .isEqualTo("{\"id\":1,\"dp\":{\"temp\":[{\"v\":30}]}}");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2147483647, 2147483647", "2147483648, 1", "0, 2147483647", "-1, 2147483646"})
    void report_sequence_becomesANumberFrom1To2147483647(long sequence, long id) {
        Outgoing out = sensor.encode(report("temp", 30), sequence);

        assertThat(Json.readObject(out.publication().payload().toArray()).longInteger("id"))
                .isEqualTo(id);
    }

    @Test
    void batch_ofSeveralMoments_isGroupedByStream() {
        Backlog backlog = Backlog.builder()
                .values(TIME, Values.of("temp", 20))
                .values(TIME.plusSeconds(1), Values.of("temp", 21))
                .build();

        assertThat(payload(sensor.encode(new Uplink.BatchReport(backlog), 5)))
                .isEqualTo("{\"id\":5,\"dp\":{\"temp\":[{\"v\":20,\"t\":1700000000},{\"v\":21,\"t\":1700000001}]}}");
        assertThat(topic(sensor.encode(new Uplink.HistoryReport(backlog), 6))).isEqualTo(SYS + "dp/post/json");
    }

    @Test
    void batch_withAnEvent_isUnsupportedInWords() {
        Backlog backlog = Backlog.builder().event(TIME, "alarm", Values.empty()).build();

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> sensor.codec.encode(new Uplink.BatchReport(backlog), 1))
                .withMessageContaining("no events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A_b.9", "$flag", "abcdefghijklmnopqrstuvwxyz0123"})
    void stream_withADocumentedName_isTaken(String name) {
        assertThat(payload(sensor.encode(report(name, 1), 1))).contains("\"" + name + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a$", "$$a", "$", "温度", "a-b", "abcdefghijklmnopqrstuvwxyz01234"})
    void stream_withAnyOtherName_isRefused(String name) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> sensor.codec.encode(report(name, 1), 1))
                .withMessageContaining("1 to 30 characters");
    }

    @Test
    void point_nestedFiveLevels_isTakenAndSixAreNot() {
        assertThat(sensor.encode(report("s", nested(5)), 1)).isNotNull();

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> sensor.codec.encode(report("s", nested(6)), 1))
                .withMessageContaining("5 levels");
    }

    @Test
    void point_withAMemberNameOf31Bytes_isRefused() {
        Values object = Values.of("温温温温温温温温温温n", 1);

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> sensor.codec.encode(report("s", object), 1))
                .withMessageContaining("31 bytes");
    }

    @Test
    void point_thatIsAnArray_isRefusedWithTheWayOut() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> sensor.codec.encode(report("s", List.of(1, 2)), 1))
                .withMessageContaining("Put the array in an object");
    }

    @Test
    void accepted_byId_isTheReportsReply() {
        Outgoing out = sensor.encode(report("temp", 1), 123);

        Downlink.PlatformReply reply = (Downlink.PlatformReply) sensor.decode("dp/post/json/accepted", "{\"id\":123}");

        assertThat(reply.replyKey()).isEqualTo(out.replyKey().orElseThrow());
        assertThat(reply.success()).isTrue();
    }

    @Test
    void rejected_byId_carriesCodeAndText() {
        Downlink.PlatformReply reply = (Downlink.PlatformReply)
                sensor.decode("dp/post/json/rejected", "{\"id\":123,\"err_code\":98,\"err_msg\":\"Illegal Data\"}");

        assertThat(reply)
                .isEqualTo(new Downlink.PlatformReply("dp/post/json#123", 98, "Illegal Data", Values.empty(), false));
    }

    @Test
    void rejected_vectorWithoutId_isNobodysReply() {
        Vector vector = Vectors.get("datastream-rejected-no-id");
        String path = vector.expected().text("topicSuffix").substring(1);

        Downlink.PlatformReply reply = (Downlink.PlatformReply) sensor.decode(
                path, Json.toText(new Value.Struct(vector.expected().struct("json"))));

        assertThat(reply.replyKey()).isEqualTo("dp/post/json#-1");
        assertThat(reply.code()).isEqualTo(98);
        assertThat(reply.success()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dp/post/json/accepted | {}",
                "dp/post/json/accepted | [1]",
                "dp/post/json/rejected | {\"id\":1}",
                "dp/post/json/rejected | {\"id\":\"x\",\"err_code\":1}"
            })
    void verdict_thatIsNotDocumented_isAMappingProblem(String path, String payload) {
        assertThatExceptionOfType(MappingException.class).isThrownBy(() -> sensor.decodeAll(path, payload));
    }

    @Test
    void command_withAnyId_isAnsweredOnItsTopic() {
        Downlink.RawCommand command = (Downlink.RawCommand) sensor.decode("cmd/request/0f-1e", "on");

        Outgoing out = sensor.encode(new Uplink.RawReply(command.replyTo().orElseThrow(), Bytes.ofUtf8("done")), 1);

        assertThat(command.payload()).isEqualTo(Bytes.ofUtf8("on"));
        assertThat(topic(out)).isEqualTo(SYS + "cmd/response/0f-1e");
        assertThat(payload(out)).isEqualTo("done");
    }

    @Test
    void commandAnswer_of1023Bytes_isSentAndOfOneMoreRefused() {
        ReplyAddress to = new ReplyAddress(SYS + "cmd/response/1", "1");

        assertThat(sensor.encode(new Uplink.RawReply(to, Bytes.copyOf(new byte[1023])), 1))
                .isNotNull();
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> sensor.codec.encode(new Uplink.RawReply(to, Bytes.copyOf(new byte[1024])), 1))
                .withMessageContaining("less than 1 KB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cmd/response/1/accepted",
                "cmd/response/1/rejected",
                "cmd/request/",
                "cmd/request/1/2",
                "dp/post"
            })
    void decode_otherTopics_isNothing(String path) {
        assertThat(sensor.decodeAll(path, "{}")).isEmpty();
    }

    @Test
    void event_onADataStreamProduct_isUnsupportedInWords() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> sensor.codec.encode(Uplink.EventReport.of("alarm", Values.empty()), 1))
                .withMessageContaining("no thing model");
    }
}
