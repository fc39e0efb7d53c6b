package org.iotconnector.onenet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.iotconnector.onenet.internal.CodecHarness.SYS;
import static org.iotconnector.onenet.internal.CodecHarness.payload;
import static org.iotconnector.onenet.internal.CodecHarness.topic;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.Devices;
import org.iotconnector.onenet.OneNetConfigBuilder;
import org.iotconnector.onenet.OneNetToken;
import org.junit.jupiter.api.Test;

/** A sub-device on its gateway's topics. OneNET, "Gateway and sub-devices", read 2026-11. */
class OneNetSubDeviceCodecTest {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZmdoaWpBQkNERUZHSElKKy8=";
    private static final Instant TIME = Instant.ofEpochMilli(1_700_000_000_000L);

    private final CodecHarness child = new CodecHarness(child());

    private static OneNetConfigBuilder child() {
        return Devices.withoutKey()
                .gateway(Devices.sensor().build())
                .productId("SubPid0001")
                .deviceName("child-1");
    }

    @Test
    void subscriptions_ofASubDevice_areNone() {
        assertThat(child.codec.subscriptions(
                        Interest.REPLIES_ONLY.withSets().withService("reset").withRaw()))
                .isEmpty();
    }

    @Test
    void report_ofASubDevice_isAPackThatNamesIt() {
        Outgoing out = child.encode(Uplink.PropertyReport.of(Values.of("power", 1)), 105);

        assertThat(topic(out)).isEqualTo(SYS + "thing/pack/post");
        assertThat(payload(out))
                .isEqualTo(
                        "{\"id\":\"105\",\"version\":\"1.0\",\"params\":[{\"identity\":{\"productID\":\"SubPid0001\","
                                + "\"deviceName\":\"child-1\"},\"properties\":{\"power\":{\"value\":1}}}]}");
        assertThat(out.replyKey()).contains("pack/post#105");
        assertThat(out.properties()).containsExactly("power");
    }

    @Test
    void event_ofASubDevice_isAPackThatNamesIt() {
        Outgoing out = child.encode(new Uplink.EventReport("alarm", Values.of("code", 7), Optional.of(TIME), true), 1);

        assertThat(payload(out))
                .contains("\"params\":[{\"identity\":{\"productID\":\"SubPid0001\",\"deviceName\":\"child-1\"},"
                        + "\"events\":{\"alarm\":{\"value\":{\"code\":7},\"time\":1700000000000}}}]");
    }

    @Test
    void batch_ofASubDevice_namesItInEachEntry() {
        Backlog backlog = Backlog.builder()
                .values(TIME, Values.of("power", 1))
                .event(TIME, "alarm", Values.of("code", 7))
                .build();

        Outgoing out = child.encode(new Uplink.BatchReport(backlog), 1);

        assertThat(topic(out)).isEqualTo(SYS + "thing/pack/post");
        assertThat(Json.readObject(out.publication().payload().toArray()).list("params"))
                .hasSize(2)
                .allSatisfy(
                        entry -> assertThat(entry.asStruct().struct("identity").text("deviceName"))
                                .isEqualTo("child-1"));
    }

    @Test
    void history_ofASubDevice_namesIt() {
        Backlog backlog = Backlog.builder().values(TIME, Values.of("power", 1)).build();

        Outgoing out = child.encode(new Uplink.HistoryReport(backlog), 1);

        assertThat(topic(out)).isEqualTo(SYS + "thing/history/post");
        assertThat(payload(out)).contains("\"identity\":{\"productID\":\"SubPid0001\",\"deviceName\":\"child-1\"}");
    }

    @Test
    void set_forASubDevice_isAnsweredOnTheGatewaysTopic() {
        Downlink.SubDeviceMessage set = (Downlink.SubDeviceMessage) CodecHarness.sensor()
                .decode(
                        "thing/sub/property/set",
                        "{\"id\":\"11\",\"version\":\"1.0\",\"params\":{\"productID\":\"SubPid0001\",\"deviceName\":"
                                + "\"child-1\",\"params\":{\"power\":1}}}");
        ReplyAddress to = ((Downlink.PropertySet) set.message()).replyTo().orElseThrow();

        Outgoing out = child.encode(new Uplink.SetReply(to, 200, "success"), 1);

        assertThat(set.deviceId()).isEqualTo("SubPid0001/child-1");
        assertThat(topic(out)).isEqualTo(SYS + "thing/sub/property/set_reply");
        assertThat(payload(out)).isEqualTo("{\"id\":\"11\",\"code\":200,\"msg\":\"success\"}");
    }

