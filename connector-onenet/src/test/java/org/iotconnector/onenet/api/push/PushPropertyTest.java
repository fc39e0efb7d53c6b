package org.iotconnector.onenet.api.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.thing.Values;

/** Whatever comes, it is read or refused by the exception declared. */
class PushPropertyTest {
    private static final String TOKEN = "pushToken01";
    private static final Secret PULSAR_KEY = Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0");

    private final PushReceiver plain = PushReceiver.of(Secret.of(TOKEN));
    private final PushReceiver secure = plain.withAesKey(Secret.of("0123456789abcdef"));
    private final LegacyPushReceiver legacy = LegacyPushReceiver.of(Secret.of(TOKEN));
    private final LegacyPushReceiver secureLegacy =
            legacy.withEncodingAesKey(Secret.of("TVRJek5EVTJOemd4TWpNME5UWTNPREV5TXpRMU5qYzQ"));
    private final PulsarAccess pulsar = PulsarAccess.of("id", PULSAR_KEY);

    private interface Reading {
        Object read();
    }

    private static boolean isReadOrRefused(Reading reading) {
        try {
            return reading.read() != null;
        } catch (MappingException declared) {
            return !declared.getMessage().isEmpty();
        }
    }

    /** Texts made of the words and signs that messages are made of, so that many get far. */
    @Provide
    Arbitrary<String> messages() {
        Arbitrary<String> piece = Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                ":",
                ",",
                "\"",
                "\\",
                " ",
                "1",
                "1e999",
                "-9223372036854775809",
                "null",
                "true",
                "{}",
                "\"msg\"",
                "\"enc_msg\"",
                "\"nonce\"",
                "\"signature\"",
                "\"time\"",
                "\"messageType\"",
                "\"lifeCycle\"",
                "\"notify\"",
                "\"notifyType\"",
                "\"property\"",
                "\"data\"",
                "\"params\"",
                "\"value\"",
                "\"type\"",
                "\"sysProperty\"",
                "\"msgType\"",
                "\"subData\"",
                "\"at\"",
                "\"x\"",
                "é",
                "\ud800");
        return piece.list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    /** Objects of known members with any scalar in each. */
    @Provide
    Arbitrary<String> objects() {
        Arbitrary<String> name = Arbitraries.of(
                "messageType",
                "notifyType",
                "data",
                "params",
                "value",
                "time",
                "type",
                "dev_id",
                "ds_id",
                "status",
                "at",
                "cmdId",
                "sysProperty",
                "appProperty",
                "body",
                "msgType",
                "subData",
                "response",
                "request",
                "code");
        Arbitrary<String> value = Arbitraries.of(
                "1",
                "2",
                "7",
                "-1",
                "1.5",
                "true",
                "\"lifeCycle\"",
                "\"notify\"",
                "\"property\"",
                "\"event\"",
                "\"reply\"",
                "\"thingProperty\"",
                "\"deviceDatapoint\"",
                "{}",
                "[]",
                "{\"params\":{\"a\":{\"value\":1}}}",
                "{\"messageType\":\"deviceDatapoint\"}",
                "9223372036854775807",
                "\"\"");
        return Arbitraries.maps(name, value)
                .ofMaxSize(8)
                .map(members -> members.entrySet().stream()
                        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                        .collect(Collectors.joining(",", "{", "}")));
    }

    @Property
    void read_anyBytes_isReadOrRefused(@ForAll byte[] body) {
        assertThat(isReadOrRefused(() -> plain.read(body))).isTrue();
    }

    @Property
    void read_anyText_isReadOrRefused(@ForAll("messages") String body) {
        assertThat(isReadOrRefused(() -> plain.read(body.getBytes(StandardCharsets.UTF_8))))
                .isTrue();
    }

    @Property
    void read_anySignedMessage_isReadOrRefused(@ForAll("objects") String message) {
        byte[] body = signed(message);

        assertThat(isReadOrRefused(() -> plain.read(body))).isTrue();
    }

    @Property
    void read_anySignedCipherText_isReadOrRefused(@ForAll byte[] cipherText) {
        byte[] body = signed(Base64.getEncoder().encodeToString(cipherText));

        assertThat(isReadOrRefused(() -> secure.read(body))).isTrue();
    }

    private static byte[] signed(String message) {
        return JsonWriter.create()
                .startObject()
                .name("msg")
                .text(message)
                .name("nonce")
                .text("n1234567")
                .name("signature")
                .text(PushSignature.of(Secret.of(TOKEN), "n1234567", message))
                .endObject()
                .finish();
    }

    @Property
    void readLegacy_anyText_isReadOrRefused(@ForAll("messages") String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

        assertThat(isReadOrRefused(() -> legacy.read(bytes))).isTrue();
        assertThat(isReadOrRefused(() -> secureLegacy.read(bytes))).isTrue();
    }

    @Property
    void readLegacy_anySignedObject_isRead(@ForAll("objects") String message) {
        PushMessage read = legacy.read(legacyBody("msg", message, message));

        assertThat(read.events()).isNotEmpty();
    }

    @Property
    void readLegacy_anySignedCipherText_isReadOrRefused(@ForAll byte[] cipherText) {
        String base64 = Base64.getEncoder().encodeToString(cipherText);
        byte[] body = legacyBody("enc_msg", "\"" + base64 + "\"", base64);

        assertThat(isReadOrRefused(() -> secureLegacy.read(body))).isTrue();
    }

    private static byte[] legacyBody(String member, String json, String signed) {
        String body = "{\"nonce\":\"n1234567\",\"" + member + "\":" + json + ",\"msg_signature\":\""
                + PushSignature.of(Secret.of(TOKEN), "n1234567", signed) + "\"}";
        return body.getBytes(StandardCharsets.UTF_8);
    }

    @Property
    void verify_anyParameters_areAcceptedOrRefused(@ForAll String msg, @ForAll String nonce, @ForAll String signature) {
        assertThat(isReadOrRefused(() -> plain.verify(msg, nonce, signature))).isTrue();
    }

    @Property
    void readPulsar_anyText_isReadOrRefused(@ForAll("messages") String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);

        assertThat(isReadOrRefused(() -> pulsar.read(bytes))).isTrue();
        assertThat(isReadOrRefused(() -> pulsar.isSigned(bytes))).isTrue();
    }

    @Property
    void readPulsar_anyCipherText_isReadOrRefused(@ForAll byte[] cipherText) {
        byte[] body = Json.write(Values.of("data", Base64.getEncoder().encodeToString(cipherText)));

        assertThat(isReadOrRefused(() -> pulsar.read(body))).isTrue();
    }
}
