package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iotconnector.core.MappingException;

class ConversionPropertyTest {
    @Property(tries = 150)
    void tsl_modelItCanSay_comesBackEqual(@ForAll("tsl") ThingModel model) {
        Conversion written = ThingModelFormat.TSL.write(model);

        assertThat(written.notes()).isEmpty();
        assertThat(ThingModelFormat.TSL.parse(written.json())).isEqualTo(model);
    }

    @Property(tries = 150)
    void oneNet_modelItCanSay_comesBackEqual(@ForAll("oneNet") ThingModel model) {
        Conversion written = ThingModelFormat.ONENET.write(model);

        assertThat(written.notes()).isEmpty();
        assertThat(ThingModelFormat.ONENET.parse(written.json())).isEqualTo(model);
    }

    @Property(tries = 150)
    void write_anyModel_canBeReadAgainAndIsEqualUnlessNoted(
            @ForAll("any") ThingModel model, @ForAll ThingModelFormat format) {
        Conversion written = format.write(model);

        ThingModel read = format.parse(written.json());
        assertThat(read.equals(model)).isEqualTo(written.lossless());
        assertThat(format.write(read).lossless()).isTrue();
    }

    @Property(tries = 1000)
    void parse_mutatedOneNetModel_isReadOrRefusedCleanly(
            @ForAll @Size(min = 1, max = 3) int[] positions, @ForAll @IntRange(min = 0, max = 15) int with) {
        byte[] json = SensorOneNet.text().getBytes(StandardCharsets.UTF_8);
        for (int position : positions) {
            json[Math.floorMod(position, json.length)] = (byte) "{}[]\",:0-1e.\\tn\u0001".charAt(with);
        }
        String text = new String(json, StandardCharsets.UTF_8);

        try {
            assertThat(ThingModel.parse(text).properties()).hasSizeLessThan(12);
        } catch (MappingException clear) {
            assertThat(clear).message().isNotEmpty().doesNotContain("tools.jackson", "java.", "\tat ");
        }
    }

    @Provide
    Arbitrary<ThingModel> tsl() {
        return ThingModelArbitraries.tsl();
    }

    @Provide
    Arbitrary<ThingModel> oneNet() {
        return ThingModelArbitraries.oneNet();
    }

    @Provide
    Arbitrary<ThingModel> any() {
        return ThingModelArbitraries.any();
    }
}
