package org.iotconnector.aliyun.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.iotconnector.aliyun.internal.CodecHarness.SYS;
import static org.iotconnector.aliyun.internal.CodecHarness.payload;
import static org.iotconnector.aliyun.internal.CodecHarness.topic;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iotconnector.aliyun.Devices;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payloads as Aliyun IoT documents them in "Device properties, events and services", read 2026-11. */
class AliyunCodecEncodeTest {
    private static final Instant TIME = Instant.ofEpochMilli(1_700_000_000_000L);

    private final CodecHarness lamp = CodecHarness.lamp();

    @Test
    void report_ofNow_hasBareValues() {
        Outgoing out = lamp.encode(
                Uplink.PropertyReport.of(Values.of("Switch", true, "Brightness", 80, "sensors:Temperature", 23.0f)), 1);

        assertThat(topic(out)).isEqualTo(SYS + "thing/event/property/post");
        assertThat(payload(out))
                .isEqualTo("{\"id\":\"1\",\"version\":\"1.0\",\"sys\":{\"ack\":1},\"params\":{\"Switch\":1,"
                        + "\"Brightness\":80,\"sensors:Temperature\":23.0},\"method\":\"thing.event.property.post\"}");
        assertThat(out.publication().qos()).isEqualTo(QualityOfService.AT_LEAST_ONCE);
        assertThat(out.publication().retained()).isFalse();
        assertThat(out.replyKey()).contains("thing/event/property/post#1");
        assertThat(out.properties()).containsExactlyInAnyOrder("Switch", "Brightness", "sensors:Temperature");
    }

    @Test
    void report_withTimeAndWithoutReply_wrapsValuesAndSaysSo() {
        Outgoing out = lamp.encode(new Uplink.PropertyReport(Values.of("Brightness", 80), Optional.of(TIME), false), 2);

        assertThat(payload(out))
                .isEqualTo("{\"id\":\"2\",\"version\":\"1.0\",\"sys\":{\"ack\":0},\"params\":{\"Brightness\":"
                        + "{\"value\":80,\"time\":1700000000000}},\"method\":\"thing.event.property.post\"}");
        assertThat(out.replyKey()).isEmpty();
    }

