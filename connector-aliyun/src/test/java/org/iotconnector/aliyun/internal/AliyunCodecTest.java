package org.iotconnector.aliyun.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.iotconnector.aliyun.internal.CodecHarness.SYS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.aliyun.Devices;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads as Aliyun IoT documents them, and as its clouds were seen to send them, read 2026-11. */
class AliyunCodecTest {
    private final CodecHarness lamp = CodecHarness.lamp();

    private static Optional<ReplyAddress> answer(String path, String id) {
        return Optional.of(new ReplyAddress(SYS + path, id));
    }

    @Test
    void subscriptions_forReplies_areFiveFilters() {
        assertThat(lamp.codec.subscriptions(Interest.REPLIES_ONLY))
                .containsExactly(
                        Subscription.atLeastOnce(SYS + "thing/event/+/post_reply"),
                        Subscription.atLeastOnce(SYS + "thing/event/property/batch/post_reply"),
                        Subscription.atLeastOnce(SYS + "thing/event/property/history/post_reply"),
                        Subscription.atLeastOnce(SYS + "thing/property/desired/get_reply"),
                        Subscription.atLeastOnce(SYS + "thing/property/desired/delete_reply"));
    }

    @Test
    void subscriptions_forEverything_nameEachService() {
        Interest interest = Interest.REPLIES_ONLY
                .withSets()
                .withService("b")
                .withService("a")
                .withRaw();

        List<Subscription> all = lamp.codec.subscriptions(interest);

        assertThat(all.subList(5, all.size()))
                .containsExactly(
                        Subscription.atLeastOnce(SYS + "thing/service/property/set"),
                        Subscription.atLeastOnce(SYS + "thing/service/a"),
                        Subscription.atLeastOnce(SYS + "thing/service/b"),
                        Subscription.atLeastOnce(SYS + "thing/model/down_raw"),
                        Subscription.atLeastOnce(SYS + "thing/model/up_raw_reply"),
                        Subscription.atMostOnce(SYS + "rrpc/request/+"));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "3, true", "2, false", "0, false", "x, false", "'', false"})
    void subscriptions_forCustomRrpc_dependOnBit0OfExt(String ext, boolean subscribed) {
        CodecHarness device = new CodecHarness(Devices.lamp().extension("ext", ext));

        List<Subscription> all = device.codec.subscriptions(Interest.REPLIES_ONLY.withService("Dim"));

        Subscription filter = Subscription.atMostOnce("/ext/rrpc/+" + SYS + "thing/service/Dim");
        assertThat(all.contains(filter)).isEqualTo(subscribed);
    }

    @Test
    void propertyReply_ofSuccess_isRecognised() {
        Downlink reply = lamp.decode(
                "thing/event/property/post_reply",
                "{\"code\":200,\"data\":{},\"id\":\"1042\",\"message\":\"success\","
                        + "\"method\":\"thing.event.property.post\",\"version\":\"1.0\"}");

        assertThat(reply)
                .isEqualTo(new Downlink.PlatformReply(
                        "thing/event/property/post#1042", 200, "success", Values.empty(), true));
    }

    @Test
    void eventReply_ofFailure_carriesCodeAndText() {
        Downlink reply = lamp.decode(
                "thing/event/alarm/post_reply",
                "{\"id\":\"7\",\"code\":6320,\"message\":\"tsl parse: event not exist\"}");

        assertThat(reply)
                .isEqualTo(new Downlink.PlatformReply(
                        "thing/event/alarm/post#7", 6320, "tsl parse: event not exist", Values.empty(), false));
    }

    /** Numbers as ids and texts as codes occur; data may be anything on failure. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":5,\"code\":\"200\"}",
                "{\"id\":\"5\",\"code\":200,\"data\":[],\"message\":null}",
                "{\"id\":\"5\",\"code\":200.0,\"data\":\"x\",\"version\":1}"
            })
    void reply_inOtherForms_isRecognisedToo(String payload) {
        assertThat(lamp.decode("thing/event/property/batch/post_reply", payload))
                .isEqualTo(
                        new Downlink.PlatformReply("thing/event/property/batch/post#5", 200, "", Values.empty(), true));
    }

    @Test
    void desiredReply_withVersions_givesThem() {
        Downlink reply = lamp.decode(
                "thing/property/desired/get_reply",
                "{\"id\":\"3\",\"code\":200,\"data\":{\"power\":{\"value\":\"on\",\"version\":2},"
                        + "\"gone\":{\"version\":4}}}");

        assertThat(reply)
                .isEqualTo(new Downlink.DesiredValues(
                        "thing/property/desired/get#3",
                        200,
                        "",
                        true,
                        Map.of("power", new Downlink.Desired(new Value.Text("on"), 2))));
    }

    @Test
    void desiredReply_ofFailure_hasNoValues() {
        Downlink reply = lamp.decode(
                "thing/property/desired/get_reply", "{\"id\":\"3\",\"code\":6661,\"message\":\"query failed\"}");

        assertThat(reply)
                .isEqualTo(new Downlink.DesiredValues(
                        "thing/property/desired/get#3", 6661, "query failed", false, Map.of()));
    }

    @Test
    void desiredDeleteReply_always_isAPlainReply() {
        assertThat(lamp.decode("thing/property/desired/delete_reply", "{\"id\":\"3\",\"code\":200,\"data\":{}}"))
                .isInstanceOf(Downlink.PlatformReply.class);
    }

    @Test
    void propertySet_asDocumented_isAnsweredOnSetReply() {
        Downlink set = lamp.decode(
                "thing/service/property/set",
                "{\"method\":\"thing.service.property.set\",\"id\":\"1042\",\"version\":\"1.0.0\","
                        + "\"params\":{\"Switch\":0,\"Brightness\":50}}");

        assertThat(set)
                .isEqualTo(new Downlink.PropertySet(
                        Values.of("Switch", 0, "Brightness", 50), answer("thing/service/property/set_reply", "1042")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"id\":17,\"params\":{\"A\":1}};17",
                "{\"params\":{\"A\":1}};''",
                "{\"id\":null,\"params\":{\"A\":1}};''"
            })
    void propertySet_withoutMethodOrTextId_isRead(String payload, String id) {
        assertThat(lamp.decode("thing/service/property/set", payload))
                .isEqualTo(new Downlink.PropertySet(Values.of("A", 1), answer("thing/service/property/set_reply", id)));
    }

    @Test
    void propertyGet_ofOldClouds_listsNames() {
        assertThat(lamp.decode("thing/service/property/get", "{\"id\":\"1\",\"params\":[\"A\",\"B\"]}"))
                .isEqualTo(
                        new Downlink.PropertyGet(List.of("A", "B"), answer("thing/service/property/get_reply", "1")));
    }

    @Test
    void service_asynchronous_isAnsweredOnItsReplyTopic() {
        Downlink call = lamp.decode(
                "thing/service/SetWeight",
                "{\"method\":\"thing.service.SetWeight\",\"id\":\"105917531\",\"params\":{\"NewWeight\":1.5},"
                        + "\"version\":\"1.0.0\"}");

        assertThat(call)
                .isEqualTo(new Downlink.ServiceCall(
                        "SetWeight",
                        Values.of("NewWeight", 1.5),
                        false,
                        answer("thing/service/SetWeight_reply", "105917531")));
    }

    @Test
    void service_synchronousByRrpc_isNamedByItsMethod() {
        Downlink call = lamp.decode(
                "rrpc/request/1234567890123456789",
                "{\"method\":\"thing.service.SetWeight\",\"id\":\"1\",\"params\":{}}");

        assertThat(call)
                .isEqualTo(new Downlink.ServiceCall(
                        "SetWeight", Values.empty(), true, answer("rrpc/response/1234567890123456789", "1")));
    }

    @Test
    void service_synchronousOnExtTopic_isAnsweredOnTheSameTopic() {
        String topic = "/ext/rrpc/99" + SYS + "thing/service/SetWeight";

        Downlink call = lamp.decode(topic, "{\"id\":\"1\",\"params\":{}}");

        assertThat(call)
                .isEqualTo(new Downlink.ServiceCall(
                        "SetWeight", Values.empty(), true, Optional.of(new ReplyAddress(topic, "1"))));
    }

    /** A broker that sends a device its own answer back must not start a loop. */
    @Test
    void service_ownAnswerEchoed_isNoCall() {
        String topic = "/ext/rrpc/99" + SYS + "thing/service/SetWeight";

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.decode(topic, "{\"id\":\"1\",\"code\":200,\"data\":{}}"));
    }

    @Test
    void propertySetAndGet_byRrpc_areWhatTheyAre() {
        assertThat(lamp.decode("rrpc/request/5", "{\"method\":\"thing.service.property.set\",\"params\":{\"A\":1}}"))
                .isEqualTo(new Downlink.PropertySet(Values.of("A", 1), answer("rrpc/response/5", "")));
        assertThat(lamp.decode("rrpc/request/5", "{\"method\":\"thing.service.property.get\",\"params\":[\"A\"]}"))
                .isEqualTo(new Downlink.PropertyGet(List.of("A"), answer("rrpc/response/5", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "[1]", "{}", "{\"method\":5}", "{\"method\":\"reboot\"}", "{\"method\""})
    void rrpc_ofAnythingElse_isARawCommand(String payload) {
        assertThat(lamp.decode("rrpc/request/5", payload))
                .isEqualTo(new Downlink.RawCommand(Bytes.ofUtf8(payload), answer("rrpc/response/5", "")));
    }

    @Test
    void raw_downAndReply_areTheBytesThemselves() {
        assertThat(lamp.decode("thing/model/down_raw", "\u0000x"))
                .isEqualTo(new Downlink.RawCommand(Bytes.ofUtf8("\u0000x"), answer("thing/model/down_raw_reply", "")));
        assertThat(lamp.decode("thing/model/up_raw_reply", "ok"))
                .isEqualTo(new Downlink.RawReportReply(Bytes.ofUtf8("ok")));
    }

    @Test
    void decode_foreignTopic_isNothing() {
        assertThat(lamp.decodeAll("/sys/a1Demo0Prod/lamp-0002/thing/service/property/set", "{}"))
                .isEmpty();
        assertThat(lamp.decodeAll("/a1Demo0Prod/lamp-0001/user/get", "hello")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "thing/service/property/set;nonsense",
                "thing/service/property/set;{\"id\":\"1\"",
                "thing/service/property/set;''",
                "thing/service/property/set;[]",
                "thing/service/property/set;{\"id\":\"1\"}",
                "thing/service/property/set;{\"id\":\"1\",\"params\":[]}",
                "thing/service/property/set;{\"id\":{},\"params\":{}}",
                "thing/service/property/get;{\"id\":\"1\",\"params\":{}}",
                "thing/service/property/get;{\"id\":\"1\",\"params\":[[]]}",
                "thing/service/Dim;{\"id\":\"1\",\"params\":5}",
                "rrpc/request/1;{\"method\":\"thing.service.Dim\"}",
                "thing/event/property/post_reply;{\"id\":\"1\"}",
                "thing/event/property/post_reply;{\"code\":200}",
                "thing/event/property/post_reply;{\"id\":\"1\",\"code\":\"OK\"}",
                "thing/event/property/post_reply;{\"id\":\"1\",\"code\":99999999999}",
                "thing/property/desired/get_reply;{\"id\":\"1\",\"code\":200,\"data\":{\"a\":5}}",
                "thing/property/desired/get_reply;{\"id\":\"1\",\"code\":200,\"data\":{\"a\":{\"value\":5}}}"
            })
    void decode_whatIsNotDocumented_isAMappingProblem(String path, String payload) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.decode(path, payload))
                .satisfies(thrown -> assertThat(thrown.getMessage()).isNotBlank());
    }

    /** The device knows which services it has, and says so to the caller. */
    @Test
    void service_ofAnyName_isPassedOnToBeAnswered() {
        String strange = "x".repeat(200) + "\u0001";

        assertThat(lamp.decode("thing/service/" + strange, "{\"params\":{}}"))
                .isEqualTo(new Downlink.ServiceCall(
                        strange, Values.empty(), false, answer("thing/service/" + strange + "_reply", "")));
    }
}
