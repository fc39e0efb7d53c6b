package org.iotconnector.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTextTest {
    @ParameterizedTest
    @CsvSource({"16384, 16384", "64KB, 65536", "64 kib, 65536", "1MB, 1048576", "2g, 2147483648", "7B, 7", "0, 0"})
    void parse_eachForm_givesBytes(String text, long expected) {
        assertThat(SizeText.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KB", "-1", "1.5MB", "1PB", "9223372036854775808", "9223372036854775807KB"})
    void parse_anythingElse_saysWhatIsAllowed(String text) {
        assertThatThrownBy(() -> SizeText.parse(text))
                .isInstanceOf(BadValueException.class)
                .hasMessage("must be a size such as 16384, 64KB or 1MB (1 KB = 1024 bytes)");
    }

    @Property
    void parse_whatFormatWrote_givesTheSameSize(@ForAll @LongRange(min = 0) long bytes) {
        assertThat(SizeText.parse(SizeText.format(bytes))).isEqualTo(bytes);
    }
}
