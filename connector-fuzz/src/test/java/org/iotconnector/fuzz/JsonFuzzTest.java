package org.iotconnector.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;

/** The JSON that all providers and answers of application interfaces go through. */
class JsonFuzzTest {
    private static final int LARGEST = 4 * 1024 * 1024;

    @FuzzTest
    void values(byte[] input) {
        Check.read(() -> Json.read(input), MappingException.class).ifPresent(JsonFuzzTest::writeAndReadAgain);
        Check.read(() -> Json.readLenient(input, LARGEST), MappingException.class)
                .ifPresent(JsonFuzzTest::writeAndReadAgain);
    }

    private static void writeAndReadAgain(Value value) {
        byte[] written = Json.write(value);

        assertThat(Json.read(written)).isEqualTo(value);
        assertThat(Json.toText(value)).isEqualTo(Check.text(written));
    }
}
