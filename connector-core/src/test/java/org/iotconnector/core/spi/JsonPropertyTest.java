package org.iotconnector.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.ValueArbitraries;

class JsonPropertyTest {
    @Property(tries = 1000)
    void read_whatWasWritten_isTheSame(@ForAll("jsonValues") Value value) {
        assertThat(Json.read(Json.write(value))).isEqualTo(value);
    }

    @Property(tries = 2000)
    void read_anyBytes_throwNothingElse(@ForAll @Size(max = 40) byte[] bytes) {
        assertReadOrRefusedCleanly(bytes);
    }

    @Property(tries = 2000)
    void read_mutatedJson_throwsNothingElse(
            @ForAll("jsonValues") Value value, @ForAll int position, @ForAll byte with, @ForAll boolean cut) {
        byte[] json = Json.write(value);
        int at = Math.floorMod(position, json.length);
        if (cut) {
            json = Arrays.copyOf(json, at);
        } else {
            json[at] = with;
        }

        assertReadOrRefusedCleanly(json);
    }

    private static void assertReadOrRefusedCleanly(byte[] json) {
        try {
            Value value = Json.read(json);
            assertThat(Json.read(Json.write(value))).isEqualTo(value);
        } catch (MappingException clear) {
            assertThat(clear).hasNoCause().message().isNotEmpty().doesNotContain("tools.jackson", "Exception");
        }
    }

    @Provide
    Arbitrary<Value> jsonValues() {
        return ValueArbitraries.jsonValues();
    }
}
