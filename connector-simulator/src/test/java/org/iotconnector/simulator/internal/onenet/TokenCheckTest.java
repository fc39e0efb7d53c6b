package org.iotconnector.simulator.internal.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.iotconnector.simulator.onenet.OneNetRule;
import org.iotconnector.simulator.onenet.OneNetSettings;
import org.iotconnector.simulator.testing.OneNetCredentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCheckTest {
    private static final String DEVICE_KEY = OneNetCredentials.key("device");
    private static final String PRODUCT_KEY = OneNetCredentials.key("product");
    private static final String USER_KEY = OneNetCredentials.key("user");
    private static final String PROJECT_KEY = OneNetCredentials.key("project");
    private static final long NOW = 1_700_000_000;

    @ParameterizedTest
    @CsvSource({
        "products/p1/devices/d1, device, 200",
        "products/p1/devices/d1, product, 200",
        "products/p1/devices/d1, user, 1106",
        "products/p1, product, 200",
        "products/p1, device, 1106",
        "userid/u1, user, 200",
        "userid/u1, product, 1106",
        "userid/nobody, user, 1105",
        "projects/j1, project, 200",
        "projects/none, project, 1105",
        "products/p1/devices/none, device, 1107",
        "products/p2/devices/d1, device, 1107",
        "products/keyless, product, 1105",
        "anything, product, 1114",
        "products//devices/d1, device, 1114"
    })
    void check_resourceAndKey_giveTheCode(String res, String key, int code) {
        String token = OneNetCredentials.token("2022-05-01", res, NOW, "sha256", key(key));

        TokenVerdict verdict = check(token, TokenCheck.API_VERSIONS);

        assertThat(verdict.code()).as(verdict.text()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"2022-05-01, false, 200", "2018-10-31, false, 200", "2020-05-29, false, 1111", "2018-10-31, true, 1111"
    })
    void check_versionOfTheApi_asTheUseAllows(String version, boolean strict, int code) {
        String token = OneNetCredentials.token(version, "userid/u1", NOW, "md5", USER_KEY);

        TokenVerdict verdict = check(token, strict ? TokenCheck.STRICT_API_VERSIONS : TokenCheck.API_VERSIONS);

        assertThat(verdict.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "-1, 1104", "1699999999999, 200"})
    void check_expiry_isGoodUntilItsSecondIsOver(long offset, int code) {
        String token = OneNetCredentials.token("products/p1/devices/d1", DEVICE_KEY, NOW + offset);

        assertThat(check(token, TokenCheck.DEVICE_VERSIONS).code()).isEqualTo(code);
    }

    @Test
    void check_noToken_is1101() {
        assertThat(check("", TokenCheck.DEVICE_VERSIONS).code()).isEqualTo(1101);
        assertThat(checker(OneNetSettings.builder())
                        .check(null, TokenCheck.DEVICE_VERSIONS, scope -> true)
                        .code())
                .isEqualTo(1101);
    }

    @Test
    void check_strictProductKey_refusesItForADevice() {
        String token = OneNetCredentials.token("products/p1/devices/d1", PRODUCT_KEY, NOW);

        TokenVerdict verdict = checker(OneNetSettings.builder().rule(OneNetRule.STRICT_PRODUCT_KEY, true))
                .check(token, TokenCheck.DEVICE_VERSIONS, scope -> true);

        assertThat(verdict.code()).isEqualTo(1106);
    }

    @Test
    void check_scope_isTold() {
        String token = OneNetCredentials.token("products/p1", PRODUCT_KEY, NOW);

        assertThat(check(token, TokenCheck.DEVICE_VERSIONS).scope()).isEqualTo(new TokenScope.Product("p1"));
    }

    private static TokenVerdict check(String token, Set<String> versions) {
        return checker(OneNetSettings.builder()).check(token, versions, scope -> true);
    }

    private static TokenCheck checker(OneNetSettings.Builder builder) {
        OneNetSettings settings = builder.product(
                        "p1", product -> product.accessKey(PRODUCT_KEY).device("d1", DEVICE_KEY))
                .product("keyless", product -> product.device("d1", DEVICE_KEY))
                .user("u1", USER_KEY)
                .project("j1", PROJECT_KEY, List.of("p1"))
                .build();
        Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
        return new TokenCheck(new OneNetRegistry(settings.products(), clock), settings, clock);
    }

    private static String key(String name) {
        return OneNetCredentials.key(name);
    }
}
