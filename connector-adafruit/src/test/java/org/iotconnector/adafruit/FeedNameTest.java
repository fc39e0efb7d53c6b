package org.iotconnector.adafruit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeedNameTest {
    static Stream<Values> keys() {
        return Vectors.list("keys/from_name");
    }

    static Stream<Values> names() {
        return Vectors.list("keys/name_valid");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keyOf_vector_isThatOfThePlatform(Values vector) {
        assertThat(FeedName.keyOf(vector.text("name"))).isEqualTo(vector.text("key"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void problem_vector_isThereWhenThePlatformRefuses(Values vector) {
        assertThat(FeedName.problem(Vectors.text(vector, "name")).isEmpty()).isEqualTo(vector.bool("ok"));
    }

    @Test
    void key_ofAName_isAKey() {
        assertThat(FeedName.of("Garage Door 2").key()).isEqualTo(FeedKey.parse("garage-door-2"));
    }

    @Test
    void of_brokenName_namesTheRuleAndThePlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedName.of("Modes["))
                .withMessage(
                        "Feed name [Modes[] must not hold '[' (index 5); names have letters, digits, spaces, '-' and '_'.");
    }

    @Test
    void keyOf_nothingUsable_isEmpty() {
        assertThat(FeedName.keyOf("温度")).isEmpty();
    }
}
