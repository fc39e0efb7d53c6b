package org.iotconnector.simulator.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFiltersTest {

    @ParameterizedTest
    @CsvSource({
        "sport/#, sport, true",
        "sport/#, sport/tennis/player, true",
        "#, sport, true",
        "+, sport, true",
        "+, sport/tennis, false",
        "sport/+, sport, false",
        "sport/+, sport/, true",
        "+/+, /finance, true",
        "/+, /finance, true",
        "+, /finance, false",
        "#, $SYS/load, false",
        "+/load, $SYS/load, false",
        "$SYS/#, $SYS/load, true",
        "sport, Sport, false"
    })
    void matches_examplesOfTheStandard_areDecidedAlike(String filter, String name, boolean expected) {
        assertThat(TopicFilters.matches(filter, name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a#", "#/a", "a/#/b", "a+", "+a/b", "a\0b"})
    void isValidFilter_misplacedWildcard_isFalse(String filter) {
        assertThat(TopicFilters.isValidFilter(filter)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "+", "a/+/b/#", "/", "//", "a b"})
    void isValidFilter_wellFormed_isTrue(String filter) {
        assertThat(TopicFilters.isValidFilter(filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/+", "#", "a\0"})
    void isValidName_wildcardOrEmpty_isFalse(String name) {
        assertThat(TopicFilters.isValidName(name)).isFalse();
    }

    @Test
    void isValidName_longerThanTheLengthFieldCounts_isFalse() {
        assertThat(TopicFilters.isValidName("ä".repeat(40_000))).isFalse();
    }

    @Property
    void matches_anyPair_agreesWithRecursiveReference(
            @ForAll("filters") List<String> filter, @ForAll("names") List<String> name) {
        boolean expected = reference(filter, name, true);

        assertThat(TopicFilters.matches(String.join("/", filter), String.join("/", name)))
                .isEqualTo(expected);
    }

    @Property
    void tree_anyFilters_findsWhatMatchingEachFinds(
            @ForAll("manyFilters") List<List<String>> filters, @ForAll("names") List<String> name) {
        TopicTree<String> tree = new TopicTree<>();
        filters.forEach(filter -> tree.add(String.join("/", filter), String.join("/", filter)));
        Set<String> expected = new TreeSet<>();
        filters.stream()
                .filter(filter -> reference(filter, name, true))
                .forEach(filter -> expected.add(String.join("/", filter)));

        Set<String> found = tree.match(String.join("/", name));

        assertThat(new TreeSet<>(found)).isEqualTo(expected);
    }

    @Property
    void tree_everythingRemoved_isEmptyAgain(@ForAll("manyFilters") List<List<String>> filters) {
        TopicTree<String> tree = new TopicTree<>();
        filters.forEach(filter -> tree.add(String.join("/", filter), "s"));

        filters.forEach(filter -> tree.remove(String.join("/", filter), "s"));

        assertThat(tree.isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<List<List<String>>> manyFilters() {
        return filters().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<String>> filters() {
        Arbitrary<List<String>> levels =
                Arbitraries.of("a", "b", "", "+", "$s").list().ofMinSize(1).ofMaxSize(4);
        Arbitrary<List<String>> open = levels.map(list -> {
            List<String> copy = new ArrayList<>(list);
            copy.set(copy.size() - 1, "#");
            return copy;
        });
        return Arbitraries.oneOf(levels, open).filter(list -> !list.equals(List.of("")));
    }

    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of("a", "b", "", "$s")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .filter(list -> !list.equals(List.of("")));
    }

    /** MQTT 3.1.1 section 4.7, word by word. */
    private static boolean reference(List<String> filter, List<String> name, boolean first) {
        if (filter.isEmpty()) {
            return name.isEmpty();
        }
        String level = filter.get(0);
        boolean hidden = first && name.get(0).startsWith("$") && (level.equals("#") || level.equals("+"));
        if (hidden) {
            return false;
        }
        if (level.equals("#")) {
            return true;
        }
        if (name.isEmpty() || !(level.equals("+") || level.equals(name.get(0)))) {
            return false;
        }
        return reference(filter.subList(1, filter.size()), name.subList(1, name.size()), false);
    }
}
