package org.iotconnector.core.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.iotconnector.core.MappingException;
import org.junit.jupiter.api.Test;

class ThingModelTest {
    private final ThingModel lamp = LampTsl.model();

    @Test
    void checkReport_fittingValues_comeBackInTheTypesForm() {
        Values report = Values.of("LightSwitch", 1, "CurrentLedADC", 512, "Temperature", 21.5);

        assertThat(lamp.checkReport(report))
                .isEqualTo(Values.of("LightSwitch", true, "CurrentLedADC", 512, "Temperature", 21.5f));
    }

    @Test
    void checkReport_unknownProperty_namesTheNearest() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.checkReport(Values.of("LigthSwitch", true)))
                .withMessage("LigthSwitch: is not a known property; allowed: LightSwitch (the nearest of 11).")
                .extracting(MappingException::location)
                .isEqualTo("LigthSwitch");
    }

    @Test
    void checkReport_nothingNear_listsTheKnown() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.checkReport(Values.of("Humidity", 1)))
                .withMessageContaining("LightSwitch, CurrentLedADC, Brightness");
    }

    @Test
    void checkReport_severalDefects_listsAll() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.checkReport(
                        Values.of("CurrentLedADC", 2000, "Label", "far too long for it", "PairingCode", "1")))
                .withMessageContaining("3 values do not fit")
                .withMessageContaining("CurrentLedADC: is the integer 2000; allowed: int32 from 0 to 1023.")
                .withMessageContaining("Label: is the text")
                .withMessageContaining("PairingCode: is write-only");
    }

    @Test
    void checkReport_veryManyDefects_listsTwenty() {
        Values.Builder many = Values.builder();
        for (int i = 0; i < 50; i++) {
            many.put("unknown" + i, i);
        }

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.checkReport(many.build()))
                .withMessageContaining("50 values")
                .withMessageContaining("and 30 more")
                .satisfies(it -> assertThat(it).message().hasLineCount(22));
    }

    @Test
    void inspectReport_someDefects_givesTheRest() {
        Checked checked = lamp.inspectReport(Values.of("LightSwitch", 1, "CurrentLedADC", -1));

        assertThat(checked.fits()).isFalse();
        assertThat(checked.values()).isEqualTo(Values.of("LightSwitch", true));
        assertThat(checked.violations()).extracting(Violation::path).containsExactly("CurrentLedADC");
    }

    @Test
    void checkSet_readOnlyProperty_isRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.checkSet(Values.of("CurrentLedADC", 1)))
                .withMessage("CurrentLedADC: is read-only, it cannot be set.");
        assertThat(lamp.checkSet(Values.of("LightSwitch", 0, "PairingCode", "1234")))
                .isEqualTo(Values.of("LightSwitch", false, "PairingCode", "1234"));
    }

    @Test
    void checkEvent_outputs_areOptionalButTyped() {
        assertThat(lamp.checkEvent("Overheated", Values.of("Peak", 130))).isEqualTo(Values.of("Peak", 130f));
        assertThat(lamp.checkEvent("Overheated", Values.empty())).isEqualTo(Values.empty());
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.checkEvent("Overheated", Values.of("Peak", 201)))
                .withMessageContaining("Peak");
    }

    @Test
    void checkEvent_unknownEvent_namesTheNearest() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.checkEvent("overheat", Values.empty()))
                .withMessageContaining("overheat: is not a known event; allowed: Overheated");
    }

    @Test
    void checkServiceInput_missingArgument_isRefused() {
        assertThat(lamp.checkServiceInput("Blink", Values.of("Times", 3.0, "Rhythm", "slow")))
                .isEqualTo(Values.of("Times", 3, "Rhythm", "slow"));
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.checkServiceInput("Blink", Values.of("Times", 3)))
                .withMessageContaining("Rhythm: is missing");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> lamp.checkServiceInput("Blonk", Values.empty()))
                .withMessageContaining("Blink");
    }

    @Test
    void checkServiceOutput_results_mayBeMissing() {
        assertThat(lamp.checkServiceOutput("Blink", Values.empty())).isEqualTo(Values.empty());
        assertThat(lamp.inspectServiceOutput("Blink", Values.of("Done", 11)).fits())
                .isFalse();
    }

    @Test
    void check_modelWithoutEvents_saysNoneAllowed() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> ThingModel.builder().build().checkEvent("alarm", Values.empty()))
                .withMessage("alarm: is not a known event.");
    }

    @Test
    void builder_sameIdentifierTwice_isRefused() {
        ThingModel.Builder builder = ThingModel.builder().property(PropertySpec.readOnly("a", DataType.int32()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.property(PropertySpec.readWrite("a", DataType.bool())))
                .withMessageContaining("property \"a\"");
    }

    @Test
    void builder_inCode_isLikeReading() {
        ThingModel built = ThingModel.builder()
                .property(PropertySpec.readWrite("on", DataType.bool("off", "on")))
                .event(EventSpec.of("alarm", EventSpec.Kind.ERROR, FieldSpec.of("code", DataType.int32())))
                .service(ServiceSpec.of("reboot", ServiceSpec.CallType.ASYNC, List.of(), List.of()))
                .build();
        ThingModel read = ThingModel.parseTsl("""
                {"properties":[{"identifier":"on","accessMode":"rw","dataType":{"type":"bool","specs":{"0":"off","1":"on"}}}],
                 "events":[{"identifier":"alarm","type":"error","outputData":[{"identifier":"code","dataType":{"type":"int"}}]}],
                 "services":[{"identifier":"reboot"}]}""");

        assertThat(read).isEqualTo(built);
    }

    @Test
    void equals_keepsItsContract() {
        EqualsVerifier.forClass(ThingModel.class)
                .withPrefabValues(DataType.class, DataType.int32(), DataType.bool())
                .withNonnullFields("properties", "events", "services")
                .verify();
    }
}
