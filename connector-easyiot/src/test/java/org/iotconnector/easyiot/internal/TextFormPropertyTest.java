package org.iotconnector.easyiot.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Value;
import org.iotconnector.easyiot.BooleanWords;

/** What is written as text is read back the same, by the type that the model gives it. */
class TextFormPropertyTest {
    private static TextForm form(BooleanWords words, DataType type) {
        ThingModel model =
                ThingModel.builder().property(PropertySpec.readWrite("p", type)).build();
        return new TextForm(words, Optional.of(model));
    }

    private static void assertReadBack(TextForm form, Value value) {
        assertThat(form.read("p", form.write(value))).isEqualTo(value);
    }

    @Property
    void booleans_inAnyWords_comeBack(@ForAll boolean value, @ForAll BooleanWords words) {
        assertReadBack(form(words, DataType.bool("off", "on")), new Value.Bool(value));
    }

    @Property
    void integers_whatever_comeBack(@ForAll long value) {
        assertReadBack(form(BooleanWords.DIGITS, DataType.int64()), new Value.Int(value));
    }

    @Property
    void doubles_whatever_comeBack(@ForAll double value) {
        assertReadBack(form(BooleanWords.DIGITS, DataType.float64()), new Value.Float64(value));
    }

    @Property
    void texts_whatever_comeBackWithoutAModel(@ForAll("texts") String value) {
        assertReadBack(new TextForm(BooleanWords.ON_OFF, Optional.empty()), new Value.Text(value));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .filter(text -> text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF));
    }
}
