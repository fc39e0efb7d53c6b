package org.iotconnector.aliyun.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iotconnector.aliyun.AliyunConfig;
import org.iotconnector.aliyun.AliyunConfigBuilder;
import org.iotconnector.aliyun.SignMethod;
import org.iotconnector.aliyun.internal.Vectors.Vector;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden values of Aliyun IoT's document "MQTT-TCP connection", of public SDKs' tests, and own ones. */
class AliyunSignerTest {
    private static final Instant NOW = Instant.ofEpochMilli(1);

    static Stream<Vector> connects() {
        return Vectors.ofKind("mqtt-connect");
    }

    static Stream<Vector> negatives() {
        return Vectors.ofKind("mqtt-connect-negative");
    }

    static Stream<Vector> hmacs() {
        return Vectors.ofKind("hmac");
    }

    private static Optional<String> timestamp(Values inputs) {
        return inputs.find("timestamp").map(Value::asText);
    }

    private static SignMethod method(Values inputs) {
        return SignMethod.parse(inputs.text("signMethod"));
    }

    @Test
    void vectors_ofEachKind_areThere() {
        assertThat(connects()).hasSize(13);
        assertThat(negatives()).hasSize(1);
        assertThat(hmacs()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("connects")
    void sign_vector_givesContentPasswordAndUsername(Vector vector) {
        Values inputs = vector.inputs();

        String content = AliyunSigner.content(
                inputs.text("clientId"), inputs.text("deviceName"), inputs.text("productKey"), timestamp(inputs));
        String password = AliyunSigner.sign(method(inputs), Secret.of(inputs.text("deviceSecret")), content);
        String username = AliyunSigner.username(inputs.text("deviceName"), inputs.text("productKey"));

        assertThat(content).isEqualTo(vector.expected().text("signContent"));
        assertThat(password).isEqualTo(vector.expected().text("password"));
        assertThat(username).isEqualTo(vector.expected().text("username"));
        vector.expected()
                .find("passwordAsPublished")
                .ifPresent(published -> assertThat(password).isEqualToIgnoringCase(published.asText()));
    }

    /** Product keys and device names of published samples may be shorter than the platform allows today. */
    static Stream<Vector> connectsThatCanBeConfigured() {
        return connects().filter(vector -> vector.inputs().text("deviceName").length() >= 4);
    }

    @ParameterizedTest
    @MethodSource("connectsThatCanBeConfigured")
    void connect_vector_givesTheSameLogin(Vector vector) {
        AliyunConfig config = config(vector);

        ConnectParameters parameters = AliyunSigner.connect(config, NOW);

        assertThat(parameters.username()).contains(vector.expected().text("username"));
        assertThat(parameters.password()).contains(Secret.of(vector.expected().text("password")));
        vector.expected().find("mqttClientId").map(Value::asText).ifPresent(expected -> {
            AliyunClientId actual =
                    AliyunClientId.parse(parameters.clientIdentifier().text());
            assertThat(actual).isEqualTo(AliyunClientId.parse(expected));
        });
    }

    static Stream<Vector> ownInCanonicalOrder() {
        return connects()
                .filter(vector -> vector.name().startsWith("own-"))
                .filter(vector -> vector.expected()
                        .find("mqttClientId")
                        .filter(text -> text.asText().contains("|securemode="))
                        .isPresent());
    }

    @ParameterizedTest
    @MethodSource("ownInCanonicalOrder")
    void connect_ownVector_givesTheClientIdentifierToTheLetter(Vector vector) {
        ConnectParameters parameters = AliyunSigner.connect(config(vector), NOW);

        assertThat(parameters.clientIdentifier().text())
                .isEqualTo(vector.expected().text("mqttClientId"));
    }

    @Test
    void ownInCanonicalOrder_always_areSeven() {
        assertThat(ownInCanonicalOrder()).hasSize(7);
    }

    @ParameterizedTest
    @MethodSource("negatives")
    void sign_negativeVector_givesAnotherPassword(Vector vector) {
        Values inputs = vector.inputs();

        String content = AliyunSigner.content(
                inputs.text("clientId"), inputs.text("deviceName"), inputs.text("productKey"), timestamp(inputs));
        String password = AliyunSigner.sign(method(inputs), Secret.of(inputs.text("deviceSecret")), content);

        assertThat(password).isNotEqualToIgnoringCase(inputs.text("password"));
    }

    @ParameterizedTest
    @MethodSource("hmacs")
    void sign_plainText_givesTheHmac(Vector vector) {
        Values inputs = vector.inputs();

        String hex = AliyunSigner.sign(method(inputs), Secret.of(inputs.text("key")), inputs.text("message"));

        assertThat(hex).isEqualTo(vector.expected().text("hex"));
    }

    @Test
    void connect_withExtensions_putsThemAfterTheOthersInOrder() {
        AliyunConfig config = AliyunConfig.builder()
                .productKey("a1Demo0Prod")
                .deviceName("lamp-0001")
                .deviceSecret(Secret.of("s"))
                .timestamp("now")
                .extension("lan", "Java")
                .extension("_v", "1.0")
                .extension("ext", "1")
                .build();

        String text = AliyunSigner.connect(config, Instant.ofEpochMilli(42))
                .clientIdentifier()
                .text();

        assertThat(text)
                .isEqualTo(
                        "a1Demo0Prod.lamp-0001|securemode=2,signmethod=hmacsha256,timestamp=42,lan=Java,_v=1.0,ext=1|");
    }

    private static AliyunConfig config(Vector vector) {
        Values inputs = vector.inputs();
        AliyunConfigBuilder builder = AliyunConfig.builder()
                .productKey(inputs.text("productKey"))
                .deviceName(inputs.text("deviceName"))
                .deviceSecret(Secret.of(inputs.text("deviceSecret")))
                .clientId(inputs.text("clientId"))
                .signMethod(method(inputs))
                .timestamp(timestamp(inputs).orElse("none"));
        vector.expected().find("mqttClientId").map(Value::asText).ifPresent(text -> {
            Map<String, String> parameters = AliyunClientId.parse(text).parameters();
            builder.secureMode(Integer.valueOf(parameters.getOrDefault("securemode", "2")));
            parameters.forEach((key, value) -> {
                if (!key.equals("securemode") && !key.equals("signmethod") && !key.equals("timestamp")) {
                    builder.extension(key, value);
                }
            });
        });
        return builder.build();
    }
}