    @Test
    void get_forASubDevice_isAnsweredWithBareValues() {
        Downlink.SubDeviceMessage get = (Downlink.SubDeviceMessage) CodecHarness.sensor()
                .decode(
                        "thing/sub/property/get",
                        "{\"id\":\"10\",\"params\":{\"productID\":\"SubPid0001\",\"deviceName\":\"child-1\",\"params\":"
                                + "[\"temperature\"]}}");
        ReplyAddress to = ((Downlink.PropertyGet) get.message()).replyTo().orElseThrow();

        Outgoing out = child.encode(new Uplink.ServiceReply(to, 200, "success", Values.of("temperature", 20.5)), 1);

        assertThat(topic(out)).isEqualTo(SYS + "thing/sub/property/get_reply");
        assertThat(payload(out))
                .isEqualTo("{\"id\":\"10\",\"code\":200,\"msg\":\"success\",\"data\":{\"temperature\":20.5}}");
    }

    @Test
    void call_forASubDevice_isAnsweredWithWhoAndWhat() {
        Downlink.SubDeviceMessage call = (Downlink.SubDeviceMessage) CodecHarness.sensor()
                .decode(
                        "thing/sub/service/invoke",
                        "{\"id\":\"12\",\"params\":{\"productID\":\"SubPid0001\",\"deviceName\":\"child-1\","
                                + "\"identifier\":\"reset\",\"input\":{\"d\":1}}}");
        ReplyAddress to = ((Downlink.ServiceCall) call.message()).replyTo().orElseThrow();

        Outgoing out = child.encode(new Uplink.ServiceReply(to, 200, "success", Values.of("ok", true)), 1);

        assertThat(topic(out)).isEqualTo(SYS + "thing/sub/service/invoke_reply");
        assertThat(payload(out))
                .isEqualTo("{\"id\":\"12\",\"code\":200,\"msg\":\"success\",\"data\":{\"deviceName\":\"child-1\","
                        + "\"productID\":\"SubPid0001\",\"identifier\":\"reset\",\"output\":{\"ok\":true}}}");
    }

    @Test
    void attach_ofABoundSubDevice_logsItIn() {
        List<Outgoing> steps = child.codec.attach(TIME, Values.empty(), 106);

        assertThat(steps).hasSize(1);
        assertThat(topic(steps.get(0))).isEqualTo(SYS + "thing/sub/login");
        assertThat(payload(steps.get(0)))
                .isEqualTo(
                        "{\"id\":\"106\",\"version\":\"1.0\",\"params\":{\"productID\":\"SubPid0001\",\"deviceName\":"
                                + "\"child-1\"}}");
        assertThat(steps.get(0).replyKey()).contains("sub/login#106");
    }

    @Test
    void attach_withBinding_firstJoinsTheGatewayWithItsOwnToken() {
        CodecHarness joining =
                new CodecHarness(child().deviceKey(Secret.of(KEY)).bindToGateway(true));

        List<Outgoing> steps = joining.codec.attach(TIME, Values.empty(), 107);

        assertThat(steps)
                .extracting(CodecHarness::topic)
                .containsExactly(SYS + "thing/sub/topo/add", SYS + "thing/sub/login");
        Values params =
                Json.readObject(steps.get(0).publication().payload().toArray()).struct("params");
        OneNetToken token = OneNetToken.parse(Secret.of(params.text("sasToken")));
        assertThat(token.resource()).isEqualTo("products/SubPid0001/devices/child-1");
        assertThat(token.isSignedWith(Secret.of(KEY))).isTrue();
        assertThat(token.expiry()).isEqualTo(TIME.plusSeconds(86_400));
    }

    @Test
    void detach_always_logsItOut() {
        List<Outgoing> steps = child.codec.detach(9);

        assertThat(steps).extracting(CodecHarness::topic).containsExactly(SYS + "thing/sub/logout");
    }

    @Test
    void desiredValues_ofASubDevice_areUnsupported() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> child.codec.encode(new Uplink.DesiredQuery(List.of("power")), 1))
                .withMessageContaining("sub-devices");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(
                        () -> child.codec.encode(new Uplink.DesiredDelete(Map.of("power", OptionalLong.empty())), 1));
    }
}
