package org.iotconnector.aliyun.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

class AliyunCodecPropertyTest {
    private static final List<String> PATHS = List.of(
            "thing/event/property/post_reply",
            "thing/event/alarm/post_reply",
            "thing/event/property/batch/post_reply",
            "thing/event/property/history/post_reply",
            "thing/property/desired/get_reply",
            "thing/property/desired/delete_reply",
            "thing/service/property/set",
            "thing/service/property/get",
            "thing/service/Dim",
            "thing/service/\u0001",
            "thing/model/down_raw",
            "thing/model/up_raw_reply",
            "rrpc/request/1");

    private final CodecHarness lamp = CodecHarness.lamp();

    private void decode(TopicName topic, byte[] payload) {
        try {
            List<Downlink> downlinks =
                    lamp.codec.decode(new Message(topic, Bytes.copyOf(payload), QualityOfService.AT_LEAST_ONCE, false));
            assertThat(downlinks).hasSizeLessThanOrEqualTo(1);
        } catch (MappingException documented) {
            assertThat(documented.getMessage()).isNotBlank();
        }
    }

    @Property
    void decode_anyBytesOnOwnTopics_failsOnlyAsAMapping(@ForAll("ownTopics") String topic, @ForAll byte[] payload) {
        decode(TopicName.of(topic), payload);
    }

    @Property
    void decode_almostAlinkOnOwnTopics_failsOnlyAsAMapping(
            @ForAll("ownTopics") String topic, @ForAll("almostAlink") String payload) {
        decode(TopicName.of(topic), payload.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void decode_anyTopic_failsOnlyAsAMapping(@ForAll("anyTopics") String topic, @ForAll byte[] payload) {
        decode(TopicName.of(topic), payload);
    }

    @Property
    void report_anyValues_areReadBackAsTheyWere(
            @ForAll("properties") Map<String, Object> properties, @ForAll boolean timed, @ForAll long sequence) {
        Values values = Values.copyOf(properties);
        Optional<Instant> time = timed ? Optional.of(Instant.ofEpochMilli(sequence)) : Optional.empty();

        Outgoing out = lamp.encode(new Uplink.PropertyReport(values, time, true), sequence);

        Values json = Json.readObject(out.publication().payload().toArray());
        Values params = json.struct("params");
        assertThat(json.text("id")).matches("[0-9]{1,10}");
        assertThat(out.replyKey()).contains("thing/event/property/post#" + json.text("id"));
        assertThat(params.names()).containsExactlyElementsOf(values.names());
        values.forEach((name, value) -> {
            Value read = timed ? params.struct(name).get("value") : params.get(name);
            assertThat(read).isEqualTo(onTheWire(value));
            time.ifPresent(it -> assertThat(params.struct(name).instant("time")).isEqualTo(it));
        });
    }

    private static Value onTheWire(Value value) {
        return value instanceof Value.Bool bool ? new Value.Int(bool.value() ? 1 : 0) : value;
    }

    /** What the platform echoes must be what the report waits for. */
    @Property
    void replyKey_ofReportAndItsReply_isOne(@ForAll long sequence) {
        Outgoing out = lamp.encode(Uplink.EventReport.of("alarm", Values.empty()), sequence);
        String id = Json.readObject(out.publication().payload().toArray()).text("id");

        Downlink reply = lamp.decode(CodecHarness.topic(out) + "_reply", "{\"id\":\"" + id + "\",\"code\":200}");

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Downlink.PlatformReply.class,
                        it -> assertThat(it.replyKey()).isEqualTo(out.replyKey().orElseThrow()));
    }

    @Provide
    Arbitrary<String> ownTopics() {
        Arbitrary<String> paths = Arbitraries.of(PATHS);
        return Arbitraries.oneOf(
                paths.map(path -> CodecHarness.SYS + path),
                paths.map(path -> "/ext/rrpc/1" + CodecHarness.SYS + path),
                text().map(any -> CodecHarness.SYS + "thing/service/" + any),
                text().map(any -> CodecHarness.SYS + "rrpc/request/" + any));
    }

    @Provide
    Arbitrary<String> anyTopics() {
        return Arbitraries.oneOf(
                text().filter(it -> !it.isEmpty()),
                text().map(it -> "/sys/" + it),
                text().map(it -> "/ext/rrpc/" + it),
                text().map(it -> CodecHarness.SYS + it));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(200)
                .map(it -> new String(it.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .map(it -> it.replaceAll("[+#\\x00]", ""));
    }

    @Provide
    Arbitrary<String> almostAlink() {
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        "null",
                        "{}",
                        "[]",
                        "[1,[2]]",
                        "1",
                        "1e400",
                        "200",
                        "\"200\"",
                        "true",
                        "{\"a\":{\"value\":1,\"version\":2}}",
                        "{\"a\":1}",
                        "[\"a\"]",
                        "\"thing.service.Dim\"",
                        "\"thing.service.property.get\"",
                        "\"thing.service.\\u0001\""),
                Arbitraries.longs().map(String::valueOf));
        Arbitrary<String> names = Arbitraries.of("id", "code", "params", "method", "message", "data", "x");
        return Combinators.combine(names, values)
                .as((name, value) -> "\"" + name + "\":" + value)
                .list()
                .ofMaxSize(7)
                .map(members -> "{" + String.join(",", members) + "}");
    }

    @Provide
    Arbitrary<Map<String, Object>> properties() {
        Arbitrary<String> names = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars(':', '_')
                .ofMinLength(1)
                .ofMaxLength(50);
        Arbitrary<Object> values = Arbitraries.oneOf(
                Arbitraries.longs().map(it -> (Object) it),
                Arbitraries.of(true, false).map(it -> (Object) it),
                Arbitraries.doubles().map(it -> (Object) it),
                text().map(it -> (Object) it),
                Arbitraries.integers().list().ofMaxSize(4).map(it -> (Object) it));
        return Arbitraries.maps(names, values).ofMinSize(1).ofMaxSize(10);
    }
}
