package org.iotconnector.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliyunCustomTopicsTest {
    private static final Bytes PAYLOAD = Bytes.ofUtf8("hello");

    private final AliyunCustomTopics topics =
            AliyunCustomTopics.of(Devices.lamp().build());
    private final List<Object> calls = new ArrayList<>();

    /** Notes the first argument of each call; a real session is the contract test's. */
    private final MqttSession session = (MqttSession) Proxy.newProxyInstance(
            MqttSession.class.getClassLoader(), new Class<?>[] {MqttSession.class}, (proxy, method, arguments) -> {
                calls.add(arguments[0]);
                return null;
            });

    @ParameterizedTest
    @ValueSource(strings = {"update/error", "/a1Demo0Prod/lamp-0001/user/update/error"})
    void topic_levelsOrWhole_givesTheWhole(String text) {
        assertThat(topics.topic(text).text()).isEqualTo("/a1Demo0Prod/lamp-0001/user/update/error");
    }

    @Test
    void parsedTopic_always_hasThePlatformsSuffix() {
        assertThat(topics.parsedTopic("update").text()).isEqualTo("/a1Demo0Prod/lamp-0001/user/update?_sn=default");
    }

    @Test
    void filter_withWildcards_isTaken() {
        assertThat(topics.filter("+/get/#").text()).isEqualTo("/a1Demo0Prod/lamp-0001/user/+/get/#");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a1Demo0Prod/lamp-0002/user/get",
                "/a1Demo0Prod/lamp-0001/get",
                "/sys/a1Demo0Prod/lamp-0001/thing/event/property/post"
            })
    void topic_ofAnother_isRefusedWithTheOwnPrefix(String foreign) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> topics.topic(foreign))
                .withMessageContaining("/a1Demo0Prod/lamp-0001/user/");
    }

    @ParameterizedTest
    @CsvSource({"'',empty level", "a//b,empty level", "a/,empty level", "a?b,parsedTopic", "a/+,wildcard", "#,wildcard"
    })
    void topic_thatIsNoName_isRefused(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> topics.topic(text))
                .withMessageContaining(reason);
    }

    @Test
    void topic_of128Bytes_isTheLongest() {
        String levels = "x".repeat(128 - "/a1Demo0Prod/lamp-0001/user/".length());

        assertThat(topics.topic(levels).text()).hasSize(128);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> topics.topic(levels + "x"))
                .withMessageContaining("129 bytes");
    }

    @Test
    void topic_of7Slashes_isTheDeepest() {
        assertThat(topics.topic("a/b/c/d").text()).endsWith("/a/b/c/d");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> topics.topic("a/b/c/d/e"))
                .withMessageContaining("8 slashes");
    }

    @Test
    void levels_ofOwnTopic_areWhatWasGiven() {
        assertThat(topics.levels(topics.parsedTopic("a/b"))).contains("a/b");
        assertThat(topics.levels(TopicName.of("/a1Demo0Prod/other/user/a"))).isEmpty();
    }

    @Test
    void publish_byLevels_sendsAtLeastOnce() {
        topics.publish(session, "update", PAYLOAD);
        topics.publishParsed(session, "update", PAYLOAD);

        assertThat(calls)
                .containsExactly(
                        new Publication(topics.topic("update"), PAYLOAD, QualityOfService.AT_LEAST_ONCE, false),
                        new Publication(topics.parsedTopic("update"), PAYLOAD, QualityOfService.AT_LEAST_ONCE, false));
    }

    @Test
    void publish_qos2OrForeign_isRefusedBeforeItIsSent() {
        TopicName own = topics.topic("update");
        TopicName foreign = TopicName.of("/sys/x");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> topics.publish(session, own, PAYLOAD, QualityOfService.EXACTLY_ONCE))
                .withMessageContaining("QoS 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> topics.publish(session, foreign, PAYLOAD, QualityOfService.AT_MOST_ONCE));
        assertThat(calls).isEmpty();
    }

    @Test
    void subscribe_always_asksForTheOwnFilter() {
        topics.subscribe(session, "get", message -> {});

        assertThat(calls).containsExactly(List.of(Subscription.atLeastOnce("/a1Demo0Prod/lamp-0001/user/get")));
    }
}
