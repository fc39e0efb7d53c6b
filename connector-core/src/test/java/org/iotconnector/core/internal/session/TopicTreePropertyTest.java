package org.iotconnector.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;

class TopicTreePropertyTest {
    @Provide
    Arbitrary<String> levels() {
        return Arbitraries.of("a", "b", "", "$s");
    }

    @Provide
    Arbitrary<TopicName> names() {
        return levels().list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(levels -> String.join("/", levels))
                .filter(text -> !text.isEmpty())
                .map(TopicName::of);
    }

    @Provide
    Arbitrary<TopicFilter> filters() {
        Arbitrary<String> inner = Arbitraries.of("a", "b", "", "$s", "+");
        Arbitrary<String> end = Arbitraries.of("", "/#");
        return inner.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(levels -> String.join("/", levels))
                .flatMap(start -> end.map(tail -> start + tail))
                .filter(text -> !text.isEmpty())
                .map(text -> text.startsWith("/#") ? "#" : text)
                .map(TopicFilter::of);
    }

    @Property
    void match_anyFiltersAndName_findsWhatMatchesOneByOne(
            @ForAll("filterLists") List<TopicFilter> filters, @ForAll("names") TopicName name) {
        TopicTree<Integer> tree = new TopicTree<>();
        for (int i = 0; i < filters.size(); i++) {
            tree.add(filters.get(i), i);
        }

        Set<Integer> found = tree.match(name);

        assertThat(found).isEqualTo(expected(filters, name).keySet());
    }

    @Property
    void match_afterRemovals_findsOnlyWhatIsLeft(
            @ForAll("filterLists") List<TopicFilter> filters, @ForAll("names") TopicName name) {
        TopicTree<Integer> tree = new TopicTree<>();
        for (int i = 0; i < filters.size(); i++) {
            tree.add(filters.get(i), i);
        }
        for (int i = 0; i < filters.size(); i += 2) {
            tree.remove(filters.get(i), i);
        }

        Set<Integer> found = tree.match(name);

        assertThat(found)
                .isEqualTo(expected(filters, name).keySet().stream()
                        .filter(i -> i % 2 == 1)
                        .collect(Collectors.toSet()));
    }

    @Provide
    Arbitrary<List<TopicFilter>> filterLists() {
        return filters().list().ofMaxSize(8);
    }

    private static Map<Integer, TopicFilter> expected(List<TopicFilter> filters, TopicName name) {
        Map<Integer, TopicFilter> expected = new LinkedHashMap<>();
        for (int i = 0; i < filters.size(); i++) {
            if (filters.get(i).matches(name)) {
                expected.put(i, filters.get(i));
            }
        }
        return expected;
    }
}
