package org.iotconnector.onenet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.iotconnector.core.AuthenticationException;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.Devices;
import org.iotconnector.onenet.OneNetConfig;
import org.iotconnector.onenet.OneNetToken;
import org.iotconnector.onenet.SignMethod;
import org.iotconnector.onenet.Vectors;
import org.iotconnector.onenet.Vectors.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one CONNECT holds, to the byte. */
class OneNetSignerTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_500L);
    private static final String STUDIO_KEY = "l3Vdt0EVyzPFR3kZs2XpQzn5v3Ht2VlvATmXxV0zdak=";

    private static OneNetToken tokenOf(ConnectParameters parameters) {
        return OneNetToken.parse(parameters.password().orElseThrow());
    }

    /** MQTT 3.1.1 section 3.1, written anew here so that the fields are seen as the platform sees them. */
    private static String packet(ConnectParameters parameters) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        text(body, "MQTT");
        body.write(parameters.version() == MqttVersion.V3_1_1 ? 4 : 5);
        int flags = (parameters.username().isPresent() ? 0x80 : 0)
                | (parameters.password().isPresent() ? 0x40 : 0)
                | (parameters.will().isPresent() ? 0x04 : 0)
                | (parameters.cleanStart() ? 0x02 : 0);
        body.write(flags);
        body.write((int) parameters.keepAlive().toSeconds() >> 8);
        body.write((int) parameters.keepAlive().toSeconds());
        text(body, parameters.clientIdentifier().text());
        text(body, parameters.username().orElseThrow());
        text(body, parameters.password().orElseThrow().reveal());
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0x10);
        packet.write(body.size() % 128 | 0x80);
        packet.write(body.size() / 128);
        packet.writeBytes(body.toByteArray());
        return HexFormat.of().formatHex(packet.toByteArray());
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes.length >> 8);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    @Test
    void connect_vector_givesThePacketToTheByte() {
        Vector vector = Vectors.get("mqtt-connect-packet");
        Values inputs = vector.inputs();
        OneNetConfig config = OneNetConfig.builder()
                .productId(inputs.text("username"))
                .deviceName(inputs.text("clientId"))
                .deviceKey(Secret.of(STUDIO_KEY))
                .signMethod(SignMethod.MD5)
                .tokenLife(Duration.ofSeconds(35))
                .keepAlive(Duration.ofSeconds(inputs.longInteger("keepAliveSeconds")))
                .build();

        ConnectParameters parameters = OneNetSigner.connect(config, Instant.ofEpochSecond(1_596_067_700L));

        assertThat(parameters.password().orElseThrow().reveal()).isEqualTo(inputs.text("password"));
        assertThat(packet(parameters)).isEqualTo(vector.expected().text("hex"));
    }

    @Test
    void connect_always_hasNeitherWillNorOldSessionNorMqtt5() {
        ConnectParameters parameters = OneNetSigner.connect(Devices.sensor().build(), NOW);

        assertThat(parameters.will()).isEmpty();
        assertThat(parameters.cleanStart()).isTrue();
        assertThat(parameters.version()).isEqualTo(MqttVersion.V3_1_1);
        assertThat(parameters.clientIdentifier().text()).isEqualTo("sensor-01");
        assertThat(parameters.username()).contains("a1B2c3D4e5");
    }

    @ParameterizedTest
    @EnumSource(SignMethod.class)
    void connect_withDeviceKey_signsWithEachMethod(SignMethod method) {
        OneNetConfig config = Devices.sensor().signMethod(method).build();

        OneNetToken token = tokenOf(OneNetSigner.connect(config, NOW));

        assertThat(token.method()).isEqualTo(method.wireName());
        assertThat(token.isSignedWith(Secret.of(Devices.DEVICE_KEY))).isTrue();
    }

    @Test
    void connect_laterAttempt_hasANewToken() {
        OneNetConfig config = Devices.sensor().build();

        OneNetToken first = tokenOf(OneNetSigner.connect(config, NOW));
        OneNetToken second = tokenOf(OneNetSigner.connect(config, NOW.plusSeconds(60)));

        assertThat(second.expiry()).isEqualTo(first.expiry().plusSeconds(60));
    }

    @Test
    void validUntil_withKey_isTheTokensExpiry() {
        OneNetConfig config = Devices.sensor().tokenLife(Duration.ofSeconds(30)).build();

        ConnectParameters parameters = OneNetSigner.connect(config, NOW);

        assertThat(parameters.validUntil())
                .contains(Instant.ofEpochSecond(1_700_000_030L))
                .contains(tokenOf(parameters).expiry());
    }

    @Test
    void validUntil_withoutRenewal_isNever() {
        OneNetConfig config = Devices.sensor().renewToken(false).build();

        assertThat(OneNetSigner.connect(config, NOW).validUntil()).isEmpty();
    }

    @Test
    void validUntil_withToken_isNeverSinceThereIsNothingToRenewItWith() {
        OneNetConfig config = Devices.withToken().renewToken(true).build();

        ConnectParameters parameters = OneNetSigner.connect(config, NOW);

        assertThat(parameters.validUntil()).isEmpty();
        assertThat(parameters.password()).contains(Secret.of(Devices.TOKEN));
    }

    /** The platform takes a token while et is now or later. */
    @Test
    void connect_withTokenInItsLastSecond_isSent() {
        OneNetConfig config = Devices.withToken().build();

        assertThat(OneNetSigner.connect(config, Devices.TOKEN_EXPIRY).password())
                .contains(Secret.of(Devices.TOKEN));
    }

    @Test
    void connect_withExpiredToken_saysUntilWhenItHeldAndWhatTimeItIs() {
        OneNetConfig config = Devices.withToken().build();
        Instant late = Devices.TOKEN_EXPIRY.plusSeconds(1);

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> OneNetSigner.connect(config, late))
                .withMessageContaining("et=1893456000")
                .withMessageContaining("2030-01-01T00:00:00Z")
                .withMessageContaining("2030-01-01T00:00:01Z")
                .withMessageContaining("set the clock")
                .satisfies(thrown -> {
                    assertThat(thrown.failure().kind()).isEqualTo(FailureKind.CREDENTIAL_REFUSED);
                    assertThat(thrown.getMessage()).doesNotContain("Enj1TPWyakK7");
                });
    }
}
