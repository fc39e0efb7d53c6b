package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.iotconnector.core.MappingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThingModelFormatTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void parse_eitherFormat_isKnownByItsWords() {
        assertThat(ThingModel.parse(LampTsl.text())).isEqualTo(LampTsl.model());
        assertThat(ThingModel.parse(SensorOneNet.text())).isEqualTo(SensorOneNet.model());
    }

    @Test
    void read_file_isKnownByItsWords() throws IOException {
        Path file = folder.resolve("sensor.json");
        Files.writeString(file, "\ufeff" + SensorOneNet.text());

        assertThat(ThingModel.read(file)).isEqualTo(SensorOneNet.model());
    }

    @Test
    void parse_modelThatFitsBoth_isRead() {
        ThingModel model = ThingModel.parse("""
                {"properties":[{"identifier":"on","accessMode":"rw","dataType":{"type":"bool"}}]}""");

        assertThat(model.property("on")).contains(PropertySpec.readWrite("on", DataType.bool()));
    }

    @Test
    void parse_brokenOneNetModel_isBlamedInItsOwnWords() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ThingModel.parse("""
                        {"properties":[{"identifier":"on","functionType":"u","accessMode":"w","dataType":{"type":"int32"}}]}"""))
                .withMessageContaining("/properties/0/accessMode: must be one of r, rw, but is \"w\"");
    }

    @Test
    void parse_listOfModules_isATsl() {
        assertThat(ThingModel.parse("[{\"properties\":[]}]"))
                .isEqualTo(ThingModel.builder().build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "\"x\"", "7", "{\"id\":\"1\",\"params\":{}}"})
    void parse_otherJson_namesTheFormats(String json) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ThingModel.parse(json))
                .withMessageContaining("no thing model")
                .withMessageContaining("Aliyun IoT TSL, OneNET thing model");
    }
}
