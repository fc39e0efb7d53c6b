package org.iotconnector.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariableSubstitutionTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("NAME", "lamp-1", "EMPTY", "", "ODD", "a$1\\${NAME}");

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "${NAME}, lamp-1",
        "a-${NAME}-${NAME}, a-lamp-1-lamp-1",
        "${EMPTY}, ''",
        "${EMPTY:-none}, none",
        "${MISSING:-none}, none",
        "${MISSING:-}, ''",
        "${NAME:-none}, lamp-1",
        "$${NAME}, ${NAME}",
        "costs $5, costs $5",
        "${ODD}, a$1\\${NAME}"
    })
    void apply_references_putsValuesIn(String written, String expected) {
        assertThat(apply(written)).isEqualTo(new RawSetting.Text("x line 1", expected, written));
    }

    @Test
    void apply_variableNotSet_namesVariableAndRemedy() {
        assertThat(apply("${MISSING}"))
                .isEqualTo(new RawSetting.Invalid(
                        "x line 1",
                        "needs the environment variable MISSING, which is not set (x line 1); set it, write"
                                + " ${MISSING:-default}, or $${ for a plain ${."));
    }

    @ParameterizedTest
    @CsvSource({"${", "${}", "${1A}", "${NAME", "${NA ME}", "${NAME:+x}"})
    void apply_openingThatIsNoReference_saysHowToWriteIt(String written) {
        assertThat(apply(written))
                .isEqualTo(new RawSetting.Invalid(
                        "x line 1",
                        "has a ${ that does not begin ${NAME} or ${NAME:-default} (x line 1); write $${ for a plain"
                                + " ${."));
    }

    @Property
    void apply_textWithoutDollar_staysAsItIs(@ForAll String text) {
        String written = text.replace("$", "");

        assertThat(apply(written)).isEqualTo(new RawSetting.Text("x line 1", written));
    }

    private static RawSetting apply(String written) {
        return new VariableSubstitution(ENVIRONMENT).apply(new RawSetting.Text("x line 1", written));
    }
}
