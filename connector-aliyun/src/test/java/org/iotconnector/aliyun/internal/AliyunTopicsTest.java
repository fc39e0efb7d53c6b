package org.iotconnector.aliyun.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.iotconnector.aliyun.internal.AliyunTopics.Kind;
import org.iotconnector.aliyun.internal.AliyunTopics.Route;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.TopicName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics as Aliyun IoT documents them, read 2026-11. */
class AliyunTopicsTest {
    private static final String SYS = "/sys/a1Demo0Prod/lamp-0001/";

    private final AliyunTopics topics = new AliyunTopics("a1Demo0Prod", "lamp-0001");

    @Test
    void of_paths_givesTheDocumentedTopics() {
        assertThat(topics.of(AliyunTopics.PROPERTY_POST)).isEqualTo(SYS + "thing/event/property/post");
        assertThat(topics.of(AliyunTopics.eventPost("alarm"))).isEqualTo(SYS + "thing/event/alarm/post");
        assertThat(topics.of(AliyunTopics.eventPost("mod:alarm"))).isEqualTo(SYS + "thing/event/mod:alarm/post");
        assertThat(topics.of(AliyunTopics.service("Dim"))).isEqualTo(SYS + "thing/service/Dim");
        assertThat(topics.of(AliyunTopics.BATCH_POST)).isEqualTo(SYS + "thing/event/property/batch/post");
        assertThat(topics.of(AliyunTopics.HISTORY_POST)).isEqualTo(SYS + "thing/event/property/history/post");
        assertThat(topics.of(AliyunTopics.DESIRED_GET)).isEqualTo(SYS + "thing/property/desired/get");
        assertThat(topics.of(AliyunTopics.DESIRED_DELETE)).isEqualTo(SYS + "thing/property/desired/delete");
        assertThat(topics.of(AliyunTopics.RAW_UP)).isEqualTo(SYS + "thing/model/up_raw");
        assertThat(topics.extService("Dim")).isEqualTo("/ext/rrpc/+/sys/a1Demo0Prod/lamp-0001/thing/service/Dim");
    }

    @Test
    void method_ofPath_hasDotsForSlashes() {
        assertThat(AliyunTopics.method(AliyunTopics.PROPERTY_POST)).isEqualTo("thing.event.property.post");
    }

    @ParameterizedTest
    @CsvSource({
        "thing/event/property/post_reply, REPLY, thing/event/property/post",
        "thing/event/alarm/post_reply, REPLY, thing/event/alarm/post",
        "thing/event/property/batch/post_reply, REPLY, thing/event/property/batch/post",
        "thing/event/property/history/post_reply, REPLY, thing/event/property/history/post",
        "thing/property/desired/get_reply, DESIRED_REPLY, thing/property/desired/get",
        "thing/property/desired/delete_reply, REPLY, thing/property/desired/delete"
    })
    void route_ofReply_namesTheRequest(String path, Kind kind, String request) {
        assertThat(topics.route(TopicName.of(SYS + path))).contains(new Route(kind, request, "", false));
    }

    @ParameterizedTest
    @CsvSource({
        "thing/service/property/set, PROPERTY_SET, '', thing/service/property/set_reply, false",
        "thing/service/property/get, PROPERTY_GET, '', thing/service/property/get_reply, false",
        "thing/service/Dim, SERVICE, Dim, thing/service/Dim_reply, false",
        "thing/service/mod:Dim, SERVICE, mod:Dim, thing/service/mod:Dim_reply, false",
        "thing/model/down_raw, RAW_COMMAND, '', thing/model/down_raw_reply, false",
        "rrpc/request/123, RRPC, '', rrpc/response/123, true"
    })
    void route_ofRequest_namesTheAnswersTopic(
            String path, Kind kind, String subject, String answer, boolean synchronous) {
        assertThat(topics.route(TopicName.of(SYS + path)))
                .contains(new Route(kind, subject, SYS + answer, synchronous));
    }

    @Test
    void route_ofExtRequest_isAnsweredOnTheSameTopic() {
        String topic = "/ext/rrpc/456" + SYS + "thing/service/Dim";

        assertThat(topics.route(TopicName.of(topic))).contains(new Route(Kind.SERVICE, "Dim", topic, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sys/a1Demo0Prod/lamp-0002/thing/service/property/set",
                "/sys/a1Demo0Prod/lamp-0001",
                "/sys/a1Demo0Prod/lamp-0001/",
                SYS + "thing/service/",
                SYS + "thing/service/Dim_reply",
                SYS + "thing/service/property/set_reply",
                SYS + "thing/service/a/b",
                SYS + "thing/event//post_reply",
                SYS + "thing/event/a/b/post_reply",
                SYS + "thing/model/down_raw_reply",
                SYS + "rrpc/request/",
                SYS + "rrpc/request/1/2",
                SYS + "rrpc/response/1",
                SYS + "thing/disable",
                "/ext/rrpc/1/a1Demo0Prod/lamp-0001/user/get",
                "/ext/rrpc/1" + SYS + "thing/event/property/post_reply",
                "/ext/rrpc/1/sys/a1Demo0Prod/lamp-0002/thing/service/Dim",
                "/a1Demo0Prod/lamp-0001/user/get",
                "/ext/ntp/a1Demo0Prod/lamp-0001/response",
                "x"
            })
    void route_ofOtherTopics_isNone(String topic) {
        assertThat(topics.route(TopicName.of(topic))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "+", "a#", "property"})
    void eventPost_identifierThatLeavesItsLevel_isRefused(String event) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> AliyunTopics.eventPost(event))
                .satisfies(thrown -> assertThat(thrown.location()).isEqualTo(event));
    }

    @Test
    void isRrpc_ofAnswers_tellsThemFromOthers() {
        assertThat(topics.isRrpc(SYS + "rrpc/response/1")).isTrue();
        assertThat(topics.isRrpc("/ext/rrpc/1" + SYS + "thing/service/Dim")).isTrue();
        assertThat(topics.isRrpc(SYS + "thing/service/Dim_reply")).isFalse();
    }

    @Test
    void serviceOfMethod_ofOtherMethods_isNone() {
        assertThat(AliyunTopics.serviceOfMethod("thing.service.Dim")).contains("Dim");
        assertThat(AliyunTopics.serviceOfMethod("thing.service.")).isEmpty();
        assertThat(AliyunTopics.serviceOfMethod("thing.event.alarm.post")).isEmpty();
    }
}
