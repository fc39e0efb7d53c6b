package org.iotconnector.cli.internal.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;

class ValueArgumentsTest {
    private final ValueArguments guessed = ValueArguments.guessed();
    private final ValueArguments typed = ValueArguments.typed(
            Map.of("LightSwitch", DataType.bool(), "Level", DataType.int32(0, 100), "Name", DataType.text(10)));

    @Test
    void guessed_texts_becomeWhatJsonWouldMakeOfThem() {
        Values values = guessed.read(
                List.of("a=true", "b=12", "c=-1.5", "d=on the wall", "e=", "f=[1,2]", "g={\"x\":1}", "h=1e3"));

        assertThat(values)
                .isEqualTo(Values.of(
                        "a",
                        true,
                        "b",
                        12,
                        "c",
                        -1.5,
                        "d",
                        "on the wall",
                        "e",
                        "",
                        "f",
                        List.of(1, 2),
                        "g",
                        Map.of("x", 1),
                        "h",
                        1000.0));
    }

    @Test
    void guessed_inQuotes_isText() {
        Values values = guessed.read(List.of("a=\"007\"", "b='true'", "c=\"", "d=007", "e=a=b"));

        assertThat(values).isEqualTo(Values.of("a", "007", "b", "true", "c", "\"", "d", "007", "e", "a=b"));
    }

    @Test
    void typed_texts_becomeTheModelsTypes() {
        Values values = typed.read(List.of("LightSwitch=1", "Level=42", "Name=12"));

        assertThat(values).isEqualTo(Values.of("LightSwitch", true, "Level", 42, "Name", "12"));
    }

    @Test
    void typed_problems_areAllNamed() {
        assertThatThrownBy(() -> typed.read(List.of("LightSwich=1", "Level=bright", "Level", "Name=a", "Name=b")))
                .hasMessageContaining("did you mean LightSwitch?")
                .hasMessageContaining("Level: ")
                .hasMessageContaining("\"Level\" is no value")
                .hasMessageContaining("Name is given twice");
    }

    @Test
    void guessed_brokenJson_isRefused() {
        assertThatThrownBy(() -> guessed.read(List.of("a=[1,"))).hasMessageContaining("JSON");
    }
}
