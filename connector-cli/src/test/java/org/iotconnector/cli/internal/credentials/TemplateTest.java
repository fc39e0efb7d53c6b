package org.iotconnector.cli.internal.credentials;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void fill_withoutAValueForAPlace_isABug() {
        Template template = Template.load("board.py");

        assertThatIllegalStateException()
                .isThrownBy(() -> template.fill(Map.of()))
                .withMessageContaining("@device@");
    }

    @Test
    void load_ofNothing_isABug() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Template.load("nothing"))
                .withMessageContaining("nothing");
    }
}
