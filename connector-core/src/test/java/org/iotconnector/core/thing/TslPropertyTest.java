package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iotconnector.core.MappingException;

class TslPropertyTest {
    @Property(tries = 2000)
    void parse_mutatedModel_isReadOrRefusedCleanly(
            @ForAll @Size(min = 1, max = 3) int[] positions, @ForAll @IntRange(min = 0, max = 15) int with) {
        byte[] tsl = LampTsl.text().getBytes(StandardCharsets.UTF_8);
        for (int position : positions) {
            tsl[Math.floorMod(position, tsl.length)] = (byte) "{}[]\",:0-1e.\\tn\u0001".charAt(with);
        }
        String text = new String(tsl, StandardCharsets.UTF_8);

        try {
            assertThat(ThingModel.parseTsl(text).properties()).hasSizeLessThan(12);
        } catch (MappingException clear) {
            assertThat(clear).message().isNotEmpty().doesNotContain("tools.jackson", "java.", "\tat ");
        }
    }
}
