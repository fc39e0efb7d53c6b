package org.iotconnector.simulator.internal.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.iotconnector.simulator.onenet.DataProtocol;
import org.iotconnector.simulator.onenet.NodeType;
import org.iotconnector.simulator.testing.OneNetVectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {
    /** Those of the vector that the device publishes; the platform publishes the others. */
    private static final List<String> FROM_DEVICE = List.of(
            "propertyPost",
            "propertySetReply",
            "propertyGetReply",
            "desiredGet",
            "desiredDelete",
            "eventPost",
            "serviceInvokeReply(reboot)",
            "packPost",
            "historyPost",
            "subLogin",
            "subLogout",
            "subPropertyGetReply",
            "subPropertySetReply",
            "subServiceInvokeReply",
            "topoAdd",
            "topoDelete",
            "topoGet",
            "topoGetResult",
            "topoChangeReply");

    static Stream<Arguments> topicsOfVector() {
        Map<String, @Nullable Object> topics = OneNetVectors.one("thing-topics").expected();
        return topics.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), String.valueOf(entry.getValue())));
    }

    @ParameterizedTest
    @MethodSource("topicsOfVector")
    void isPublishable_topicOfVector_isTheDevicesOrThePlatforms(String name, String topic) {
        boolean publishable = Topics.isPublishable(device(DataProtocol.ONEJSON), topic);

        assertThat(publishable).isEqualTo(FROM_DEVICE.contains(name));
    }

    @ParameterizedTest
    @MethodSource("topicsOfVector")
    void isSubscribable_topicOfVector_isTrue(String name, String topic) {
        assertThat(Topics.isSubscribable(device(DataProtocol.ONEJSON), topic))
                .as(name)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ONEJSON, thing/property/post, true",
        "ONEJSON, thing/service/$SyncGetFile/invoke_reply, true",
        "ONEJSON, ota/inform_reply, true",
        "ONEJSON, custome/up, false",
        "ONEJSON, cmd/response/1, false",
        "RAW, custome/up, true",
        "RAW, custome/down_reply/7, true",
        "RAW, thing/property/post, false",
        "DATASTREAM, dp/post/json, true",
        "DATASTREAM, cmd/response/1, true",
        "DATASTREAM, image/update, true",
        "DATASTREAM, image/get, true",
        "DATASTREAM, dp/post/json/accepted, false",
        "DATASTREAM, cmd/response/1/2/3/4/5, false"
    })
    void isPublishable_pathOfAProduct_asItsProtocolHasIt(DataProtocol protocol, String path, boolean expected) {
        DeviceState device = device(protocol);

        assertThat(Topics.isPublishable(device, Topics.of(device, path))).isEqualTo(expected);
    }

    private static DeviceState device(DataProtocol protocol) {
        ProductState product = new ProductState("a1B2c3D4e5", null, protocol, NodeType.DIRECT, null, null);
        return new DeviceState(product, "sensor-01", "a2V5", 1, Instant.EPOCH);
    }
}
