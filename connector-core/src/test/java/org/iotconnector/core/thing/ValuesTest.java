package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.iotconnector.core.MappingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private final Values lamp = Values.of("LightSwitch", true, "CurrentLedADC", 512, "sensors:Temperature", 21.5);

    @Test
    void of_pairs_keepsTheirOrder() {
        assertThat(lamp.names()).containsExactly("LightSwitch", "CurrentLedADC", "sensors:Temperature");
        assertThat(lamp.size()).isEqualTo(3);
    }

    @Test
    void of_oddCount_namesTheLastArgument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.of("a", 1, "b", 2, "lonely"))
                .withMessageContaining("5 arguments")
                .withMessageContaining("lonely");
    }

    @Test
    void of_nameThatIsNoText_namesItsPlaceAndClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.of("a", 1, "b", 2, 3, 4))
                .withMessageContaining("Argument 5")
                .withMessageContaining("java.lang.Integer");
    }

    @Test
    void of_valueOfUnknownClass_namesTheName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.of("colour", new Thread()))
                .withMessageContaining("\"colour\"")
                .withMessageContaining("java.lang.Thread");
    }

    @Test
    void put_sameNameTwice_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.of("a", 1, "a", 2))
                .withMessageContaining("\"a\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "\u0000", "a\u007f", "\ud800"})
    void put_badName_isRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Values.of(name, 1));
    }

    @Test
    void put_nameLength_endsAt128() {
        assertThat(Values.of("n".repeat(128), 1).size()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.of("n".repeat(129), 1))
                .withMessageContaining("129");
    }

    @Test
    void get_missing_namesThePresentOnes() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.get("Brightness"))
                .withMessage("Brightness: is missing; present: LightSwitch, CurrentLedADC, sensors:Temperature.")
                .extracting(MappingException::location)
                .isEqualTo("Brightness");
    }

    @Test
    void get_missingAmongVeryMany_listsOnlySome() {
        Values.Builder many = Values.builder();
        for (int i = 0; i < 200; i++) {
            many.put("property" + i, i);
        }

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> many.build().get("x"))
                .withMessageContaining("and 180 more");
    }

    @Test
    void typedGetter_unfitValue_isLocatedAtItsName() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.integer("sensors:Temperature"))
                .withMessageContaining("sensors:Temperature: There is the number 21.5")
                .extracting(MappingException::location)
                .isEqualTo("sensors:Temperature");
    }

    @Test
    void typedGetters_fittingValues_convert() {
        Values values = Values.builder()
                .put("flag", 1)
                .put("int", "12")
                .put("long", 1L << 40)
                .put("number", 3)
                .put("text", true)
                .put("time", 1000)
                .put("struct", Values.of("a", 1))
                .put("list", List.of(1, 2))
                .build();

        assertThat(values.bool("flag")).isTrue();
        assertThat(values.integer("int")).isEqualTo(12);
        assertThat(values.longInteger("long")).isEqualTo(1L << 40);
        assertThat(values.number("number")).isEqualTo(3.0);
        assertThat(values.text("text")).isEqualTo("true");
        assertThat(values.instant("time").getEpochSecond()).isEqualTo(1);
        assertThat(values.struct("struct").integer("a")).isEqualTo(1);
        assertThat(values.list("list")).hasSize(2);
    }

    @Test
    void find_missing_isEmpty() {
        assertThat(lamp.find("nothing")).isEmpty();
        assertThat(lamp.has("nothing")).isFalse();
        assertThat(lamp.find("LightSwitch")).contains(new Value.Bool(true));
    }

    @Test
    void plus_sharedName_takesTheOthersValueInItsOldPlace() {
        Values joined = lamp.plus(Values.of("LightSwitch", false, "New", 1));

        assertThat(joined.names()).containsExactly("LightSwitch", "CurrentLedADC", "sensors:Temperature", "New");
        assertThat(joined.bool("LightSwitch")).isFalse();
        assertThat(lamp.bool("LightSwitch")).isTrue();
    }

    @Test
    void without_present_leavesTheOthers() {
        assertThat(lamp.without("CurrentLedADC").names()).containsExactly("LightSwitch", "sensors:Temperature");
        assertThat(lamp.without("nothing")).isEqualTo(lamp);
        assertThat(lamp.size()).isEqualTo(3);
    }

    @Test
    void copyOf_map_doesNotFollowIt() {
        Map<String, Object> map = new LinkedHashMap<>(Map.of("a", 1));
        Values copy = Values.copyOf(map);

        map.put("b", 2);

        assertThat(copy).isEqualTo(Values.of("a", 1));
    }

    @Test
    void builder_usedOn_leavesWhatWasBuilt() {
        Values.Builder builder = Values.builder().put("a", 1);
        Values first = builder.build();

        builder.put("b", 2);

        assertThat(first.names()).containsExactly("a");
    }

    @Test
    void forEach_callsInOrder() {
        List<String> seen = new ArrayList<>();

        lamp.forEach((name, value) -> seen.add(name + "=" + value.asText()));

        assertThat(seen).containsExactly("LightSwitch=true", "CurrentLedADC=512", "sensors:Temperature=21.5");
    }

    @Test
    void toString_showsPlainValues() {
        assertThat(Values.of("on", true, "track", List.of(1, 2))).hasToString("{on=true, track=[1, 2]}");
    }

    @Test
    void equals_orderDoesNotCount() {
        assertThat(Values.of("a", 1, "b", 2)).isEqualTo(Values.of("b", 2, "a", 1));
    }

    @Test
    void equals_keepsItsContract() {
        EqualsVerifier.forClass(Values.class).withNonnullFields("values").verify();
    }
}
