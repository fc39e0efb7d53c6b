package org.iotconnector.simulator.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedFilterTest {

    @Test
    void parse_groupAndFilter_areTakenApart() {
        assertThat(SharedFilter.parse("$share/g 1/a/+/#")).contains(new SharedFilter("g 1", "a/+/#"));
    }

    @Test
    void parse_filterWithAnEmptyFirstLevel_keepsIt() {
        assertThat(SharedFilter.parse("$share/g//a")).contains(new SharedFilter("g", "/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$share/", "$share/g", "$share/g/", "$share//a", "$share/g+/a", "$share/#/a", "$share/g/a+", "a"
            })
    void parse_malformed_isEmpty(String text) {
        assertThat(SharedFilter.parse(text)).isEmpty();
    }

    @Property
    boolean parse_anyText_isEmptyOrGivesTheTextBack(@ForAll @StringLength(max = 20) String text) {
        String filter = "$share/" + text;

        return SharedFilter.parse(filter)
                .map(parsed -> ("$share/" + parsed.group() + "/" + parsed.filter()).equals(filter))
                .orElse(true);
    }
}
