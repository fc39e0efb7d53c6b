package org.iotconnector.simulator.internal.onenet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.iotconnector.simulator.testing.OneNetVectors;
import org.iotconnector.simulator.testing.OneNetVectors.Vector;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden vectors composed after the published download rules, and what they leave open. */
class ByteRangeTest {

    static Stream<Named<Vector>> ranges() {
        return OneNetVectors.named("ota-range ");
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void parse_vector_givesItsBytes(Vector vector) {
        ByteRange range =
                ByteRange.parse((String) vector.inputs().get("range"), Integer.parseInt(vector.input("size")));

        assertThat(range.first()).isEqualTo(vector.expected().get("firstByte"));
        assertThat(range.last()).isEqualTo(vector.expected().get("lastByte"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-", "-0", "bytes=", "bytes=0-1,5-6", "items=0-1", "99999999999999999999-"})
    void parse_unreadable_isWholeFileAndNotPartial(String header) {
        assertThat(ByteRange.parse(header, 1000)).isEqualTo(new ByteRange(0, 999, false));
    }

    @Test
    void parse_suffixLongerThanFile_isWholeFile() {
        assertThat(ByteRange.parse("-5000", 1000)).isEqualTo(new ByteRange(0, 999, true));
    }

    @Test
    void parse_understood_isPartial() {
        assertThat(ByteRange.parse("bytes=10-", 1000)).isEqualTo(new ByteRange(10, 999, true));
    }
}
