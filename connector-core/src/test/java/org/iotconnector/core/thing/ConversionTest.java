package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversionTest {
    @Test
    void write_tslOfItsOwnModel_losesNothing() {
        Conversion written = ThingModelFormat.TSL.write(LampTsl.model());

        assertThat(written.notes()).isEmpty();
        assertThat(ThingModel.parse(written.json())).isEqualTo(LampTsl.model());
    }

    @Test
    void write_oneNetOfItsOwnModel_losesNothing() {
        Conversion written = ThingModelFormat.ONENET.write(SensorOneNet.model());

        assertThat(written.notes()).isEmpty();
        assertThat(ThingModel.parse(written.json())).isEqualTo(SensorOneNet.model());
    }

    @Test
    void write_oneNetProperty_hasTheShapeOfAnExport() {
        ThingModel model = ThingModel.builder()
                .property(new PropertySpec(
                        "t", "Temp", AccessMode.READ, false, DataType.float32(-40, 125, 0.1, "C"), "outside"))
                .build();

        assertThat(ThingModelFormat.ONENET.write(model).json()).isEqualTo("""
                {
                  "version": "1.0",
                  "properties": [
                    {
                      "identifier": "t",
                      "name": "Temp",
                      "desc": "outside",
                      "accessMode": "r",
                      "required": false,
                      "functionType": "u",
                      "functionMode": "property",
                      "dataType": {
                        "type": "float",
                        "specs": {
                          "min": "-40",
                          "max": "125",
                          "step": "0.1",
                          "unit": "C"
                        }
                      }
                    }
                  ],
                  "events": [],
                  "services": []
                }
                """);
    }

    @Test
    void write_lampToOneNet_notesWhatOneNetLacks() {
        Conversion written = ThingModelFormat.ONENET.write(LampTsl.model());

        assertThat(written.notes())
                .extracting(Conversion.Note::toString)
                .containsExactly("/properties/PairingCode: OneNET has no write-only properties; it is written as rw."
                        + " Report a value that gives nothing away, or make it a service.");
        assertThat(ThingModel.parse(written.json()).properties())
                .hasSize(LampTsl.model().properties().size());
    }

    @Test
    void write_sensorToTsl_notesWhatAliyunLacks() {
        Conversion written = ThingModelFormat.TSL.write(SensorOneNet.model());

        assertThat(written.notes())
                .extracting(it -> it.place() + ": " + it.what())
                .containsExactly(
                        "/properties/$OneNET_LBS: This is a system function of the other platform and is left out.",
                        "/properties/count: Aliyun IoT has no int64; it is written as double.",
                        "/properties/alarms: Aliyun IoT has no bitMap; it is written as int.",
                        "/properties/days: Aliyun IoT has no date in an array; it is written as text.");
        ThingModel tsl = ThingModelFormat.TSL.parse(written.json());
        assertThat(type(tsl, "count")).isEqualTo(DataType.float64(0, 0x1p53, 1, ""));
        assertThat(type(tsl, "alarms")).isEqualTo(DataType.int32(0, 7));
        assertThat(type(tsl, "days")).isEqualTo(DataType.array(7, DataType.text(20)));
    }

    @Test
    void write_int64WithinInt32_saysThatNothingIsLost() {
        Conversion written = ThingModelFormat.TSL.write(model("n", DataType.int64(0, 100, 5, "%")));

        assertThat(type(ThingModelFormat.TSL.parse(written.json()), "n")).isEqualTo(DataType.int32(0, 100, 5, "%"));
        assertThat(written.notes())
                .extracting(Conversion.Note::advice)
                .singleElement()
                .asString()
                .contains("nothing is lost");
    }

    @Test
    void write_wideBitMapToTsl_becomesANumberThatHoldsIt() {
        Conversion written = ThingModelFormat.TSL.write(model("bits", DataType.bitMap(32, List.of())));

        assertThat(type(ThingModelFormat.TSL.parse(written.json()), "bits"))
                .isEqualTo(DataType.float64(0, 4294967295.0, 1, ""));
    }

    @Test
    void write_itemsThatNoArrayHolds_becomeNumbers() {
        DataType modes = DataType.array(4, DataType.enumeration(Map.of(2, "b", 5, "e")));

        Conversion written = ThingModelFormat.ONENET.write(model("modes", modes));

        assertThat(type(ThingModel.parse(written.json()), "modes")).isEqualTo(DataType.array(4, DataType.int32(2, 5)));
        assertThat(written.notes())
                .extracting(Conversion.Note::what)
                .containsExactly("OneNET has no enum in an array; it is written as int32.");
    }

    @Test
    void write_structInAStruct_isLeftOut() {
        DataType inner = DataType.struct(List.of(FieldSpec.of("x", DataType.int32())));
        ThingModel model = ThingModel.builder()
                .property(PropertySpec.readOnly("track", DataType.struct(List.of(FieldSpec.of("at", inner)))))
                .property(PropertySpec.readOnly("on", DataType.bool()))
                .build();

        for (ThingModelFormat format : ThingModelFormat.values()) {
            Conversion written = format.write(model);

            assertThat(format.parse(written.json()).properties())
                    .extracting(PropertySpec::identifier)
                    .containsExactly("on");
            assertThat(written.notes())
                    .singleElement()
                    .satisfies(it -> assertThat(it.place()).isEqualTo("/properties/track/at"))
                    .satisfies(it -> assertThat(it.what()).contains("no struct in a struct", "left out"));
        }
    }

    @Test
    void write_moduleToTsl_staysAModule() {
        ThingModel model = ThingModel.builder()
                .property(PropertySpec.readOnly("on", DataType.bool()))
                .property(PropertySpec.readOnly("sensors:T", DataType.float32()))
                .event(EventSpec.of("sensors:hot", EventSpec.Kind.ALERT))
                .service(ServiceSpec.of("sensors:calibrate", ServiceSpec.CallType.SYNC, List.of(), List.of()))
                .build();

        Conversion written = ThingModelFormat.TSL.write(model);

        assertThat(written.lossless()).isTrue();
        assertThat(written.json())
                .contains(
                        "\"functionBlockId\": \"sensors\"",
                        "thing.event.sensors:hot.post",
                        "thing.service.sensors:calibrate");
        assertThat(ThingModel.parse(written.json())).isEqualTo(model);
    }

    @Test
    void write_moduleToOneNet_becomesPartOfTheName() {
        ThingModel model = ThingModel.builder()
                .property(PropertySpec.readOnly("sensors_T", DataType.bool()))
                .property(PropertySpec.readOnly("sensors:T", DataType.float32()))
                .build();

        Conversion written = ThingModelFormat.ONENET.write(model);

        assertThat(ThingModel.parse(written.json()).properties())
                .extracting(PropertySpec::identifier)
                .containsExactly("sensors_T", "sensors_T_2");
        assertThat(written.notes())
                .extracting(Conversion.Note::what)
                .containsExactly(
                        "OneNET does not take the identifier \"sensors:T\"; it is written as \"sensors_T_2\".");
    }

    @Test
    void write_identifiersThatAliyunReserves_areRenamed() {
        ThingModel model = ThingModel.builder()
                .property(PropertySpec.readOnly("time", DataType.date()))
                .property(PropertySpec.readOnly("air-quality", DataType.int32()))
                .property(PropertySpec.readOnly("x".repeat(60), DataType.int32()))
                .build();

        Conversion written = ThingModelFormat.TSL.write(model);

        assertThat(ThingModelFormat.TSL.parse(written.json()).properties())
                .extracting(PropertySpec::identifier)
                .containsExactly("time_", "air_quality", "x".repeat(50));
        assertThat(written.notes())
                .extracting(Conversion.Note::what)
                .filteredOn(it -> it.contains("does not take the identifier"))
                .hasSize(3);
    }

    @Test
    void write_longNamesAndTexts_areCutAndNoted() {
        ThingModel model = ThingModel.builder()
                .property(new PropertySpec(
                        "a", "温".repeat(40), AccessMode.READ, false, DataType.text(10_240), "d".repeat(300)))
                .build();

        Conversion written = ThingModelFormat.ONENET.write(model);

        assertThat(ThingModel.parse(written.json()).property("a"))
                .contains(new PropertySpec(
                        "a", "温".repeat(32), AccessMode.READ, false, DataType.text(512), "d".repeat(255)));
        assertThat(written.notes())
                .extracting(Conversion.Note::what)
                .containsExactlyInAnyOrder(
                        "The name is cut after the 32 characters that OneNET takes.",
                        "The description is cut after the 255 characters that OneNET takes.",
                        "The greatest length of the text becomes 512 instead of 10240: OneNET takes no more.");
    }

    @Test
    void write_moreFunctionsThanOneNetTakes_isNoted() {
        ThingModel.Builder model = ThingModel.builder();
        for (int i = 0; i < 101; i++) {
            model.property(PropertySpec.readOnly("p" + i, DataType.bool()));
        }

        assertThat(ThingModelFormat.ONENET.write(model.build()).notes())
                .extracting(Conversion.Note::what)
                .containsExactly("OneNET takes at most 100 features together; these are 101.");
    }

    private static ThingModel model(String property, DataType type) {
        return ThingModel.builder()
                .property(PropertySpec.readOnly(property, type))
                .build();
    }

    private static DataType type(ThingModel model, String property) {
        return model.property(property).orElseThrow().type();
    }
}
