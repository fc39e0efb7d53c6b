package org.iotconnector.onenet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.DataProtocol;

class OneNetCodecPropertyTest {
    private static final List<String> PATHS = List.of(
            "thing/property/post/reply",
            "thing/event/post/reply",
            "thing/property/desired/get/reply",
            "thing/property/set",
            "thing/property/get",
            "thing/service/reboot/invoke",
            "thing/service/\u0001/invoke",
            "thing/sub/property/set",
            "thing/sub/property/get",
            "thing/sub/service/invoke",
            "thing/sub/login/reply",
            "custome/up_reply",
            "custome/down/1",
            "dp/post/json/accepted",
            "dp/post/json/rejected",
            "cmd/request/1");

    private final CodecHarness sensor = CodecHarness.sensor();

    private static void decode(DataProtocol protocol, String topic, byte[] payload) {
        Message message = new Message(TopicName.of(topic), Bytes.copyOf(payload), QualityOfService.AT_MOST_ONCE, false);
        try {
            assertThat(CodecHarness.speaking(protocol).codec.decode(message)).hasSizeLessThanOrEqualTo(1);
        } catch (MappingException documented) {
            assertThat(documented.getMessage()).isNotBlank();
        }
    }

    /** Core asks no platform for a kind of message that it lacks, so words are all such a caller needs. */
    private static void encode(DataProtocol protocol, Uplink message, long sequence) {
        try {
            assertThat(CodecHarness.speaking(protocol).codec.encode(message, sequence))
                    .hasSize(1);
        } catch (MappingException | UnsupportedOperationException documented) {
            assertThat(documented.getMessage()).isNotBlank();
        }
    }

    @Property
    void decode_anyBytesOnOwnTopics_failsOnlyAsAMapping(
            @ForAll DataProtocol protocol, @ForAll("ownTopics") String topic, @ForAll byte[] payload) {
        decode(protocol, topic, payload);
    }

