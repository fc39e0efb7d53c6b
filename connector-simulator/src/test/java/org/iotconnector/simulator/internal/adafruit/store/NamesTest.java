package org.iotconnector.simulator.internal.adafruit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.iotconnector.simulator.testing.AdafruitVectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamesTest {

    static Stream<Named<AdafruitVectors.Vector>> fromName() {
        return AdafruitVectors.named("keys/from_name");
    }

    static Stream<Named<AdafruitVectors.Vector>> nameValid() {
        return AdafruitVectors.named("keys/name_valid");
    }

    @ParameterizedTest
    @MethodSource("fromName")
    void keyOf_nameOfVector_isItsKey(AdafruitVectors.Vector vector) {
        assertThat(Names.keyOf(vector.text("name"))).isEqualTo(vector.text("key"));
    }

    @ParameterizedTest
    @MethodSource("nameValid")
    void isValid_nameOfVector_isAsItSays(AdafruitVectors.Vector vector) {
        assertThat(Names.isValid(vector.text("name"))).isEqualTo(vector.get("ok"));
    }

    @Property
    void keyOf_anyValidName_isAKey(
            @ForAll
                    @StringLength(min = 1, max = 128)
                    @CharRange(from = 'a', to = 'z')
                    @CharRange(from = 'A', to = 'Z')
                    @CharRange(from = '0', to = '9')
                    @Chars({' ', '-', '_'})
                    String name) {
        if (Names.isValid(name)) {
            assertThat(Names.isKey(Names.keyOf(name))).isTrue();
        }
    }
}
