package org.iotconnector.onenet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.iotconnector.onenet.internal.CodecHarness.SYS;

import java.util.List;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a gateway hears for its sub-devices. OneNET, "Gateway and sub-devices", read 2026-11. */
class OneNetGatewayTopicsTest {
    private final CodecHarness gateway = CodecHarness.sensor();

    private static Optional<ReplyAddress> answer(String path, String id, String detail) {
        return Optional.of(new ReplyAddress(SYS + path, id, detail));
    }

    @Test
    void subSet_asDocumented_isForTheSubDevice() {
        Downlink message = gateway.decode(
                "thing/sub/property/set",
                "{\"id\":\"11\",\"version\":\"1.0\",\"params\":{\"productID\":\"SubPid0001\","
                        + "\"deviceName\":\"child-1\",\"params\":{\"power\":1,\"mode\":{\"value\":2}}}}");

        assertThat(message)
                .isEqualTo(new Downlink.SubDeviceMessage(
                        "SubPid0001/child-1",
                        new Downlink.PropertySet(
                                Values.of("power", 1, "mode", 2), answer("thing/sub/property/set_reply", "11", ""))));
    }

    @Test
    void subGet_asDocumented_isForTheSubDevice() {
        Downlink message = gateway.decode(
                "thing/sub/property/get",
                "{\"id\":\"10\",\"version\":\"1.0\",\"params\":{\"productID\":\"SubPid0001\","
                        + "\"deviceName\":\"child-1\",\"params\":[\"temperature\"]}}");

        assertThat(message)
                .isEqualTo(new Downlink.SubDeviceMessage(
                        "SubPid0001/child-1",
                        new Downlink.PropertyGet(
                                List.of("temperature"), answer("thing/sub/property/get_reply", "10", ""))));
    }

    /** The answer's data repeats the identifier, so the address keeps it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {",\"input\":{\"d\":1};true", "'';false"})
    void subService_withAndWithoutInput_isForTheSubDevice(String input, boolean given) {
        Downlink message = gateway.decode(
                "thing/sub/service/invoke",
                "{\"id\":\"12\",\"version\":\"1.0\",\"params\":{\"productID\":\"SubPid0001\","
                        + "\"deviceName\":\"child-1\",\"identifier\":\"reset\"" + input + "}}");

        assertThat(message)
                .isEqualTo(new Downlink.SubDeviceMessage(
                        "SubPid0001/child-1",
                        new Downlink.ServiceCall(
                                "reset",
                                given ? Values.of("d", 1) : Values.empty(),
                                true,
                                answer("thing/sub/service/invoke_reply", "12", "reset"))));
    }

    @ParameterizedTest
    @CsvSource({
        "thing/sub/login/reply, sub/login#17",
        "thing/sub/logout/reply, sub/logout#17",
        "thing/sub/topo/add/reply, sub/topo/add#17",
        "thing/sub/topo/delete/reply, sub/topo/delete#17"
    })
    void subReply_ofEachRequest_isAReplyUnderItsKey(String path, String key) {
        assertThat(gateway.decode(path, "{\"id\":\"17\",\"code\":200,\"msg\":\"success\"}"))
                .isEqualTo(new Downlink.PlatformReply(key, 200, "success", Values.empty(), true));
    }

    @Test
    void topoGetReply_whoseDataIsAList_isAReplyToo() {
        String payload = "{\"id\":\"108\",\"code\":200,\"msg\":\"success\","
                + "\"data\":[{\"deviceName\":\"child-1\",\"productID\":\"SubPid0001\"}]}";

        assertThat(gateway.decode("thing/sub/topo/get/reply", payload))
                .isEqualTo(new Downlink.PlatformReply("sub/topo/get#108", 200, "success", Values.empty(), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "thing/sub/property/set;{\"id\":\"1\",\"params\":{\"deviceName\":\"c\",\"params\":{}}}",
                "thing/sub/property/set;{\"id\":\"1\",\"params\":{\"productID\":\"p\",\"deviceName\":\"c\"}}",
                "thing/sub/property/get;{\"id\":\"1\",\"params\":{\"productID\":\"p\",\"deviceName\":\"c\",\"params\":{}}}",
                "thing/sub/service/invoke;{\"id\":\"1\",\"params\":{\"productID\":\"p\",\"deviceName\":\"c\"}}",
                "thing/sub/service/invoke;{\"id\":\"1\"}"
            })
    void subRequest_thatNamesNoDeviceOrNothingToDo_isAMappingProblem(String path, String payload) {
        assertThatExceptionOfType(MappingException.class).isThrownBy(() -> gateway.decode(path, payload));
    }
}
