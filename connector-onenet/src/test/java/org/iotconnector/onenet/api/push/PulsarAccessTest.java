package org.iotconnector.onenet.api.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.Vectors;
import org.iotconnector.onenet.Vectors.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PulsarAccessTest {
    private static final Vector CREDENTIALS = Vectors.get("pulsar-credentials");
    private static final Vector MESSAGE = Vectors.get("pulsar-message");
    private static final Vector SIGNED = Vectors.get("pulsar-message-sign-unconfirmed");
    private static final Secret SECRET_KEY = Secret.of(CREDENTIALS.inputs().text("secretKey"));

    private final PulsarAccess access = PulsarAccess.of(CREDENTIALS.inputs().text("accessId"), SECRET_KEY);

    private static byte[] signedBody() {
        return Json.write(SIGNED.inputs()
                .struct("fields")
                .plus(Values.of("sign", SIGNED.expected().text("sign"))));
    }

    private static byte[] encrypted(String inner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
        byte[] key = CREDENTIALS.expected().text("dataKey").getBytes(StandardCharsets.US_ASCII);
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        byte[] data = cipher.doFinal(inner.getBytes(StandardCharsets.UTF_8));
        return Json.write(Values.of("data", Base64.getEncoder().encodeToString(data)));
    }

    @Test
    void credentials_vector_areThose() {
        assertThat(access.topic()).isEqualTo(CREDENTIALS.expected().text("topic"));
        assertThat(access.authData().reveal()).isEqualTo(CREDENTIALS.expected().text("commandData"));
        assertThat(PulsarAccess.AUTH_METHOD).isEqualTo(CREDENTIALS.expected().text("authMethod"));
        assertThat(PulsarAccess.dataKey(SECRET_KEY))
                .isEqualTo(CREDENTIALS.expected().text("dataKey"));
    }

    @Test
    void read_vector_givesThePropertyReport() {
        PushMessage message =
                access.read(Json.write(Values.of("data", MESSAGE.expected().text("data"))));

        PlatformEvent.PropertyReport report =
                (PlatformEvent.PropertyReport) message.events().get(0);
        assertThat(message.text()).isEqualTo(MESSAGE.inputs().text("inner"));
        assertThat(report.device().deviceName()).contains("sensor-01");
        assertThat(report.properties())
                .containsEntry(
                        "temperature",
                        new Sample(Value.of(23.6), Optional.of(Instant.ofEpochMilli(1_700_000_000_000L))));
    }

    @Test
    void read_ofASignedMessage_carriesItsTime() {
        PushMessage message = access.read(signedBody());

        assertThat(message.time()).contains(Instant.ofEpochMilli(1_700_000_000_123L));
    }

    @Test
    void isSigned_vector_isTrue() {
        assertThat(access.isSigned(signedBody())).isTrue();
    }

    @Test
    void isSigned_withAnotherTimeOrNone_isFalse() {
        Values unsigned = SIGNED.inputs().struct("fields");
        Values changed = unsigned.without("t")
                .plus(Values.of("t", 1L, "sign", SIGNED.expected().text("sign")));

        assertThat(access.isSigned(Json.write(changed))).isFalse();
        assertThat(access.isSigned(Json.write(unsigned))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"deviceOnline,online", "deviceOffline,offline"})
    void read_ofComingAndGoing_isALifeCycle(String kind, String status) throws GeneralSecurityException {
        byte[] body =
                encrypted("{\"msgType\":\"" + kind + "\",\"subData\":{\"deviceName\":\"sensor-01\",\"imei\":\"1\"}}");

        PlatformEvent event = access.read(body).events().get(0);

        EventDevice device = new EventDevice(Optional.empty(), Optional.of("sensor-01"), Optional.empty());
        assertThat(event).isEqualTo(new PlatformEvent.LifeCycle(device, status, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"msgType\":\"thingServiceReply\",\"subData\":{}}",
                "{\"msgType\":\"thingProperty\",\"subData\":[]}",
                "{\"msgType\":\"thingProperty\",\"subData\":{\"params\":{\"t\":5}}}",
                "{\"msgType\":\"thingEvent\",\"subData\":{}}"
            })
    void read_ofAnotherForm_arrivesAsItIs(String inner) throws GeneralSecurityException {
        PlatformEvent event = access.read(encrypted(inner)).events().get(0);

        assertThat(event).isInstanceOf(PlatformEvent.Other.class);
        assertThat(((PlatformEvent.Other) event).body())
                .isEqualTo(Json.readObject(inner.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"data\":\"AAAA\"}", "{\"data\":\"*\"}", "{\"data\":{}}"})
    void read_ofWhatIsNoMessage_isAMappingException(String body) {
        assertThatThrownBy(() -> access.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MappingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901234567890123", "aaaaaaaaaaaaaaaaaaaaaaaaé"})
    void secretKey_tooShortOrNotAscii_isRefusedWithoutQuotingIt(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PulsarAccess.of("id", Secret.of(key)))
                .withMessageContaining("24 characters");
    }

    @Test
    void toString_always_hidesTheKey() {
        assertThat(access.toString()).doesNotContain(SECRET_KEY.reveal());
    }
}
