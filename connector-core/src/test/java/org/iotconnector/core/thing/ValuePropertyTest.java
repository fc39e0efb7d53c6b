package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ValuePropertyTest {
    @Property(tries = 300)
    void toPlain_anyValue_comesBackButForDates(@ForAll("anyValues") Value value) {
        Object plain = value.toPlain();

        assertThat(Value.of(plain).toPlain()).isEqualTo(plain);
    }

    @Provide
    Arbitrary<Value> anyValues() {
        return ValueArbitraries.values();
    }
}
