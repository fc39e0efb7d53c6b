package org.iotconnector.simulator.internal.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.testing.OneNetVectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVectorsTest {

    static Stream<Named<OneNetVectors.Vector>> tokens() {
        return OneNetVectors.named("token-")
                .filter(vector -> vector.getPayload().expected().containsKey("token"));
    }

    static Stream<Named<OneNetVectors.Vector>> wrongSigns() {
        return OneNetVectors.named("token-")
                .filter(vector -> vector.getPayload().expected().containsKey("mustNotEqualSign"));
    }

    static Stream<Named<OneNetVectors.Vector>> parses() {
        return OneNetVectors.named("token-parse-");
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void parse_ofVector_givesTheSignedTextAndItsSignatureIsGood(OneNetVectors.Vector vector) {
        Token token = Token.parse(vector.expected("token")).orElseThrow();

        assertThat(token.stringForSignature()).isEqualTo(vector.expected("stringForSignature"));
        assertThat(token.sign()).isEqualTo(vector.expected("sign"));
        assertThat(token.isSignedWith(vector.input("accessKey"))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void isSignedWith_anotherKey_isFalse(OneNetVectors.Vector vector) {
        Token token = Token.parse(vector.expected("token")).orElseThrow();

        assertThat(token.isSignedWith("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("wrongSigns")
    void isSignedWith_signOfAFrequentMistake_isFalse(OneNetVectors.Vector vector) {
        Token token = new Token(
                vector.input("version"),
                vector.input("res"),
                Long.parseLong(vector.input("et")),
                vector.input("method"),
                vector.expected("mustNotEqualSign"));

        assertThat(token.isSignedWith(vector.input("accessKey"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("parses")
    void parse_orderAndEscapingOfVector_givesTheFiveFields(OneNetVectors.Vector vector) {
        Token token = Token.parse(vector.input("token")).orElseThrow();

        assertThat(Map.of(
                        "version", token.version(),
                        "res", token.res(),
                        "et", Long.toString(token.et()),
                        "method", token.method(),
                        "sign", token.sign()))
                .isEqualTo(Json.object(vector.expected().get("fields")).orElseThrow());
    }

    @Test
    void parse_valueOfTheEncodingTable_isDecoded() {
        OneNetVectors.Vector vector = OneNetVectors.one("url-encoding-table");

        Token token = Token.parse("version=v&et=1&method=md5&sign=s&res=" + vector.expected("encoded"))
                .orElseThrow();

        assertThat(token.res()).isEqualTo(vector.input("value"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "version",
                "version=2018-10-31&res=r&et=1&method=md5",
                "version=2018-10-31&res=r&et=1&method=md5&sign=s&more=1",
                "version=2018-10-31&res=r&et=1&method=md5&sign=s&sign=s",
                "version=2018-10-31&res=r&et=soon&method=md5&sign=s",
                "version=2018-10-31&res=r&et=1&method=md5&sign=%G1",
                "version=2018-10-31&res=r&et=1&method=md5&sign=%3"
            })
    void parse_notExactlyTheFiveFields_isEmpty(String text) {
        assertThat(Token.parse(text)).isEmpty();
    }

    @Test
    void isSignedWith_upperCaseMethod_isSignedAsSent() {
        OneNetVectors.Vector vector = OneNetVectors.one("token-device-sha256");
        Token token = new Token(
                vector.input("version"),
                vector.input("res"),
                Long.parseLong(vector.input("et")),
                "SHA256",
                vector.expected("sign"));

        assertThat(token.isMethodKnown()).isTrue();
        assertThat(token.isSignedWith(vector.input("accessKey"))).isFalse();
    }

    @Test
    void toString_token_hidesTheSignature() {
        OneNetVectors.Vector vector = OneNetVectors.one("token-device-sha1");

        Token token = Token.parse(vector.expected("token")).orElseThrow();

        assertThat(token.toString()).contains("et=1893456000").doesNotContain(vector.expected("sign"));
    }
}
