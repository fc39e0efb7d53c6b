package org.iotconnector.cli.internal.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.cli.internal.CommandFailure;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.Values;
import org.iotconnector.fuzz.Check;
import org.iotconnector.fuzz.Models;

/** Values as they are typed, of the types of a thing model and of guessed ones. */
class ValueArgumentsFuzzTest {
    private static final ValueArguments TYPED = ValueArguments.typed(types());
    private static final ValueArguments GUESSED = ValueArguments.guessed();

    private static Map<String, DataType> types() {
        Map<String, DataType> types = new LinkedHashMap<>();
        Models.lamp().properties().forEach(property -> types.put(property.identifier(), property.type()));
        return types;
    }

    /** An argument a line. */
    @FuzzTest
    void arguments(byte[] input) {
        List<String> arguments = List.of(Check.text(input).split("\n", -1));

        Check.read(() -> TYPED.read(arguments), CommandFailure.class).ifPresent(ValueArgumentsFuzzTest::writeAndRead);
        Check.read(() -> GUESSED.read(arguments), CommandFailure.class).ifPresent(ValueArgumentsFuzzTest::writeAndRead);
    }

    private static void writeAndRead(Values values) {
        assertThat(Json.readObject(Json.write(values)).names()).isEqualTo(values.names());
    }
}