    @Test
    void report_ofDatesStructsAndArrays_usesThePlatformsForms() {
        Outgoing out = lamp.encode(
                Uplink.PropertyReport.of(
                        Values.of("Since", TIME, "Pos", Values.of("Lon", 1.5, "Fixed", false), "Codes", List.of(1, 2))),
                3);

        assertThat(payload(out))
                .contains("\"params\":{\"Since\":\"1700000000000\",\"Pos\":{\"Lon\":1.5,\"Fixed\":0},\"Codes\":[1,2]}");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "4294967295, 4294967295",
        "4294967296, 0",
        "4294967301, 5",
        "-1, 4294967295",
        "9223372036854775807, 4294967295"
    })
    void report_sequence_becomesAnIdOf32Bits(long sequence, String id) {
        Outgoing out = lamp.encode(Uplink.PropertyReport.of(Values.of("A", 1)), sequence);

        assertThat(payload(out)).startsWith("{\"id\":\"" + id + "\",");
        assertThat(out.replyKey()).contains("thing/event/property/post#" + id);
    }

    @Test
    void report_withQos0_isSentOnce() {
        CodecHarness device = new CodecHarness(Devices.lamp().qos(QualityOfService.AT_MOST_ONCE));

        Outgoing out = device.encode(Uplink.PropertyReport.of(Values.of("A", 1)), 1);

        assertThat(out.publication().qos()).isEqualTo(QualityOfService.AT_MOST_ONCE);
    }

    @Test
    void report_of201Properties_isRefusedBefore6106() {
        Values.Builder values = Values.builder();
        IntStream.range(0, 201).forEach(i -> values.put("P" + i, i));

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.encode(Uplink.PropertyReport.of(values.build()), 1))
                .withMessageContaining("201")
                .withMessageContaining("200");
    }

    @Test
    void report_timeBeyondMilliseconds_isAMappingProblem() {
        Uplink report = new Uplink.PropertyReport(Values.of("A", 1), Optional.of(Instant.MAX), true);

        assertThatExceptionOfType(MappingException.class).isThrownBy(() -> lamp.encode(report, 1));
    }

    @Test
    void event_withTime_hasValueAndTime() {
        Outgoing out = lamp.encode(
                new Uplink.EventReport(
                        "alarm", Values.of("ErrorCode", 3, "Detail", "fan blocked"), Optional.of(TIME), true),
                2);

        assertThat(topic(out)).isEqualTo(SYS + "thing/event/alarm/post");
        assertThat(payload(out))
                .isEqualTo("{\"id\":\"2\",\"version\":\"1.0\",\"sys\":{\"ack\":1},\"params\":{\"value\":{"
                        + "\"ErrorCode\":3,\"Detail\":\"fan blocked\"},\"time\":1700000000000},"
                        + "\"method\":\"thing.event.alarm.post\"}");
        assertThat(out.replyKey()).contains("thing/event/alarm/post#2");
        assertThat(out.properties()).isEmpty();
    }

    @Test
    void event_ofModuleWithoutTime_namesTheModule() {
        Outgoing out = lamp.encode(Uplink.EventReport.of("sensors:low", Values.empty()), 3);

        assertThat(topic(out)).isEqualTo(SYS + "thing/event/sensors:low/post");
        assertThat(payload(out)).contains("\"params\":{\"value\":{}},\"method\":\"thing.event.sensors:low.post\"");
    }

    @Test
    void batch_ofSeveralMoments_isGroupedByName() {
        Backlog backlog = Backlog.builder()
                .values(TIME, Values.of("T", 20.5, "H", 40))
                .values(TIME.plusMillis(5), Values.of("T", 20.7))
                .event(TIME, "alarm", Values.of("code", 1))
                .build();

        Outgoing out = lamp.encode(new Uplink.BatchReport(backlog), 4);

        assertThat(topic(out)).isEqualTo(SYS + "thing/event/property/batch/post");
        assertThat(payload(out))
                .contains("\"params\":{\"properties\":{\"T\":[{\"value\":20.5,\"time\":1700000000000},"
                        + "{\"value\":20.7,\"time\":1700000000005}],\"H\":[{\"value\":40,\"time\":1700000000000}]},"
                        + "\"events\":{\"alarm\":[{\"value\":{\"code\":1},\"time\":1700000000000}]}},"
                        + "\"method\":\"thing.event.property.batch.post\"");
        assertThat(out.replyKey()).contains("thing/event/property/batch/post#4");
        assertThat(out.properties()).isEmpty();
    }

    @Test
    void history_ofSeveralMoments_namesTheDeviceAndKeepsTheOrder() {
        Backlog backlog = Backlog.builder()
                .values(TIME, Values.of("T", 1))
                .values(TIME.plusMillis(5), Values.of("T", 2))
                .event(TIME, "alarm", Values.empty())
                .build();

        Outgoing out = lamp.encode(new Uplink.HistoryReport(backlog), 5);

        assertThat(topic(out)).isEqualTo(SYS + "thing/event/property/history/post");
        assertThat(payload(out))
                .contains("\"params\":[{\"identity\":{\"productKey\":\"a1Demo0Prod\",\"deviceName\":\"lamp-0001\"},"
                        + "\"properties\":[{\"T\":{\"value\":1,\"time\":1700000000000}},"
                        + "{\"T\":{\"value\":2,\"time\":1700000000005}}],"
                        + "\"events\":[{\"alarm\":{\"value\":{},\"time\":1700000000000}}]}],"
                        + "\"method\":\"thing.event.property.history.post\"");
    }

    @Test
    void batch_ofEventsOnly_hasNoProperties() {
        Backlog backlog = Backlog.builder().event(TIME, "alarm", Values.empty()).build();

        assertThat(payload(lamp.encode(new Uplink.BatchReport(backlog), 1))).doesNotContain("properties\"");
        assertThat(payload(lamp.encode(new Uplink.HistoryReport(backlog), 1))).doesNotContain("properties\"");
    }

    @Test
    void desiredQuery_ofNames_listsThem() {
        Outgoing out = lamp.encode(new Uplink.DesiredQuery(List.of("power", "temperature")), 6);

        assertThat(topic(out)).isEqualTo(SYS + "thing/property/desired/get");
        assertThat(payload(out))
                .contains("\"params\":[\"power\",\"temperature\"],\"method\":\"thing.property.desired.get\"");
        assertThat(out.replyKey()).contains("thing/property/desired/get#6");
    }

    @Test
    void desiredQuery_ofAll_takesTheWritableOnesOfTheModel() {
        CodecHarness device = new CodecHarness(Devices.lamp()
                .thingModel(ThingModel.builder()
                        .property(PropertySpec.readOnly("T", DataType.int32()))
                        .property(PropertySpec.readWrite("power", DataType.bool()))
                        .build()));

        Outgoing out = device.encode(new Uplink.DesiredQuery(List.of()), 6);

        assertThat(payload(out)).contains("\"params\":[\"power\"]");
    }

    @Test
    void desiredQuery_ofAllWithoutModel_asksForNames() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.encode(new Uplink.DesiredQuery(List.of()), 6))
                .withMessageContaining("thingModel");
    }

    @Test
    void desiredDelete_withAndWithoutVersion_saysWhich() {
        Map<String, OptionalLong> versions = new LinkedHashMap<>();
        versions.put("power", OptionalLong.of(2));
        versions.put("temperature", OptionalLong.empty());

        Outgoing out = lamp.encode(new Uplink.DesiredDelete(versions), 7);

        assertThat(topic(out)).isEqualTo(SYS + "thing/property/desired/delete");
        assertThat(payload(out))
                .contains("\"params\":{\"power\":{\"version\":2},\"temperature\":{}},"
                        + "\"method\":\"thing.property.desired.delete\"");
    }

    @Test
    void desired_of201Properties_isRefusedBefore6104() {
        List<String> names = IntStream.range(0, 201).mapToObj(i -> "P" + i).toList();
        Map<String, OptionalLong> versions =
                names.stream().collect(Collectors.toMap(name -> name, name -> OptionalLong.empty()));

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.encode(new Uplink.DesiredQuery(names), 1));
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.encode(new Uplink.DesiredDelete(versions), 1));
    }

    @Test
    void setReply_success_repeatsTheIdOnTheGivenTopic() {
        Outgoing out = lamp.encode(
                new Uplink.SetReply(new ReplyAddress(SYS + "thing/service/property/set_reply", "1042"), 200, ""), 8);

        assertThat(topic(out)).isEqualTo(SYS + "thing/service/property/set_reply");
        assertThat(payload(out)).isEqualTo("{\"id\":\"1042\",\"code\":200,\"data\":{}}");
        assertThat(out.publication().qos()).isEqualTo(QualityOfService.AT_LEAST_ONCE);
        assertThat(out.replyKey()).isEmpty();
    }

    @Test
    void serviceReply_toRrpc_isSentOnceWithOutput() {
        Outgoing out = lamp.encode(
                new Uplink.ServiceReply(
                        new ReplyAddress(SYS + "rrpc/response/77", "9"), 200, "fine", Values.of("Old", 100.5)),
                8);

        assertThat(payload(out)).isEqualTo("{\"id\":\"9\",\"code\":200,\"message\":\"fine\",\"data\":{\"Old\":100.5}}");
        assertThat(out.publication().qos()).isEqualTo(QualityOfService.AT_MOST_ONCE);
    }

    @Test
    void serviceReply_messageWithHalfACharacter_isStillSent() {
        Outgoing out = lamp.encode(
                new Uplink.ServiceReply(
                        new ReplyAddress(SYS + "thing/service/Dim_reply", "9"), 400, "bad \ud800", Values.empty()),
                8);

        assertThat(payload(out)).contains("\"message\":\"bad ?\"");
    }

    @Test
    void reply_toAnAddressThatIsNone_isAMappingProblem() {
        Uplink reply = new Uplink.SetReply(new ReplyAddress("a/#", "1"), 200, "");

        assertThatExceptionOfType(MappingException.class).isThrownBy(() -> lamp.encode(reply, 1));
    }

    @Test
    void raw_upAndReply_areTheBytesThemselves() {
        Bytes bytes = Bytes.copyOf(new byte[] {0, -1, 2});

        Outgoing report = lamp.encode(new Uplink.RawReport(bytes), 9);
        Outgoing reply =
                lamp.encode(new Uplink.RawReply(new ReplyAddress(SYS + "thing/model/down_raw_reply", ""), bytes), 10);

        assertThat(topic(report)).isEqualTo(SYS + "thing/model/up_raw");
        assertThat(topic(reply)).isEqualTo(SYS + "thing/model/down_raw_reply");
        assertThat(report.publication().payload()).isEqualTo(bytes);
        assertThat(reply.publication().payload()).isEqualTo(bytes);
        assertThat(report.replyKey()).isEmpty();
    }
}
