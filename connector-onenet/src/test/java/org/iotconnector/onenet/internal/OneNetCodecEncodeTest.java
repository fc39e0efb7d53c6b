package org.iotconnector.onenet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.iotconnector.onenet.internal.CodecHarness.SYS;
import static org.iotconnector.onenet.internal.CodecHarness.payload;
import static org.iotconnector.onenet.internal.CodecHarness.topic;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.Devices;
import org.iotconnector.onenet.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payloads as OneNET documents them in "OneJSON data format", read 2026-11. */
class OneNetCodecEncodeTest {
    private static final Instant TIME = Instant.ofEpochMilli(1_700_000_000_000L);

    private final CodecHarness sensor = CodecHarness.sensor();

    /** A report has one time for all; the vector's second property has none, so two reports make it. */
    @Test
    void report_vector_hasItsForm() {
        Values expected = Vectors.get("payload-property-post").expected().struct("json");

        Values timed = Json.readObject(
                sensor.encode(new Uplink.PropertyReport(Values.of("temperature", 23.6), Optional.of(TIME), true), 1)
                        .publication()
                        .payload()
                        .toArray());
        Values bare = Json.readObject(sensor.encode(Uplink.PropertyReport.of(Values.of("switch", true)), 1)
                .publication()
                .payload()
                .toArray());

        assertThat(timed.without("params")).isEqualTo(expected.without("params"));
        assertThat(timed.struct("params").plus(bare.struct("params"))).isEqualTo(expected.struct("params"));
    }

    @Test
    void report_ofNow_hasNoTime() {
        Outgoing out =
                sensor.encode(Uplink.PropertyReport.of(Values.of("switch", true, "level", 3, "temperature", 23.0f)), 7);

        assertThat(topic(out)).isEqualTo(SYS + "thing/property/post");
        assertThat(payload(out))
                .isEqualTo("{\"id\":\"7\",\"version\":\"1.0\",\"params\":{\"switch\":{\"value\":true},"
                        + "\"level\":{\"value\":3},\"temperature\":{\"value\":23.0}}}");
        assertThat(out.publication().qos()).isEqualTo(QualityOfService.AT_LEAST_ONCE);
        assertThat(out.publication().retained()).isFalse();
        assertThat(out.replyKey()).contains("property/post#7");
        assertThat(out.properties()).containsExactlyInAnyOrder("switch", "level", "temperature");
    }

    @Test
    void report_withoutReply_isSentTheSameButAwaitsNone() {
        Outgoing out = sensor.encode(new Uplink.PropertyReport(Values.of("a", 1), Optional.empty(), false), 7);

        assertThat(payload(out)).isEqualTo("{\"id\":\"7\",\"version\":\"1.0\",\"params\":{\"a\":{\"value\":1}}}");
        assertThat(out.replyKey()).isEmpty();
    }

