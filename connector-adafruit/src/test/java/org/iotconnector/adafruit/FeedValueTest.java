package org.iotconnector.adafruit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.stream.Stream;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedValueTest {
    private static FeedValue value(String text) {
        return new FeedValue("tester", FeedKey.parse("temp"), text, Optional.empty());
    }

    static Stream<Values> booleans() {
        return Vectors.list("convert/bool");
    }

    static Stream<Values> dashboardBooleans() {
        return Vectors.list("convert/bool_dashboard");
    }

    static Stream<Values> colours() {
        return Vectors.list("convert/colour");
    }

    @ParameterizedTest
    @MethodSource("booleans")
    void asBoolean_vectorInDigits_isThatOfTheOfficialClient(Values vector) {
        assertThat(value(vector.text("text")).asBoolean(BooleanWords.DIGITS)).isEqualTo(vector.bool("value"));
    }

    @ParameterizedTest
    @MethodSource("dashboardBooleans")
    void asBoolean_vectorOfADashboard_isRead(Values vector) {
        assertThat(value(vector.text("text")).asBoolean(BooleanWords.DASHBOARD)).isEqualTo(vector.bool("value"));
    }

    @ParameterizedTest
    @MethodSource("colours")
    void asColour_vector_hasItsParts(Values vector) {
        Colour colour = value(vector.text("text")).asColour().orElseThrow();

        assertThat(colour)
                .isEqualTo(new Colour(vector.integer("red"), vector.integer("green"), vector.integer("blue")))
                .hasToString(vector.text("text"));
        assertThat(colour.packed()).isEqualTo(vector.integer("packed"));
        assertThat(Colour.ofPacked(colour.packed())).isEqualTo(colour);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "ff8001", "#ff80", "#ff80011", "#gg8001"})
    void asColour_noColour_isEmpty(String text) {
        assertThat(value(text).asColour()).isEmpty();
    }

    @Test
    void asNumber_ofANumber_isIt() {
        assertThat(value("21.5").asDouble()).isEqualTo(21.5);
        assertThat(value("21").asLong()).isEqualTo(21);
    }

    @Test
    void asDouble_ofAWord_saysWhatIsThere() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> value("warm").asDouble())
                .withMessageContaining("warm");
    }

    @Test
    void colour_outOfRange_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Colour(0, 256, 0))
                .withMessageContaining("256");
    }

    @ParameterizedTest
    @ValueSource(doubles = {90.1, -90.1, Double.NaN})
    void location_offTheGlobe_isRefused(double latitude) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedLocation.of(latitude, 0))
                .withMessageContaining("latitude")
                .withMessageContaining("from -90 to 90");
    }
}
