package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.iotconnector.core.MappingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TslTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void parse_exportedModel_readsEveryType() {
        ThingModel lamp = LampTsl.model();

        assertThat(lamp.properties())
                .extracting(it -> it.identifier() + " " + it.type().name())
                .containsExactly(
                        "LightSwitch bool",
                        "CurrentLedADC int32",
                        "Brightness int32",
                        "Temperature float",
                        "Energy double",
                        "Mode enum",
                        "Label text",
                        "InstalledAt date",
                        "Place struct",
                        "Curve array",
                        "PairingCode text");
        assertThat(lamp.property("Brightness"))
                .contains(new PropertySpec(
                        "Brightness", "Brightness", AccessMode.READ_WRITE, false, DataType.int32(0, 100, 5, "%")));
        assertThat(lamp.property("LightSwitch").orElseThrow().required()).isTrue();
        assertThat(lamp.property("Mode").orElseThrow().type().labels())
                .containsExactly(Map.entry(0, "manual"), Map.entry(1, "night"), Map.entry(7, "party"));
    }

    @Test
    void parse_generatedFeatures_areLeftOut() {
        ThingModel lamp = LampTsl.model();

        assertThat(lamp.events()).extracting(EventSpec::identifier).containsExactly("Overheated");
        assertThat(lamp.services()).extracting(ServiceSpec::identifier).containsExactly("Blink");
        assertThat(lamp.event("Overheated").orElseThrow().kind()).isEqualTo(EventSpec.Kind.ALERT);
        assertThat(lamp.service("Blink").orElseThrow().callType()).isEqualTo(ServiceSpec.CallType.SYNC);
    }

    @Test
    void parse_customModules_prefixTheirIdentifiers() {
        ThingModel model = ThingModel.parseTsl("""
                [{"properties":[{"identifier":"on","accessMode":"rw","dataType":{"type":"bool"}}]},
                 {"functionBlockId":"sensors","functionBlockName":"Sensors",
                  "properties":[{"identifier":"Temperature","accessMode":"r","dataType":{"type":"float"}}],
                  "events":[{"identifier":"post","outputData":[]},{"identifier":"hot","outputData":[]}],
                  "services":[{"identifier":"get","inputData":["Temperature"]},{"identifier":"calibrate"}]}]""");

        assertThat(model.properties())
                .extracting(PropertySpec::identifier)
                .containsExactly("on", "sensors:Temperature");
        assertThat(model.events()).extracting(EventSpec::identifier).containsExactly("sensors:hot");
        assertThat(model.services()).extracting(ServiceSpec::identifier).containsExactly("sensors:calibrate");
    }

    @Test
    void parse_everyDefect_isListedWithItsPointer() {
        String tsl = """
                {"properties":[
                  {"identifier":"no spaces","accessMode":"r","dataType":{"type":"int"}},
                  {"identifier":"a","accessMode":"x","dataType":{"type":"int32"}},
                  {"identifier":"b","accessMode":"r","dataType":{"type":"int","specs":{"min":"low","max":"1.5"}}},
                  {"identifier":"c","accessMode":"r","dataType":{"type":"int","specs":{"min":"5","max":"1"}}},
                  {"identifier":"d","accessMode":"r"},
                  {"identifier":"e","accessMode":"r","dataType":{"type":"array","specs":{"size":"0","item":{"type":"bool"}}}},
                  {"identifier":"f","accessMode":"r","dataType":{"type":"struct","specs":[]}},
                  {"identifier":"g","accessMode":"r","dataType":{"type":"enum","specs":{"one":"1"}}},
                  "h",
                  {"identifier":"value","accessMode":"r","dataType":{"type":"date"}},
                  {"identifier":"i","accessMode":"r","dataType":{"type":"date"}},
                  {"identifier":"i","accessMode":"r","dataType":{"type":"date"}}],
                 "events":[{"identifier":"k","type":"panic"}],
                 "services":{}}""";

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ThingModel.parseTsl(tsl))
                .withMessageContainingAll(
                        "/properties/0/identifier: must be 1 to 50 letters, digits or _, but is \"no spaces\"",
                        "/properties/1/accessMode: must be one of r, rw, w, but is \"x\"",
                        "/properties/1/dataType/type: \"int32\" is not a known data type; known: int, float, double,",
                        "/properties/2/dataType/specs/min: There is the text \"low\"",
                        "/properties/2/dataType/specs/max: There is the text \"1.5\"",
                        "/properties/3/dataType/specs: The minimum 5 is greater than the maximum 1.",
                        "/properties/4/dataType: is missing",
                        "/properties/5/dataType/specs/item/type: \"bool\" cannot be the type of an array's items",
                        "/properties/6/dataType/specs: must list at least one member",
                        "/properties/7/dataType/specs/one: \"one\" must be a whole number",
                        "/properties/8: must be a JSON object",
                        "/properties/9/identifier: \"value\" is reserved",
                        "/properties/11/identifier: The property \"i\" is declared twice.",
                        "/events/0/type: must be one of alert, error, info, but is \"panic\"",
                        "/services: must be a JSON array.",
                        "15 problems")
                .withNoCause();
    }

    @Test
    void parse_veryManyDefects_listsTwenty() {
        String property = "{\"identifier\":\"\"},";
        String tsl = "{\"properties\":[" + property.repeat(99) + "{}]}";

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ThingModel.parseTsl(tsl))
                .satisfies(it -> assertThat(it).message().hasLineCount(22))
                .withMessageContaining("and 280 more");
    }

    @Test
    void parse_singleDefect_isLocatedAtItsPointer() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ThingModel.parseTsl("{\"properties\":[{\"identifier\":\"a\",\"accessMode\":\"r\"}]}"))
                .extracting(MappingException::location)
                .isEqualTo("/properties/0/dataType");
    }

    @Test
    void parse_otherJson_asksWhetherItIsAModel() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ThingModel.parseTsl("{\"id\":\"1\",\"params\":{}}"))
                .withMessageContaining("is this a thing model");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ThingModel.parseTsl("[]"))
                .withMessageContaining("list of modules is empty");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ThingModel.parseTsl("\"x\""))
                .withMessageContaining("must be a JSON object");
    }

    @Test
    void parse_overlongModel_isRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ThingModel.parseTsl(" ".repeat(600_000)))
                .withMessageContaining("512 KB");
    }

    @Test
    void read_fileWithByteOrderMark_isRead() throws IOException {
        Path file = folder.resolve("lamp.json");
        Files.writeString(file, "\ufeff" + LampTsl.text());

        assertThat(ThingModel.readTsl(file)).isEqualTo(LampTsl.model());
    }

    @Test
    void read_brokenFile_namesFileAndPlace() throws IOException {
        Path file = folder.resolve("broken.json");
        Files.writeString(file, "{\"properties\": [}");

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ThingModel.readTsl(file))
                .withMessageContaining("broken.json")
                .withMessageContaining("near byte 16")
                .withMessageNotContaining("tools.jackson");
    }

    @Test
    void read_noFile_saysSo() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ThingModel.readTsl(folder.resolve("none.json")))
                .withMessageContaining("none.json does not exist");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ThingModel.readTsl(folder))
                .withMessageContaining("cannot be read");
    }
}
