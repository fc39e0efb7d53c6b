package org.iotconnector.simulator.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iotconnector.simulator.internal.broker.TopicFilters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterCoverTest {

    @ParameterizedTest
    @CsvSource({
        "#, a/b, true",
        "#, $SYS/a, false",
        "$SYS/#, $SYS/a/#, true",
        "a/#, a, true",
        "a/+, a/b, true",
        "a/+, a/#, false",
        "a/+, a/+, true",
        "a/b, a/+, false",
        "a/b, a/b/c, false",
        "+/b, #, false"
    })
    void covers_pair_isWhetherAllOfItIsIncluded(String wide, String narrow, boolean expected) {
        assertThat(FilterCover.covers(wide, narrow)).isEqualTo(expected);
    }

    @Property
    boolean covers_anyPair_neverOpensATopicThatTheWideOneDoesNotMatch(
            @ForAll("filters") String wide, @ForAll("filters") String narrow, @ForAll("names") String name) {
        boolean reached = TopicFilters.matches(narrow, name);

        return !FilterCover.covers(wide, narrow) || !reached || TopicFilters.matches(wide, name);
    }

    @Provide
    Arbitrary<String> filters() {
        Arbitrary<List<String>> levels =
                Arbitraries.of("a", "b", "", "+", "$s").list().ofMinSize(1).ofMaxSize(4);
        Arbitrary<List<String>> open = levels.map(list -> {
            List<String> copy = new ArrayList<>(list);
            copy.set(copy.size() - 1, "#");
            return copy;
        });
        return Arbitraries.oneOf(levels, open)
                .map(list -> String.join("/", list))
                .filter(text -> !text.isEmpty());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("a", "b", "", "$s")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(list -> String.join("/", list))
                .filter(text -> !text.isEmpty());
    }
}
