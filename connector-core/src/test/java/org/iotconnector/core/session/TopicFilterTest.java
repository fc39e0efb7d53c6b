package org.iotconnector.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFilterTest {
    /** The examples of MQTT 3.1.1 sections 4.7.1.2, 4.7.1.3 and 4.7.2. */
    @ParameterizedTest
    @CsvSource({
        "sport/tennis/player1/#, sport/tennis/player1, true",
        "sport/tennis/player1/#, sport/tennis/player1/ranking, true",
        "sport/tennis/player1/#, sport/tennis/player1/score/wimbledon, true",
        "sport/#, sport, true",
        "#, anything/at/all, true",
        "sport/tennis/+, sport/tennis/player1, true",
        "sport/tennis/+, sport/tennis/player1/ranking, false",
        "sport/+, sport, false",
        "sport/+, sport/, true",
        "+/+, /finance, true",
        "/+, /finance, true",
        "+, /finance, false",
        "#, $SYS/broker, false",
        "+/monitor/Clients, $SYS/monitor/Clients, false",
        "$SYS/#, $SYS/broker, true",
        "$SYS/monitor/+, $SYS/monitor/Clients, true",
        "a/b, a/b, true",
        "a/b, a/B, false",
    })
    void matches_exampleOfTheStandard_isAsTheStandardSays(String filter, String name, boolean expected) {
        assertThat(TopicFilter.of(filter).matches(TopicName.of(name))).isEqualTo(expected);
    }

    @Test
    void of_textAfterHash_saysWhereAndWhatToDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicFilter.of("room/#/temp"))
                .withMessage("Topic filter [room/#/temp] must end at its '#' (index 5); use '+' for one level or drop"
                        + " \"/temp\".");
    }

    @ParameterizedTest
    @CsvSource({"a+", "a/b+/c", "a#", "#a", "+a/b"})
    void of_wildcardInsideALevel_isRefused(String filter) {
        assertThatIllegalArgumentException().isThrownBy(() -> TopicFilter.of(filter));
    }

    @Test
    void of_emptyText_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TopicFilter.of(""));
    }

    @Test
    void topicName_withWildcard_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicName.of("a/+/b"))
                .withMessageContaining("index 2");
    }

    @Test
    void topicName_withNul_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TopicName.of("a\0b"));
    }

    @Test
    void topicName_withHalfASurrogatePair_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TopicName.of("a\uD800b"));
    }

    @Test
    void topicName_longerThanTheStandardAllows_isRefusedWithItsSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicName.of("灯".repeat(21_846)))
                .withMessageContaining("65538 bytes");
    }

    @Test
    void topicName_ofTheLargestSize_isAccepted() {
        assertThat(TopicName.of("灯".repeat(21_845)).text()).hasSize(21_845);
    }

    @Test
    void valueTypes_equality_isByContent() {
        EqualsVerifier.forClass(TopicName.class).withNonnullFields("text").verify();
        EqualsVerifier.forClass(TopicFilter.class)
                .withNonnullFields("text")
                .withIgnoredFields("group")
                .verify();
    }

    @Test
    void of_sharedSubscription_matchesWhatStandsBehindTheGroup() {
        TopicFilter filter = TopicFilter.of("$share/workers/jobs/+");

        assertThat(filter.shareGroup()).contains("workers");
        assertThat(filter.matches(TopicName.of("jobs/1"))).isTrue();
        assertThat(filter.matches(TopicName.of("$share/workers/jobs/1"))).isFalse();
        assertThat(filter.text()).isEqualTo("$share/workers/jobs/+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$share/", "$share/workers", "$share/workers/", "$share//jobs", "$share/+/jobs"})
    void of_halfASharedSubscription_saysWhatItIsMadeOf(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicFilter.of(text))
                .withMessageContaining(text)
                .withMessageContaining("a group's name");
    }
}
