package org.iotconnector.adafruit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeedKeyTest {
    static Stream<Values> keys() {
        return Vectors.list("keys/key_valid_client");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void problem_vector_isThereWhenClientsRefuse(Values vector) {
        assertThat(FeedKey.problem(Vectors.text(vector, "key")).isEmpty()).isEqualTo(vector.bool("ok"));
    }

    @Test
    void parse_withGroup_takesItApart() {
        FeedKey key = FeedKey.parse("house/temp");

        assertThat(key).isEqualTo(new FeedKey(Optional.of("house"), "temp")).hasToString("house.temp");
    }

    @Test
    void parse_aName_namesTheRuleAndTheKeyThatWasMeant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedKey.parse("Air_Temp"))
                .withMessage(
                        "Key [Air_Temp] must not hold '_' (index 3): keys have letters, digits and '-'; for a feed of"
                                + " that name it is probably air-temp.");
    }

    @Test
    void of_defaultGroup_isTheBareKey() {
        assertThat(FeedKey.of("default", "temp")).isEqualTo(FeedKey.parse("temp"));
        assertThat(FeedKey.of("house", "temp")).isEqualTo(FeedKey.parse("house.temp"));
    }

    /** Whatever the platform makes of a name can be used in topics, if it makes anything. */
    @Property
    void keyOf_anyName_isAKeyOrEmpty(@ForAll String name) {
        String key = FeedName.keyOf(name);

        if (!key.isEmpty() && key.length() <= 128) {
            assertThatCode(() -> FeedKey.parse(key)).doesNotThrowAnyException();
        }
    }
}
