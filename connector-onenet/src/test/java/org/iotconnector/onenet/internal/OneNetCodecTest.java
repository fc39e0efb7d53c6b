package org.iotconnector.onenet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.iotconnector.onenet.internal.CodecHarness.SYS;
import static org.iotconnector.onenet.internal.CodecHarness.topic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.FieldSpec;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.ServiceSpec;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.Devices;
import org.iotconnector.onenet.Vectors;
import org.iotconnector.onenet.Vectors.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads as OneNET documents them, and as it was seen to send them, read 2026-11. */
class OneNetCodecTest {
    private final CodecHarness sensor = CodecHarness.sensor();

    private static Optional<ReplyAddress> answer(String path, String id) {
        return Optional.of(new ReplyAddress(SYS + path, id));
    }

    private static String json(Values values) {
        return Json.toText(new Value.Struct(values));
    }

    static Stream<Vector> ids() {
        return Vectors.named("message-id");
    }

    @Test
    void subscriptions_forAnything_areTheOneWildcardWithQos0() {
        List<Subscription> one = List.of(Subscription.atMostOnce(SYS + "thing/#"));

        assertThat(sensor.codec.subscriptions(Interest.REPLIES_ONLY)).isEqualTo(one);
        assertThat(sensor.codec.subscriptions(
                        Interest.REPLIES_ONLY.withSets().withService("reboot").withRaw()))
                .isEqualTo(one);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isId_vector_followsTheRule(Vector vector) {
        assertThat(OneJson.isId(vector.inputs().text("id")))
                .isEqualTo(vector.expected().bool("valid"));
    }

    @Test
    void vectors_ofIds_areThere() {
        assertThat(ids()).hasSize(5);
    }

    @Test
    void propertySet_vector_isAnsweredAsDocumented() {
        Vector vector = Vectors.get("payload-property-set-reply");

        Downlink.PropertySet set = (Downlink.PropertySet)
                sensor.decode("thing/property/set", json(vector.inputs().struct("request")));
        Outgoing out = sensor.encode(new Uplink.SetReply(set.replyTo().orElseThrow(), 200, "success"), 1);

        assertThat(set.values()).isEqualTo(Values.of("switch", true));
        assertThat(topic(out)).isEqualTo(vector.expected().text("replyTopic"));
        assertThat(Json.readObject(out.publication().payload().toArray()))
                .isEqualTo(vector.expected().struct("json"));
    }

    @Test
    void propertyGet_vector_isAnsweredAsDocumented() {
        Vector vector = Vectors.get("payload-property-get-reply");

        Downlink.PropertyGet get = (Downlink.PropertyGet)
                sensor.decode("thing/property/get", json(vector.inputs().struct("request")));
        Outgoing out = sensor.encode(
                new Uplink.ServiceReply(
                        get.replyTo().orElseThrow(),
                        200,
                        "success",
                        vector.inputs().struct("state")),
                1);

        assertThat(get.properties()).containsExactly("temperature", "switch");
        assertThat(topic(out)).isEqualTo(vector.expected().text("replyTopic"));
        assertThat(Json.readObject(out.publication().payload().toArray()))
                .isEqualTo(vector.expected().struct("json"));
    }

    @Test
    void service_vector_isAnsweredAsDocumented() {
        Vector vector = Vectors.get("payload-service-reply");

        Downlink.ServiceCall call = (Downlink.ServiceCall) sensor.decode(
                vector.inputs().text("topic"), json(vector.inputs().struct("request")));
        Outgoing out = sensor.encode(
                new Uplink.ServiceReply(
                        call.replyTo().orElseThrow(),
                        200,
                        "success",
                        vector.inputs().struct("output")),
                1);

        assertThat(call.service()).isEqualTo("reboot");
        assertThat(call.input()).isEqualTo(Values.of("delay", 3));
        assertThat(topic(out)).isEqualTo(vector.expected().text("replyTopic"));
        assertThat(Json.readObject(out.publication().payload().toArray()))
                .isEqualTo(vector.expected().struct("json"));
    }

    @Test
    void propertyReply_ofSuccess_isRecognised() {
        assertThat(sensor.decode("thing/property/post/reply", "{\"id\":\"101\",\"code\":200,\"msg\":\"success\"}"))
                .isEqualTo(new Downlink.PlatformReply("property/post#101", 200, "success", Values.empty(), true));
    }

    @Test
    void propertyReply_ofFailure_carriesCodeAndText() {
        Downlink reply = sensor.decode(
                "thing/property/post/reply",
                "{\"id\":\"101\",\"code\":2306,\"msg\":\"identifier not exist:identifier:foo\"}");

        assertThat(reply)
                .isEqualTo(new Downlink.PlatformReply(
                        "property/post#101", 2306, "identifier not exist:identifier:foo", Values.empty(), false));
    }

    /** Anything but 200 is a failure, 0 and 201 too. */
    @ParameterizedTest
    @CsvSource({"200, true", "0, false", "201, false", "100, false", "313, false"})
    void reply_ofEachCode_isASuccessOnlyAt200(int code, boolean success) {
        Downlink reply = sensor.decode("thing/event/post/reply", "{\"id\":\"1\",\"code\":" + code + "}");

        assertThat(reply).isEqualTo(new Downlink.PlatformReply("event/post#1", code, "", Values.empty(), success));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":5,\"code\":\"200\"}",
                "{\"id\":\"5\",\"code\":200,\"data\":[],\"msg\":null}",
                "{\"id\":\"5\",\"code\":200.0,\"data\":\"x\",\"version\":1}"
            })
    void reply_inOtherForms_isRecognisedToo(String payload) {
        assertThat(sensor.decode("thing/pack/post/reply", payload))
                .isEqualTo(new Downlink.PlatformReply("pack/post#5", 200, "", Values.empty(), true));
    }

