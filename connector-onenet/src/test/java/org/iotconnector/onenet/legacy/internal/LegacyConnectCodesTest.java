package org.iotconnector.onenet.legacy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.iotconnector.core.session.FailureKind;
import org.iotconnector.onenet.legacy.Devices;
import org.iotconnector.onenet.legacy.LegacyConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyConnectCodesTest {
    private final LegacyConfig sensor = Devices.sensor().build();

    @ParameterizedTest
    @CsvSource({
        "1, UNSUPPORTED_VERSION",
        "2, CREDENTIAL_REFUSED",
        "3, SERVER_UNAVAILABLE",
        "4, CREDENTIAL_REFUSED",
        "5, NOT_AUTHORIZED"
    })
    void explain_code_sortsTheFailureAndNamesTheDevice(int code, FailureKind kind) {
        assertThat(LegacyConnectCodes.explain(sensor, code)).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.code()).contains(code);
            assertThat(failure.message()).contains("86540/5616839").contains("code " + code);
            assertThat(failure.advice()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 128, -1})
    void explain_codeThatTheStandardDoesNotHave_isNothing(int code) {
        assertThat(LegacyConnectCodes.explain(sensor, code)).isEmpty();
    }

    @Test
    void explain_refusedPassword_namesTheCurrentPlatformsHostAndConfiguration() {
        String advice = LegacyConnectCodes.explain(sensor, 4).orElseThrow().advice();

        assertThat(advice)
                .contains("authInfo")
                .contains("apiKey")
                .contains("mqtts.heclouds.com")
                .contains("platform: onenet")
                .contains("OneNetConfig");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqtt://mqtts.heclouds.com:1883", "mqtt://studio-mqtt.heclouds.com:1883"})
    void explain_refusedPasswordOfALaterGenerationsHost_saysThatTheHostIsWrong(String endpoint) {
        LegacyConfig wrong = Devices.sensor().endpoint(endpoint).build();

        String advice = LegacyConnectCodes.explain(wrong, 4).orElseThrow().advice();

        assertThat(advice)
                .contains(wrong.endpoint().host() + " is a host of a later generation")
                .contains("mqtt.heclouds.com:6002");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void explain_always_keepsThePasswordToItself(int code) {
        assertThat(LegacyConnectCodes.explain(sensor, code).orElseThrow().explain())
                .doesNotContain(Devices.AUTH_INFO);
    }
}
