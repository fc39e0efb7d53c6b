package org.iotconnector.onenet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.onenet.Devices;
import org.iotconnector.onenet.Generation;
import org.iotconnector.onenet.OneNetConfig;
import org.iotconnector.onenet.TokenResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneNetConnectCodesTest {
    private static String advice(OneNetConfig config, int code) {
        return OneNetConnectCodes.explain(config, code).orElseThrow().advice();
    }

    @ParameterizedTest
    @CsvSource({
        "1, UNSUPPORTED_VERSION",
        "2, CREDENTIAL_REFUSED",
        "3, SERVER_UNAVAILABLE",
        "4, CREDENTIAL_REFUSED",
        "5, NOT_AUTHORIZED"
    })
    void explain_code_sortsTheFailureAndNamesTheDevice(int code, FailureKind kind) {
        assertThat(OneNetConnectCodes.explain(Devices.sensor().build(), code)).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.code()).contains(code);
            assertThat(failure.message()).contains("a1B2c3D4e5/sensor-01").contains("code " + code);
            assertThat(failure.advice()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 128, 134, -1})
    void explain_codeThatThePlatformDoesNotHave_isNothing(int code) {
        assertThat(OneNetConnectCodes.explain(Devices.sensor().build(), code)).isEmpty();
    }

    @Test
    void explain_refusedLogin_listsTheCausesInOrder() {
        String advice =
                advice(Devices.sensor().tokenLife(Duration.ofMinutes(90)).build(), 4);

        assertThat(advice)
                .containsSubsequence(
                        "(1) deviceKey holds the product's access key",
                        "(2) the key is another device's",
                        "(3) productId (a1B2c3D4e5) and deviceName (sensor-01) are swapped",
                        "(4) this machine's clock is behind by more than tokenLife (5400 s)",
                        "(5) the product is not on mqtts://mqttstls.heclouds.com:8883",
                        "1101 to 1114");
    }

    @Test
    void explain_refusedProductKey_namesTheOtherResource() {
        OneNetConfig ofDevice = Devices.withProductKey().build();
        OneNetConfig ofProduct =
                Devices.withProductKey().tokenResource(TokenResource.PRODUCT).build();

        assertThat(advice(ofDevice, 4))
                .contains("the token names products/a1B2c3D4e5/devices/sensor-01, try tokenResource: product");
        assertThat(advice(ofProduct, 4)).contains("the token names products/a1B2c3D4e5, try tokenResource: device");
    }

    @Test
    void explain_refusedToken_saysForWhomAndUntilWhenItIs() {
        assertThat(advice(Devices.withToken().build(), 4))
                .contains("it is for products/a1B2c3D4e5/devices/sensor-01", "until 2030-01-01T00:00:00Z")
                .doesNotContain("tokenLife");
    }

    @Test
    void explain_byGeneration_namesTheOtherOnes() {
        assertThat(advice(Devices.sensor().build(), 5)).contains("generation: studio", "platform: onenetlegacy");
        assertThat(advice(Devices.sensor().generation(Generation.STUDIO).build(), 5))
                .contains("generation: current");
    }

    @Test
    void explain_onAnOwnServer_namesThatInsteadOfAGeneration() {
        OneNetConfig config = Devices.sensor().endpoint("mqtt://127.0.0.1:1883").build();

        assertThat(advice(config, 4)).contains("mqtt://127.0.0.1:1883").doesNotContain("generation");
    }

    @Test
    void explain_anyCode_neverShowsAKeyOrASignature() {
        Stream<OneNetConfig> configs = Stream.of(
                Devices.sensor().build(),
                Devices.withProductKey().build(),
                Devices.withToken().build());

        assertThat(configs.flatMap(config -> IntStream.range(0, 256)
                        .boxed()
                        .flatMap(code -> OneNetConnectCodes.explain(config, code).stream())))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure.explain())
                        .doesNotContain(Devices.DEVICE_KEY)
                        .doesNotContain(Devices.PRODUCT_KEY)
                        .doesNotContain("Enj1TPWyakK7"));
    }
}
