package org.iotconnector.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Conversion;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.ThingModelFormat;

/** Files of thing models, in the platforms' formats and with the format to be found out. */
class ThingModelFuzzTest {

    @FuzzTest
    void models(byte[] input) {
        String json = Check.text(input);

        for (ThingModelFormat format : ThingModelFormat.values()) {
            Check.read(() -> format.parse(json), MappingException.class)
                    .ifPresent(model -> writeAndReadAgain(format, model));
        }
        Check.read(() -> ThingModel.parse(json), MappingException.class)
                .ifPresent(model -> assertThat(model.toString()).isNotBlank());
    }

    private static void writeAndReadAgain(ThingModelFormat format, ThingModel model) {
        for (ThingModelFormat target : ThingModelFormat.values()) {
            Conversion written = target.write(model);
            ThingModel again = target.parse(written.json());
            if (target == format && written.lossless()) {
                assertThat(again).isEqualTo(model);
            }
        }
    }
}