    @Test
    void desiredReply_withVersions_givesThem() {
        Downlink reply = sensor.decode(
                "thing/property/desired/get/reply",
                "{\"id\":\"103\",\"code\":200,\"data\":{\"power\":{\"value\":\"on\",\"version\":2},"
                        + "\"gone\":{\"version\":4}}}");

        assertThat(reply)
                .isEqualTo(new Downlink.DesiredValues(
                        "property/desired/get#103",
                        200,
                        "",
                        true,
                        Map.of("power", new Downlink.Desired(new Value.Text("on"), 2))));
    }

    @Test
    void propertySet_ofWrappedValues_isUnwrapped() {
        Downlink set = sensor.decode(
                "thing/property/set",
                "{\"id\":\"1\",\"params\":{\"a\":{\"value\":1},\"b\":{\"value\":true,\"time\":5},"
                        + "\"c\":{\"value\":1,\"unit\":\"C\"},\"d\":{\"x\":1},\"e\":2}}");

        assertThat(set)
                .isEqualTo(new Downlink.PropertySet(
                        Values.of(
                                "a",
                                1,
                                "b",
                                true,
                                "c",
                                Values.of("value", 1, "unit", "C"),
                                "d",
                                Values.of("x", 1),
                                "e",
                                2),
                        answer("thing/property/set_reply", "1")));
    }

