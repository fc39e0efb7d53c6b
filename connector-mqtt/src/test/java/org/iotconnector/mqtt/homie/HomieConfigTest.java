package org.iotconnector.mqtt.homie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.settings.SettingProblem;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.mqtt.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomieConfigTest {
    private static HomieConfigBuilder lamp() {
        return HomieConfig.builder()
                .endpoint("mqtt://127.0.0.1:1883")
                .device("lamp-1")
                .thingModel(Models.lamp());
    }

    private static List<String> problemsOf(HomieConfigBuilder builder) {
        InvalidConfigurationException thrown =
                catchThrowableOfType(InvalidConfigurationException.class, builder::build);
        assertThat(thrown).as("the configuration was accepted").isNotNull();
        return thrown.problems().stream().map(SettingProblem::toString).toList();
    }

    @Test
    void config_identityOnly_hasTheDocumentedDefaults() {
        HomieConfig config = lamp().build();

        assertThat(config.homieVersion()).isEqualTo(HomieVersion.V5);
        assertThat(config.domain()).isEqualTo("homie");
        assertThat(config.qos()).isEqualTo(QualityOfService.EXACTLY_ONCE);
        assertThat(config.clientId()).isEqualTo("lamp-1");
        assertThat(config.name()).isEqualTo("lamp-1");
        assertThat(config.stateAtClose()).isEqualTo(HomieState.DISCONNECTED);
        assertThat(config.target()).isTrue();
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void config_builtAnew_isEqual() {
        HomieConfig config = lamp().homieVersion(HomieVersion.V4).build();

        assertThat(config.newBuilder().build()).isEqualTo(config).hasSameHashCodeAs(config);
        assertThat(config.newBuilder().homieVersion(HomieVersion.V3).build()).isNotEqualTo(config);
    }

    @ParameterizedTest
    @CsvSource({"V3, my_lamp, '_'", "V4, -lamp, begin or end", "V5, Lamp, a-z", "V4, lamp_1, a-z"})
    void deviceId_againstTheRules_isRefusedWithTheRule(HomieVersion version, String id, String rule) {
        assertThat(problemsOf(lamp().homieVersion(version).device(id)))
                .singleElement()
                .asString()
                .startsWith("deviceId")
                .contains(rule);
    }

    @Test
    void deviceId_beginningWithAHyphen_isAllowedInVersion5() {
        assertThat(lamp().device("-lamp").build().device()).isEqualTo("-lamp");
    }

    @Test
    void thingModel_missing_isRefusedWithTheReason() {
        assertThat(problemsOf(
                        HomieConfig.builder().endpoint("mqtt://127.0.0.1:1883").device("lamp-1")))
                .singleElement()
                .asString()
                .contains("thingModel", "describes itself");
    }

    @Test
    void ids_thatCollide_areRefused() {
        assertThat(problemsOf(lamp().ids(Map.of("Level", "light"))))
                .singleElement()
                .asString()
                .contains("Light and Level", "main/light");
    }

    @Test
    void ids_ofWhatTheModelLacks_areRefused() {
        assertThat(problemsOf(lamp().ids(Map.of("Colour", "colour"))))
                .singleElement()
                .asString()
                .contains("Colour is not in the thing model");
    }

    @Test
    void domain_inVersion3_isHomie() {
        assertThat(problemsOf(lamp().homieVersion(HomieVersion.V3).domain("house")))
                .singleElement()
                .asString()
                .contains("domain", "must be homie");
    }

    @Test
    void mqttVersion_of31_isRefusedWithTheReason() {
        assertThat(problemsOf(lamp().read(SettingSource.yaml("mqttVersion: 3.1", "lamp.yaml"))))
                .singleElement()
                .asString()
                .contains("3.1", "23 characters");
    }
}