    @Property
    void decode_almostOneJsonOnOwnTopics_failsOnlyAsAMapping(
            @ForAll DataProtocol protocol, @ForAll("ownTopics") String topic, @ForAll("almostOneJson") String payload) {
        decode(protocol, topic, payload.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void encode_anyMessage_failsOnlyAsAMapping(
            @ForAll DataProtocol protocol, @ForAll("uplinks") Uplink message, @ForAll long sequence) {
        encode(protocol, message, sequence);
    }

    @Property
    void report_anyValues_areReadBackAsTheyWere(
            @ForAll("properties") Map<String, Object> properties, @ForAll boolean timed, @ForAll long sequence) {
        Values values = Values.copyOf(properties);
        Optional<Instant> time = timed ? Optional.of(Instant.ofEpochMilli(sequence)) : Optional.empty();

        Outgoing out = sensor.encode(new Uplink.PropertyReport(values, time, true), sequence);

        Values json = Json.readObject(out.publication().payload().toArray());
        Values params = json.struct("params");
        assertThat(json.text("id")).matches("[1-9][0-9]{0,12}");
        assertThat(out.replyKey()).contains("property/post#" + json.text("id"));
        assertThat(params.names()).containsExactlyElementsOf(values.names());
        values.forEach((name, value) -> {
            assertThat(params.struct(name).get("value")).isEqualTo(value);
            assertThat(params.struct(name).has("time")).isEqualTo(timed);
            time.ifPresent(it -> assertThat(params.struct(name).instant("time")).isEqualTo(it));
        });
    }

    /** What the platform sets must be what the handler sees, and its answer must carry the request's id. */
    @Property
    void set_anyBareValues_areReadAsTheyWere(@ForAll("properties") Map<String, Object> properties) {
        Values values = Values.copyOf(properties);
        String payload = "{\"id\":\"5\",\"params\":" + new String(Json.write(values), StandardCharsets.UTF_8) + "}";

        Downlink set = sensor.decode("thing/property/set", payload);

        assertThat(set)
                .isEqualTo(new Downlink.PropertySet(
                        values, Optional.of(new ReplyAddress(CodecHarness.SYS + "thing/property/set_reply", "5"))));
    }

    /** What the platform echoes must be what the report waits for. */
    @Property
    void replyKey_ofReportAndItsReply_isOne(@ForAll long sequence) {
        Outgoing out = sensor.encode(Uplink.EventReport.of("alarm", Values.empty()), sequence);
        String id = Json.readObject(out.publication().payload().toArray()).text("id");

        Downlink reply = sensor.decode(CodecHarness.topic(out) + "/reply", "{\"id\":\"" + id + "\",\"code\":200}");

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Downlink.PlatformReply.class,
                        it -> assertThat(it.replyKey()).isEqualTo(out.replyKey().orElseThrow()));
    }

    @Provide
    Arbitrary<String> ownTopics() {
        return Arbitraries.oneOf(
                Arbitraries.of(PATHS).map(path -> CodecHarness.SYS + path),
                text().map(any -> CodecHarness.SYS + "thing/service/" + any + "/invoke"),
                text().map(any -> CodecHarness.SYS + "thing/" + any),
                text().map(any -> CodecHarness.SYS + any),
                text().map(any -> "$sys/" + any));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(100)
                .map(it -> new String(it.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .map(it -> it.replaceAll("[+#\\x00]", ""));
    }

    @Provide
    Arbitrary<String> almostOneJson() {
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
                        "{\"a\":{\"value\":{\"value\":1}}}",
                        "{\"productID\":\"p\",\"deviceName\":\"c\",\"identifier\":\"s\",\"params\":{\"a\":1}}",
                        "[\"a\"]",
                        "\"\\u0001\""),
                Arbitraries.longs().map(String::valueOf));
        Arbitrary<String> names = Arbitraries.of("id", "code", "params", "msg", "data", "err_code", "err_msg", "x");
        return Combinators.combine(names, values)
                .as((name, value) -> "\"" + name + "\":" + value)
                .list()
                .ofMaxSize(7)
                .map(members -> "{" + String.join(",", members) + "}");
    }

    @Provide
    Arbitrary<Uplink> uplinks() {
        Arbitrary<Values> values = properties().map(Values::copyOf);
        Arbitrary<ReplyAddress> addresses =
                Combinators.combine(anyText(), anyText()).as(ReplyAddress::new);
        return Arbitraries.oneOf(
                values.map(it -> (Uplink) Uplink.PropertyReport.of(it)),
                values.map(it -> Uplink.EventReport.of("alarm", it)),
                Combinators.combine(addresses, Arbitraries.integers(), anyText())
                        .as(Uplink.SetReply::new),
                Combinators.combine(addresses, Arbitraries.integers(), anyText(), values)
                        .as(Uplink.ServiceReply::new),
                anyText().list().ofMaxSize(3).map(Uplink.DesiredQuery::new),
                anyText().map(it -> new Uplink.DesiredDelete(Map.of(it, OptionalLong.of(1)))),
                values.map(it -> new Uplink.BatchReport(
                        Backlog.builder().values(Instant.MAX, it).build())),
                values.map(it -> new Uplink.HistoryReport(Backlog.builder()
                        .values(Instant.EPOCH, it)
                        .event(Instant.MIN, "e", it)
                        .build())),
                anyText().map(it -> new Uplink.RawReport(Bytes.ofUtf8(it))),
                Combinators.combine(addresses, anyText())
                        .as((to, text) -> new Uplink.RawReply(to, Bytes.ofUtf8(text))));
    }

    private static Arbitrary<String> anyText() {
        return Arbitraries.strings().all().ofMaxLength(40);
    }

    @Provide
    Arbitrary<Map<String, Object>> properties() {
        Arbitrary<String> names = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars('$', '_')
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
