package org.iotconnector.onenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and tokens that cannot log in are told apart before connecting, and never quoted. */
class OneNetCredentialRulesTest {
    private static final String USER_KEY = "HTGNya+ovYEZv5soI5DPY7eBjVFlC+SaUciBB22BGaosuQc2gkQqB8HDhfAqkAWu";
    private static final String HEX = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private static String problem(OneNetConfigBuilder builder) {
        InvalidConfigurationException thrown =
                catchThrowableOfType(InvalidConfigurationException.class, builder::build);
        assertThat(thrown).as("the configuration was accepted").isNotNull();
        assertThat(thrown.problems()).hasSize(1);
        return thrown.problems().get(0).toString();
    }

    private static String tokenWith(String from, String to) {
        return Devices.TOKEN.replace(from, to);
    }

    @Test
    void credentials_none_namesAllThree() {
        assertThat(problem(Devices.withoutKey()))
                .startsWith("deviceKey: is missing")
                .contains("deviceKey", "productKey", "token");
    }

    @Test
    void credentials_two_namesThem() {
        OneNetConfigBuilder builder = Devices.sensor().productKey(Secret.of(Devices.PRODUCT_KEY));

        assertThat(problem(builder))
                .isEqualTo("deviceKey: cannot stand beside productKey: give exactly one of deviceKey, productKey and"
                        + " token.");
    }

    @Test
    void credentials_three_namesThem() {
        OneNetConfigBuilder builder =
                Devices.sensor().productKey(Secret.of(Devices.PRODUCT_KEY)).token(Secret.of(Devices.TOKEN));

        assertThat(problem(builder)).contains("cannot stand beside productKey and token");
    }

    @Test
    void tokenResource_productWithDeviceKey_isRefused() {
        assertThat(problem(Devices.sensor().tokenResource(TokenResource.PRODUCT)))
                .startsWith("tokenResource: ")
                .contains("productKey");
    }

    @ParameterizedTest
    @CsvSource({
        HEX + ", 64 hex digits",
        "000102030405060708090a0b0c0d0e0f, 32 hex digits",
        "0F0102030405060708090A0B0C0D0E0F, 32 hex digits",
        "'AAECAwQFBgcICQoLDA0ODxAREhMU FRYXGBkaGxwdHh8=', a space or a line break",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8%3D, percent-encoded",
        "-_ECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=, write + for each -",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8==, not base64",
        "my secret!, a space",
        "secret!, not base64",
        USER_KEY + ", a user's access key"
    })
    void key_inAnotherForm_saysWhichWithoutQuotingIt(String key, String reason) {
        assertThat(problem(Devices.withoutKey().deviceKey(Secret.of(key))))
                .startsWith("deviceKey: ")
                .contains(reason)
                .doesNotContain(key);
        assertThat(problem(Devices.withoutKey().productKey(Secret.of(key))))
                .startsWith("productKey: ")
                .contains(reason)
                .doesNotContain(key);
    }

    @Test
    void key_overTwoLines_saysSo() {
        Secret key = Secret.of("AAECAwQFBgcICQoLDA0O\nDxAREhMUFRYXGBkaGxwdHh8=");

        assertThat(problem(Devices.withoutKey().deviceKey(key))).contains("line break inside");
    }

    @Test
    void key_thatIsAToken_namesTheOtherSetting() {
        assertThat(problem(Devices.withoutKey().deviceKey(Secret.of(Devices.TOKEN))))
                .contains("is a token")
                .doesNotContain("Enj1TPWyakK7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                " AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8= ",
                "YQ==",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKis="
            })
    void key_ofAnyLengthInBase64_isTaken(String key) {
        assertThat(Devices.withoutKey().deviceKey(Secret.of(key)).build().deviceKey())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2018-10-31, 2022-05-01, 'version 2022-05-01, which is the application API''s'",
        "2018-10-31, 2020-05-29, OneNET Studio",
        "2018-10-31, 1999-01-01, does not know",
        "sha1, sha512, 'use md5, sha1 or sha256'",
        "&method=sha1, '', lacks method",
        "1893456000, later, no number",
        "sensor-01, sensor-02, is for products/a1B2c3D4e5/devices/sensor-02",
        "a1B2c3D4e5, A1b2C3d4E5, is for products/A1b2C3d4E5/devices/sensor-01",
        "products%2Fa1B2c3D4e5%2Fdevices%2Fsensor-01, userid%2F1234, is for userid/1234"
    })
    void token_thatCannotLogIn_saysWhy(String from, String to, String reason) {
        String problem = problem(Devices.withoutKey().token(Secret.of(tokenWith(from, to))));

        assertThat(problem).startsWith("token: ").contains(reason).doesNotContain("Enj1TPWyakK7");
    }

    @Test
    void token_ofAnotherDevice_saysHowToMendIt() {
        String problem = problem(Devices.withoutKey().token(Secret.of(tokenWith("sensor-01", "sensor-02"))));

        assertThat(problem)
                .contains("this device is products/a1B2c3D4e5/devices/sensor-01", "(1114)", "correct productId");
    }

    @Test
    void token_ofTheWholeProduct_isTaken() {
        String token = tokenWith("%2Fdevices%2Fsensor-01", "");

        assertThat(Devices.withoutKey().token(Secret.of(token)).build().resource())
                .isEqualTo("products/a1B2c3D4e5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5", "sha256", "SHA256"})
    void token_ofEveryMethod_isTaken(String method) {
        String token = tokenWith("sha1", method);

        assertThat(Devices.withoutKey().token(Secret.of(token)).build().token()).isPresent();
    }
}
