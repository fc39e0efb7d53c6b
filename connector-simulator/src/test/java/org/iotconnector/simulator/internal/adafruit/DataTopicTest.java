package org.iotconnector.simulator.internal.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.iotconnector.simulator.testing.AdafruitVectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataTopicTest {

    static Stream<Named<AdafruitVectors.Vector>> data() {
        return ofKind("feed", "group");
    }

    static Stream<Named<AdafruitVectors.Vector>> gets() {
        return ofKind("get");
    }

    private static Stream<Named<AdafruitVectors.Vector>> ofKind(String... kinds) {
        return AdafruitVectors.named("topics/cases")
                .filter(named -> List.of(kinds).contains(named.getPayload().text("kind")));
    }

    @ParameterizedTest
    @MethodSource("data")
    void of_topicOfVector_isReadAsItSays(AdafruitVectors.Vector vector) {
        assertThat(DataTopic.of(vector.text("topic"))).hasValueSatisfying(topic -> {
            assertThat(topic.group()).isEqualTo(vector.text("kind").equals("group"));
            assertThat(topic.key()).isEqualTo(vector.text("key"));
            assertThat(topic.format().name().toLowerCase(Locale.ROOT)).isEqualTo(vector.text("format"));
            assertThat(topic.get()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("gets")
    void of_getOfVector_asksForItsTopic(AdafruitVectors.Vector vector) {
        assertThat(DataTopic.of(vector.text("topic")))
                .hasValueSatisfying(topic -> assertThat(topic.get()).isTrue());
        assertThat(DataTopic.withoutGet(vector.text("topic"))).isEqualTo(vector.text("of"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tester",
                "tester/feeds",
                "tester/feeds/",
                "/feeds/temp",
                "tester/feeds/temp/xml",
                "tester/feeds/temp/json/more",
                "tester/errors",
                "tester/b/blocks",
                "time/seconds"
            })
    void of_otherTopic_isNone(String topic) {
        assertThat(DataTopic.of(topic)).isEmpty();
    }
}
