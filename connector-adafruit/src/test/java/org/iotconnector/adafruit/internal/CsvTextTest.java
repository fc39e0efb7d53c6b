package org.iotconnector.adafruit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.iotconnector.core.MappingException;
import org.junit.jupiter.api.Test;

class CsvTextTest {
    @Test
    void read_linesOfEitherEnding_areLines() {
        assertThat(CsvText.read("a,1\r\nb,\"2\"\r\n\nc,"))
                .containsExactly(List.of("a", "1"), List.of("b", "2"), List.of("c", ""));
    }

    @Test
    void read_lineBreakInQuotes_isPartOfTheField() {
        assertThat(CsvText.read("\"say \"\"hi\"\",\nnow\",1")).containsExactly(List.of("say \"hi\",\nnow", "1"));
    }

    @Test
    void read_openQuote_isRefusedWithItsPlace() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> CsvText.read("a,\"b"))
                .withMessageContaining("index 2");
    }

    @Test
    void read_textAfterAQuote_isRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> CsvText.read("\"a\"b"))
                .withMessageContaining("index 3");
    }

    @Test
    void field_plainText_staysBare() {
        assertThat(CsvText.field("21.5")).isEqualTo("21.5");
    }

    @Property
    void field_anyText_isReadBack(@ForAll @Size(min = 2, max = 5) List<String> fields) {
        String line = String.join(",", fields.stream().map(CsvText::field).toList());

        assertThat(CsvText.read(line)).containsExactly(fields);
    }

    @Property
    void read_anyText_failsOnlyAsAMapping(@ForAll String text) {
        try {
            assertThat(CsvText.read(text)).isNotNull();
        } catch (MappingException documented) {
            assertThat(documented.getMessage()).isNotBlank();
        }
    }
}
