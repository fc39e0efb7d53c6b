package org.iotconnector.onenet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.Vectors;
import org.iotconnector.onenet.internal.OneNetTopics.Kind;
import org.iotconnector.onenet.internal.OneNetTopics.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics as OneNET documents them, read 2026-11. */
class OneNetTopicsTest {
    private static final String SYS = "$sys/a1B2c3D4e5/sensor-01/";

    private final OneNetTopics topics = new OneNetTopics("a1B2c3D4e5", "sensor-01");

    private Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        request(all, "propertyPost", OneNetTopics.PROPERTY_POST);
        command(all, "propertySet", OneNetTopics.PROPERTY_SET);
        command(all, "propertyGet", OneNetTopics.PROPERTY_GET);
        request(all, "desiredGet", OneNetTopics.DESIRED_GET);
        request(all, "desiredDelete", OneNetTopics.DESIRED_DELETE);
        request(all, "eventPost", OneNetTopics.EVENT_POST);
        String reboot = OneNetTopics.service("reboot");
        all.put("serviceInvoke(reboot)", topics.of(reboot));
        all.put("serviceInvokeReply(reboot)", topics.of(OneNetTopics.answer(reboot)));
        request(all, "packPost", OneNetTopics.PACK_POST);
        request(all, "historyPost", OneNetTopics.HISTORY_POST);
        request(all, "subLogin", OneNetTopics.SUB_LOGIN);
        request(all, "subLogout", OneNetTopics.SUB_LOGOUT);
        command(all, "subPropertyGet", OneNetTopics.SUB_PROPERTY_GET);
        command(all, "subPropertySet", OneNetTopics.SUB_PROPERTY_SET);
        command(all, "subServiceInvoke", OneNetTopics.SUB_SERVICE_INVOKE);
        request(all, "topoAdd", OneNetTopics.TOPO_ADD);
        request(all, "topoDelete", OneNetTopics.TOPO_DELETE);
        request(all, "topoGet", OneNetTopics.TOPO_GET);
        all.put("topoGetResult", topics.of(OneNetTopics.TOPO_GET_RESULT));
        command(all, "topoChange", OneNetTopics.TOPO_CHANGE);
        return all;
    }

    private void request(Map<String, Object> all, String name, String path) {
        all.put(name, topics.of(path));
        all.put(name + "Reply", topics.of(OneNetTopics.reply(path)));
    }

    private void command(Map<String, Object> all, String name, String path) {
        all.put(name, topics.of(path));
        all.put(name + "Reply", topics.of(OneNetTopics.answer(path)));
    }

    @Test
    void of_everyPathOfTheThingModel_givesTheDocumentedTopic() {
        Values documented = Vectors.get("thing-topics").expected();

        assertThat(all()).containsExactlyInAnyOrderEntriesOf(documented.toPlain());
    }

    @Test
    void of_pathsOutsideTheThingModel_givesTheDocumentedTopics() {
        assertThat(topics.of(OneNetTopics.OTA_INFORM)).isEqualTo(SYS + "ota/inform");
        assertThat(topics.of(OneNetTopics.answer(OneNetTopics.OTA_INFORM))).isEqualTo(SYS + "ota/inform_reply");
        assertThat(topics.of(OneNetTopics.RAW_UP)).isEqualTo(SYS + "custome/up");
        assertThat(topics.of(OneNetTopics.answer(OneNetTopics.RAW_UP))).isEqualTo(SYS + "custome/up_reply");
        assertThat(topics.of(OneNetTopics.RAW_DOWN + "7")).isEqualTo(SYS + "custome/down/7");
        assertThat(topics.of(OneNetTopics.RAW_DOWN_REPLY + "7")).isEqualTo(SYS + "custome/down_reply/7");
        assertThat(topics.of(OneNetTopics.DATA_POINTS_POST)).isEqualTo(SYS + "dp/post/json");
        assertThat(topics.of(OneNetTopics.COMMAND_REQUEST + "u")).isEqualTo(SYS + "cmd/request/u");
        assertThat(topics.of(OneNetTopics.COMMAND_RESPONSE + "u")).isEqualTo(SYS + "cmd/response/u");
    }

    @ParameterizedTest
    @CsvSource({
        "thing/property/post/reply, REPLY, thing/property/post",
        "thing/event/post/reply, REPLY, thing/event/post",
        "thing/pack/post/reply, REPLY, thing/pack/post",
        "thing/history/post/reply, REPLY, thing/history/post",
        "thing/property/desired/get/reply, DESIRED_REPLY, thing/property/desired/get",
        "thing/property/desired/delete/reply, REPLY, thing/property/desired/delete",
        "thing/sub/login/reply, REPLY, thing/sub/login",
        "thing/sub/logout/reply, REPLY, thing/sub/logout",
        "thing/sub/topo/add/reply, REPLY, thing/sub/topo/add",
        "thing/sub/topo/get/reply, REPLY, thing/sub/topo/get"
    })
    void route_ofReply_namesTheRequest(String path, Kind kind, String request) {
        assertThat(topics.route(TopicName.of(SYS + path))).contains(new Route(kind, request, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "thing/property/set, PROPERTY_SET, '', thing/property/set_reply",
        "thing/property/get, PROPERTY_GET, '', thing/property/get_reply",
        "thing/service/reboot/invoke, SERVICE, reboot, thing/service/reboot/invoke_reply",
        "thing/service/$SyncGetFile/invoke, SERVICE, $SyncGetFile, thing/service/$SyncGetFile/invoke_reply",
        "thing/sub/property/set, SUB_PROPERTY_SET, '', thing/sub/property/set_reply",
        "thing/sub/property/get, SUB_PROPERTY_GET, '', thing/sub/property/get_reply",
        "thing/sub/service/invoke, SUB_SERVICE, '', thing/sub/service/invoke_reply"
    })
    void route_ofRequest_namesTheAnswersTopic(String path, Kind kind, String subject, String answer) {
        assertThat(topics.route(TopicName.of(SYS + path))).contains(new Route(kind, subject, SYS + answer));
    }

    /** What a device itself publishes comes back from brokers that are not the platform. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$sys/a1B2c3D4e5/sensor-02/thing/property/set",
                "$sys/A1b2c3D4e5/sensor-01/thing/property/set",
                "$sys/a1B2c3D4e5/sensor-01",
                SYS,
                SYS + "thing/",
                SYS + "thing/property/post",
                SYS + "thing/property/set_reply",
                SYS + "thing/property/get_reply",
                SYS + "thing/service/reboot/invoke_reply",
                SYS + "thing/service//invoke",
                SYS + "thing/service/invoke",
                SYS + "thing/service/a/b/invoke",
                SYS + "thing/sub/topo/change",
                SYS + "thing/sub/topo/get/result",
                SYS + "ota/inform",
                SYS + "ota/inform/reply",
                SYS + "cmd/request/1",
                "x"
            })
    void route_ofOtherTopics_isNone(String topic) {
        assertThat(topics.route(TopicName.of(topic))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "+", "a#"})
    void service_identifierThatLeavesItsLevel_isRefused(String service) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> OneNetTopics.service(service))
                .satisfies(thrown -> assertThat(thrown.location()).isEqualTo(service));
    }

    @Test
    void replyKey_ofPaths_leavesOutWhatAllHave() {
        assertThat(OneNetTopics.replyKey(OneNetTopics.SUB_LOGIN, "17")).isEqualTo("sub/login#17");
        assertThat(OneNetTopics.replyKey(OneNetTopics.DATA_POINTS_POST, "17")).isEqualTo("dp/post/json#17");
    }
}
