package org.iotconnector.simulator.internal.adafruit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    @Test
    void read_linesWithAnyEnd_areRecords() {
        assertThat(Csv.read("a,1\nb,2\r\n\n\"c,d\",\"3\n4\"\n"))
                .containsExactly(List.of("a", "1"), List.of("b", "2"), List.of("c,d", "3\n4"));
    }

    @Test
    void read_emptyFields_areKept() {
        assertThat(Csv.read("21.5,,,")).containsExactly(List.of("21.5", "", "", ""));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"'\"open'", "'\"a\"b,1'"})
    void read_misplacedQuote_isMalformed(String text) {
        assertThatThrownBy(() -> Csv.read(text)).isInstanceOf(MalformedPayloadException.class);
    }

    @Property
    void read_fieldsWritten_comeBack(@ForAll @NotEmpty String first, @ForAll String second) {
        assertThat(Csv.read(Csv.field(first) + "," + Csv.field(second))).containsExactly(List.of(first, second));
    }
}
