package org.iotconnector.onenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.stream.Stream;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.Vectors.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden values of OneNET's documents, and own ones of every version and resource. */
class OneNetTokenTest {
    static Stream<Vector> signed() {
        return Vectors.named("token-").filter(vector -> vector.expected().has("token"));
    }

    static Stream<Vector> wronglySigned() {
        return Vectors.named("token-").filter(vector -> vector.expected().has("mustNotEqualSign"));
    }

    static Stream<Vector> parsed() {
        return Vectors.named("token-parse-");
    }

    private static OneNetToken sign(Vector vector) {
        Values inputs = vector.inputs();
        return OneNetToken.sign(
                Secret.of(inputs.text("accessKey")),
                inputs.text("version"),
                inputs.text("res"),
                Instant.ofEpochSecond(inputs.longInteger("et")),
                SignMethod.parse(inputs.text("method")));
    }

    private static OneNetToken parse(String text) {
        return OneNetToken.parse(Secret.of(text));
    }

    @Test
    void vectors_ofEachKind_areThere() {
        assertThat(signed()).hasSize(15);
        assertThat(wronglySigned()).hasSize(2);
        assertThat(parsed()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("signed")
    void sign_vector_givesTheToken(Vector vector) {
        OneNetToken token = sign(vector);

        assertThat(token.text().reveal()).isEqualTo(vector.expected().text("token"));
    }

    @ParameterizedTest
    @MethodSource("signed")
    void stringForSignature_vector_hasItsFourLines(Vector vector) {
        Values inputs = vector.inputs();

        String content = OneNetToken.stringForSignature(
                inputs.text("et"), inputs.text("method"), inputs.text("res"), inputs.text("version"));

        assertThat(content).isEqualTo(vector.expected().text("stringForSignature"));
    }

    @ParameterizedTest
    @MethodSource("signed")
    void parse_ofSignedVector_givesItBack(Vector vector) {
        OneNetToken token = parse(vector.expected().text("token"));

        assertThat(token).isEqualTo(sign(vector));
        assertThat(token.isSignedWith(Secret.of(vector.inputs().text("accessKey"))))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("wronglySigned")
    void sign_wrongWayVector_givesAnotherSignature(Vector vector) {
        OneNetToken token = sign(vector);
        String wrong = OneNetToken.percentEncoded(vector.expected().text("mustNotEqualSign"));

        assertThat(token.text().reveal()).doesNotEndWith(wrong);
    }

    @ParameterizedTest
    @MethodSource("wronglySigned")
    void isSignedWith_wrongWayVector_isFalse(Vector vector) {
        String text = sign(vector).text().reveal();
        String wrong = text.substring(0, text.indexOf("&sign=") + 6)
                + OneNetToken.percentEncoded(vector.expected().text("mustNotEqualSign"));

        assertThat(parse(wrong).isSignedWith(Secret.of(vector.inputs().text("accessKey"))))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("parsed")
    void parse_vector_givesTheFields(Vector vector) {
        Values fields = vector.expected().struct("fields");

        OneNetToken token = parse(vector.inputs().text("token"));

        assertThat(token.version()).isEqualTo(fields.text("version"));
        assertThat(token.resource()).isEqualTo(fields.text("res"));
        assertThat(token.expiry()).isEqualTo(Instant.ofEpochSecond(fields.longInteger("et")));
        assertThat(token.method()).isEqualTo(fields.text("method"));
        assertThat(token.text().reveal()).endsWith(OneNetToken.percentEncoded(fields.text("sign")));
    }

    @Test
    void percentEncoded_tableOfThePlatform_isThatTable() {
        Vector vector = Vectors.get("url-encoding-table");

        String encoded = OneNetToken.percentEncoded(vector.inputs().text("value"));

        assertThat(encoded).isEqualTo(vector.expected().text("encoded"));
    }

    @Test
    void sign_expiryWithFraction_countsWholeSeconds() {
        OneNetToken token = OneNetToken.sign(
                Secret.of(Devices.DEVICE_KEY),
                OneNetToken.DEVICE_VERSION,
                "products/p",
                Instant.ofEpochMilli(1_700_000_000_999L),
                SignMethod.MD5);

        assertThat(token.expiry()).isEqualTo(Instant.ofEpochSecond(1_700_000_000L));
    }

    @Test
    void sign_keyThatIsNoBase64_saysSoWithoutQuotingIt() {
        Secret key = Secret.of("no*base64*at*all");

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        OneNetToken.sign(key, OneNetToken.DEVICE_VERSION, "products/p", Instant.EPOCH, SignMethod.MD5))
                .withMessageContaining("not base64")
                .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain("no*base64"))
                .withNoCause();
    }

    /** A field with another name is as wrong as one that is missing (1103). */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "version=1&res=r&et=1&method=md5;lacks sign",
                "res=r&sign=s;'lacks version, et, method'",
                "version=1&res=r&et=1&method=md5&sign=s&x=1;something else",
                "version=1&res=r&et=1&method=md5&sign=s&;something else",
                "sign;something else",
                "'';something else",
                "version=1&version=1&res=r&et=1&method=md5&sign=s;twice",
                "version=1&res=r&et=soon&method=md5&sign=s;no number",
                "version=1&res=r&et=99999999999999999999&method=md5&sign=s;no number",
                "version=1&res=r&et=9223372036854775807&method=md5&sign=s;no number"
            })
    void parse_whatIsNoToken_saysWhy(String text, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(text)).withMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "a%2", "100%"})
    void parse_brokenEscape_isLeftAsItIs(String value) {
        OneNetToken token = parse("version=1&res=" + value + "&et=1&method=md5&sign=s");

        assertThat(token.resource()).isEqualTo(value);
    }

    @Test
    void isSignedWith_anotherKey_isFalse() {
        OneNetToken token = parse(Devices.TOKEN);

        assertThat(token.isSignedWith(Secret.of(Devices.DEVICE_KEY))).isTrue();
        assertThat(token.isSignedWith(Secret.of(Devices.PRODUCT_KEY))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sm3", "shc1", ""})
    void isSignedWith_methodThatIsNotOffered_isFalse(String method) {
        OneNetToken token = parse("version=1&res=r&et=1&method=" + method + "&sign=s");

        assertThat(token.isSignedWith(Secret.of(Devices.DEVICE_KEY))).isFalse();
    }

    @Test
    void toString_always_hidesTheSignature() {
        OneNetToken token = parse(Devices.TOKEN);

        assertThat(token.toString())
                .contains("et=1893456000", "res=products/a1B2c3D4e5/devices/sensor-01")
                .doesNotContain("Enj1TPWyakK7DBwQtSvkmZSrOzE");
    }

    @Test
    void equals_always_keepsTheContract() {
        EqualsVerifier.forClass(OneNetToken.class).suppress(Warning.NULL_FIELDS).verify();
    }
}