    @Test
    void propertySet_ofAStructWithAMemberCalledValue_staysAStruct() {
        CodecHarness device = new CodecHarness(Devices.sensor()
                .thingModel(ThingModel.builder()
                        .property(PropertySpec.readWrite(
                                "a", DataType.struct(List.of(FieldSpec.of("value", DataType.int32())))))
                        .property(PropertySpec.readWrite("b", DataType.int32()))
                        .build()));

        Downlink set = device.decode(
                "thing/property/set", "{\"id\":\"1\",\"params\":{\"a\":{\"value\":1},\"b\":{\"value\":1}}}");

        assertThat(((Downlink.PropertySet) set).values()).isEqualTo(Values.of("a", Values.of("value", 1), "b", 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{\"id\":17,\"params\":{\"A\":1}};17", "{\"id\":\"abc\",\"params\":{\"A\":1}};abc"})
    void propertySet_withAnyId_isAnsweredWithThatId(String payload, String id) {
        assertThat(sensor.decode("thing/property/set", payload))
                .isEqualTo(new Downlink.PropertySet(Values.of("A", 1), answer("thing/property/set_reply", id)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"params\":{\"A\":1}}",
                "{\"id\":null,\"params\":{\"A\":1}}",
                "{\"id\":\"\",\"params\":{\"A\":1}}"
            })
    void propertySet_withoutId_isTakenAndNotAnswered(String payload) {
        assertThat(sensor.decode("thing/property/set", payload))
                .isEqualTo(new Downlink.PropertySet(Values.of("A", 1), Optional.empty()));
    }

    @Test
    void propertySet_ofALargeInteger_keepsAllItsDigits() {
        Downlink set = sensor.decode("thing/property/set", "{\"id\":\"1\",\"params\":{\"n\":9223372036854775807}}");

        assertThat(((Downlink.PropertySet) set).values().longInteger("n")).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void service_withoutParams_hasNoInput() {
        assertThat(sensor.decode("thing/service/reboot/invoke", "{\"id\":\"44\"}"))
                .isEqualTo(new Downlink.ServiceCall(
                        "reboot", Values.empty(), true, answer("thing/service/reboot/invoke_reply", "44")));
    }

    @Test
    void service_asynchronousInTheModel_isCalledSo() {
        CodecHarness device = new CodecHarness(Devices.sensor()
                .thingModel(ThingModel.builder()
                        .service(ServiceSpec.of("slow", ServiceSpec.CallType.ASYNC, List.of(), List.of()))
                        .service(ServiceSpec.of("fast", ServiceSpec.CallType.SYNC, List.of(), List.of()))
                        .build()));

        assertThat(((Downlink.ServiceCall) device.decode("thing/service/slow/invoke", "{\"id\":\"1\"}")).synchronous())
                .isFalse();
        assertThat(((Downlink.ServiceCall) device.decode("thing/service/fast/invoke", "{\"id\":\"1\"}")).synchronous())
                .isTrue();
    }

    @Test
    void decode_foreignTopic_isNothing() {
        assertThat(sensor.decodeAll("$sys/a1B2c3D4e5/sensor-02/thing/property/set", "{}"))
                .isEmpty();
        assertThat(sensor.decodeAll("/a/b", "hello")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "thing/property/set;nonsense",
                "thing/property/set;{\"id\":\"1\"",
                "thing/property/set;''",
                "thing/property/set;[]",
                "thing/property/set;{\"id\":\"1\"}",
                "thing/property/set;{\"id\":\"1\",\"params\":[]}",
                "thing/property/set;{\"id\":{},\"params\":{}}",
                "thing/property/get;{\"id\":\"1\",\"params\":{}}",
                "thing/property/get;{\"id\":\"1\",\"params\":[[]]}",
                "thing/service/reboot/invoke;{\"id\":\"1\",\"params\":5}",
                "thing/property/post/reply;{\"id\":\"1\"}",
                "thing/property/post/reply;{\"code\":200}",
                "thing/property/post/reply;{\"id\":\"abc\",\"code\":200}",
                "thing/property/post/reply;{\"id\":\"12345678901234\",\"code\":200}",
                "thing/property/post/reply;{\"id\":\"1\",\"code\":\"OK\"}",
                "thing/property/post/reply;{\"id\":\"1\",\"code\":99999999999}",
                "thing/property/desired/get/reply;{\"id\":\"1\",\"code\":200,\"data\":{\"a\":5}}",
                "thing/property/desired/get/reply;{\"id\":\"1\",\"code\":200,\"data\":{\"a\":{\"value\":5}}}"
            })
    void decode_whatIsNotDocumented_isAMappingProblem(String path, String payload) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> sensor.decode(path, payload))
                .satisfies(thrown -> assertThat(thrown.getMessage()).isNotBlank());
    }
}
