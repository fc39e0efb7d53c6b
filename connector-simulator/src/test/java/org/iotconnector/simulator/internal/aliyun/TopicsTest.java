package org.iotconnector.simulator.internal.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import org.iotconnector.simulator.aliyun.ValidationLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
    private final DeviceState device =
            new DeviceState(new ProductState("pk", null, ValidationLevel.WEAK, null), "dn", "secret");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sys/pk/dn/thing/event/property/post",
                "/sys/pk/dn/#",
                "/sys/pk/dn/thing/event/+/post_reply",
                "/sys/pk/dn/rrpc/request/+",
                "/sys/pk/dn/thing/topo/add_reply",
                "/pk/dn/user/get",
                "/pk/dn/#",
                "/ext/ntp/pk/dn/response",
                "/ext/session/pk/dn/combine/login_reply",
                "/ext/error/pk/dn",
                "/ext/rrpc/#",
                "/ext/rrpc/+/pk/dn/user/get",
                "/ext/rrpc/1/sys/pk/dn/thing/service/x",
                "/ext/rrpc/+/sys/pk/dn/#",
                "/ext/register",
                "/ext/network/probe/+",
                "/shadow/get/pk/dn",
                "/ota/device/upgrade/pk/dn",
                "/broadcast/pk/news"
            })
    void isOwn_topicOrFilterOfTheDevice_isTrue(String topic) {
        assertThat(Topics.isOwn(device, topic)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "#",
                "+/+",
                "sys/pk/dn/x",
                "/sys/+/+/thing",
                "/sys/#",
                "/sys/pk/other/thing/event/property/post",
                "/sys/other/dn/thing/event/property/post",
                "/sys/pk",
                "/pk/other/user/get",
                "/pk/+/user/get",
                "/ext/ntp/pk/other/response",
                "/ext/rrpc/+/pk/other/user/get",
                "/ext/rrpc/+/sys/pk/other/x",
                "/ext/#",
                "/shadow/get/pk/other",
                "/ota/device/upgrade/pk/other",
                "/broadcast/other/news",
                "/broadcast/+/news"
            })
    void isOwn_topicOrFilterReachingFurther_isFalse(String topic) {
        assertThat(Topics.isOwn(device, topic)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/sys/pk/dn/thing/service/property/set, true",
        "/ext/ntp/pk/dn/response, true",
        "/ota/device/upgrade/pk/dn, true",
        "/shadow/get/pk/dn, true",
        "/pk/dn/user/get, false",
        "/sys/pk/dn/thing/file/download_reply, false",
        "/sys/pk/dn/thing/file/upload/mqtt/init_reply, false",
        "/sys/pk/other/thing/service/property/set, false"
    })
    void isSystemPush_topic_isDecidedByItsKind(String topic, boolean expected) {
        assertThat(Topics.isSystemPush(device, topic)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "thing/event/alarm/post, alarm",
        "thing/event/module:alarm/post, module:alarm",
    })
    void event_postPath_isItsIdentifier(String path, String event) {
        assertThat(Topics.event(path)).contains(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thing/event/post",
                "thing/event//post",
                "thing/event/property/pack/post",
                "thing/event/a/post_reply"
            })
    void event_otherPath_isEmpty(String path) {
        assertThat(Topics.event(path).filter(event -> !event.isEmpty())).isEmpty();
    }
}