    @Test
    void report_ofDatesStructsArraysAndLongs_usesThePlatformsForms() {
        Outgoing out = sensor.encode(
                Uplink.PropertyReport.of(Values.of(
                        "since",
                        TIME,
                        "pos",
                        Values.of("x", 1.5, "on", false),
                        "codes",
                        List.of(1, 2),
                        "n",
                        Long.MAX_VALUE)),
                3);

        assertThat(payload(out))
                .contains(
                        "\"params\":{\"since\":{\"value\":1700000000000},\"pos\":{\"value\":{\"x\":1.5,\"on\":false}},"
                                + "\"codes\":{\"value\":[1,2]},\"n\":{\"value\":9223372036854775807}}");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "9999999999999, 9999999999999",
        "10000000000000, 1",
        "10000000000004, 5",
        "0, 9999999999999",
        "-1, 9999999999998"
    })
    void report_sequence_becomesAnIdFrom1To13Digits(long sequence, String id) {
        Outgoing out = sensor.encode(Uplink.PropertyReport.of(Values.of("a", 1)), sequence);

        assertThat(payload(out)).startsWith("{\"id\":\"" + id + "\",");
        assertThat(out.replyKey()).contains("property/post#" + id);
    }

    @Test
    void report_withQos0_isSentOnce() {
        CodecHarness device = new CodecHarness(Devices.sensor().qos(QualityOfService.AT_MOST_ONCE));

        Outgoing out = device.encode(Uplink.PropertyReport.of(Values.of("a", 1)), 1);

        assertThat(out.publication().qos()).isEqualTo(QualityOfService.AT_MOST_ONCE);
    }

    @Test
    void report_timeBeyondMilliseconds_isAMappingProblem() {
        Uplink report = new Uplink.PropertyReport(Values.of("a", 1), Optional.of(Instant.MAX), true);

        assertThatExceptionOfType(MappingException.class).isThrownBy(() -> sensor.encode(report, 1));
    }

    @Test
    void event_withTime_hasValueAndTime() {
        Outgoing out = sensor.encode(
                new Uplink.EventReport("overheat", Values.of("temp", 81.5, "level", 2), Optional.of(TIME), true), 102);

        assertThat(topic(out)).isEqualTo(SYS + "thing/event/post");
        assertThat(payload(out))
                .isEqualTo("{\"id\":\"102\",\"version\":\"1.0\",\"params\":{\"overheat\":{\"value\":{\"temp\":81.5,"
                        + "\"level\":2},\"time\":1700000000000}}}");
        assertThat(out.replyKey()).contains("event/post#102");
        assertThat(out.properties()).isEmpty();
    }

    @Test
    void event_withoutOutput_hasAnEmptyObject() {
        Outgoing out = sensor.encode(Uplink.EventReport.of("low", Values.empty()), 3);

        assertThat(payload(out)).endsWith("\"params\":{\"low\":{\"value\":{}}}}");
    }

    @Test
    void batch_ofSeveralMoments_hasAnEntryForEach() {
        Backlog backlog = Backlog.builder()
                .values(TIME, Values.of("T", 20.5, "H", 40))
                .values(TIME.plusMillis(5), Values.of("T", 20.7))
                .event(TIME, "alarm", Values.of("code", 7))
                .build();

        Outgoing out = sensor.encode(new Uplink.BatchReport(backlog), 105);

        assertThat(topic(out)).isEqualTo(SYS + "thing/pack/post");
        assertThat(payload(out))
                .isEqualTo("{\"id\":\"105\",\"version\":\"1.0\",\"params\":["
                        + "{\"properties\":{\"T\":{\"value\":20.5,\"time\":1700000000000},"
                        + "\"H\":{\"value\":40,\"time\":1700000000000}}},"
                        + "{\"properties\":{\"T\":{\"value\":20.7,\"time\":1700000000005}}},"
                        + "{\"events\":{\"alarm\":{\"value\":{\"code\":7},\"time\":1700000000000}}}]}");
        assertThat(out.replyKey()).contains("pack/post#105");
        assertThat(out.properties()).isEmpty();
    }

    @Test
    void history_ofSeveralMoments_isGroupedByName() {
        Backlog backlog = Backlog.builder()
                .values(TIME, Values.of("T", 1, "H", 40))
                .values(TIME.plusMillis(5), Values.of("T", 2))
                .event(TIME, "alarm", Values.empty())
                .build();

        Outgoing out = sensor.encode(new Uplink.HistoryReport(backlog), 5);

        assertThat(topic(out)).isEqualTo(SYS + "thing/history/post");
        assertThat(payload(out))
                .contains("\"params\":[{\"properties\":{\"T\":[{\"value\":1,\"time\":1700000000000},"
                        + "{\"value\":2,\"time\":1700000000005}],\"H\":[{\"value\":40,\"time\":1700000000000}]},"
                        + "\"events\":{\"alarm\":[{\"value\":{},\"time\":1700000000000}]}}]");
        assertThat(out.replyKey()).contains("history/post#5");
    }

    @Test
    void backlog_pastThePlatformsLimits_isRefused() {
        Backlog.Builder values = Backlog.builder();
        for (int i = 0; i < 101; i++) {
            values.values(TIME.plusMillis(i), Values.of("T", i));
        }
        Backlog backlog = values.build();

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> sensor.encode(new Uplink.BatchReport(backlog), 1))
                .withMessage("There are 101 values and events in a batch; OneNET takes 100. Split it.");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> sensor.encode(new Uplink.HistoryReport(backlog), 1))
                .withMessage("There are 101 values of T in a history; OneNET takes 100. Split it.");
    }

    @Test
    void desiredQuery_ofNames_listsThem() {
        Outgoing out = sensor.encode(new Uplink.DesiredQuery(List.of("power", "mode")), 103);

        assertThat(topic(out)).isEqualTo(SYS + "thing/property/desired/get");
        assertThat(payload(out)).isEqualTo("{\"id\":\"103\",\"version\":\"1.0\",\"params\":[\"power\",\"mode\"]}");
        assertThat(out.replyKey()).contains("property/desired/get#103");
    }

    @Test
    void desiredQuery_ofAll_takesTheWritableOnesOfTheModel() {
        CodecHarness device = new CodecHarness(Devices.sensor()
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
                .isThrownBy(() -> sensor.encode(new Uplink.DesiredQuery(List.of()), 6))
                .withMessageContaining("thingModel");
    }

    @Test
    void desiredDelete_withAndWithoutVersion_saysWhich() {
        Map<String, OptionalLong> versions = new LinkedHashMap<>();
        versions.put("power", OptionalLong.of(2));
        versions.put("mode", OptionalLong.empty());

        Outgoing out = sensor.encode(new Uplink.DesiredDelete(versions), 104);

        assertThat(topic(out)).isEqualTo(SYS + "thing/property/desired/delete");
        assertThat(payload(out))
                .isEqualTo("{\"id\":\"104\",\"version\":\"1.0\",\"params\":{\"power\":{\"version\":2},\"mode\":{}}}");
        assertThat(out.replyKey()).contains("property/desired/delete#104");
    }

    @Test
    void setReply_withoutText_saysSuccessOrFailed() {
        ReplyAddress to = new ReplyAddress(SYS + "thing/property/set_reply", "42");

        Outgoing done = sensor.encode(new Uplink.SetReply(to, 200, ""), 8);
        Outgoing failed = sensor.encode(new Uplink.SetReply(to, 100, ""), 9);

        assertThat(payload(done)).isEqualTo("{\"id\":\"42\",\"code\":200,\"msg\":\"success\"}");
        assertThat(payload(failed)).isEqualTo("{\"id\":\"42\",\"code\":100,\"msg\":\"failed\"}");
        assertThat(done.publication().qos()).isEqualTo(QualityOfService.AT_LEAST_ONCE);
        assertThat(done.replyKey()).isEmpty();
    }

    @Test
    void serviceReply_messageWithHalfACharacter_isStillSent() {
        Outgoing out = sensor.encode(
                new Uplink.ServiceReply(
                        new ReplyAddress(SYS + "thing/service/reboot/invoke_reply", "9"),
                        100,
                        "bad \ud800",
                        Values.empty()),
                8);

        assertThat(payload(out)).isEqualTo("{\"id\":\"9\",\"code\":100,\"msg\":\"bad ?\",\"data\":{}}");
    }

    @Test
    void reply_toAnAddressThatIsNone_isAMappingProblem() {
        Uplink reply = new Uplink.SetReply(new ReplyAddress("a/#", "1"), 200, "");

        assertThatExceptionOfType(MappingException.class).isThrownBy(() -> sensor.encode(reply, 1));
    }

    @Test
    void raw_onAThingModelProduct_isUnsupportedInWords() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> sensor.encode(new Uplink.RawReport(Bytes.empty()), 9))
                .withMessageContaining("data protocol raw");
    }
}
