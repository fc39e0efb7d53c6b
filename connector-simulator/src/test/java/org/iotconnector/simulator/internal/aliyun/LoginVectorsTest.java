package org.iotconnector.simulator.internal.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.aliyun.AliyunSettings;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden vectors: the official document "MQTT-TCP connection", the unit tests of emqx-plugin-aliyun-iot-auth, the wiki of the C SDK 3, and
 * values composed after the layouts of the npm SDK, the C SDK 4 and the console. Each entry of the file names its source.
 */
class LoginVectorsTest {

    record Vector(String name, Map<String, @Nullable Object> inputs, Map<String, @Nullable Object> expected) {
        String input(String key) {
            return String.valueOf(inputs.get(key));
        }
    }

    static Stream<Named<Vector>> connects() throws IOException {
        return vectors("mqtt-connect");
    }

    static Stream<Named<Vector>> negatives() throws IOException {
        return vectors("mqtt-connect-negative");
    }

    static Stream<Named<Vector>> clientIds() throws IOException {
        return vectors("mqtt-clientid-parse");
    }

    @ParameterizedTest
    @MethodSource("connects")
    void login_publishedPassword_isAccepted(Vector vector) {
        assertThat(login(vector, String.valueOf(vector.expected().get("password"))))
                .isInstanceOf(Login.Accepted.class);
    }

    @ParameterizedTest
    @MethodSource("connects")
    void login_passwordInUpperCase_isAccepted(Vector vector) {
        String upper = String.valueOf(vector.expected().get("password")).toUpperCase(Locale.ROOT);

        assertThat(login(vector, upper)).isInstanceOf(Login.Accepted.class);
    }

    @ParameterizedTest
    @MethodSource("connects")
    void login_oneCharacterWrong_isRefusedWithCode4(Vector vector) {
        String password = String.valueOf(vector.expected().get("password"));
        String wrong = (password.charAt(0) == '0' ? "1" : "0") + password.substring(1);

        assertThat(login(vector, wrong))
                .isInstanceOfSatisfying(
                        Login.Refused.class,
                        refused -> assertThat(refused.refusal().code(4)).isEqualTo(4));
    }

    @ParameterizedTest
    @MethodSource("connects")
    void content_ofVector_isAsPublished(Vector vector) {
        String content = LoginSignature.content(
                vector.input("clientId"), vector.input("deviceName"), vector.input("productKey"), (String)
                        vector.inputs().get("timestamp"));

        assertThat(content).isEqualTo(vector.expected().get("signContent"));
    }

    @ParameterizedTest
    @MethodSource("negatives")
    void login_negativeVector_isRefusedWithItsCodes(Vector vector) {
        assertThat(login(vector, vector.input("password"))).isInstanceOfSatisfying(Login.Refused.class, refused -> {
            assertThat(refused.refusal().code(4)).isEqualTo(vector.expected().get("connack311"));
            assertThat(refused.refusal().code(5)).isEqualTo(vector.expected().get("connack5"));
        });
    }

    @ParameterizedTest
    @MethodSource("clientIds")
    void clientId_ofVector_isParsedAsExpected(Vector vector) {
        ClientIdText parsed = ClientIdText.parse(vector.input("mqttClientId")).orElseThrow();

        assertThat(parsed.clientId()).isEqualTo(vector.expected().get("clientId"));
        assertThat(parsed.parameters()).isEqualTo(vector.expected().get("params"));
    }

    private static Login login(Vector vector, String password) {
        AliyunSettings settings = AliyunSettings.builder()
                .product(
                        vector.input("productKey"),
                        product -> product.device(vector.input("deviceName"), vector.input("deviceSecret")))
                .build();
        return new LoginCheck(new DeviceRegistry(settings.products()), settings)
                .check(new ConnectRequest(
                        4,
                        clientId(vector),
                        vector.input("deviceName") + "&" + vector.input("productKey"),
                        password,
                        60,
                        true,
                        0xC2,
                        Transport.TCP,
                        "test"));
    }

    private static String clientId(Vector vector) {
        Object published = vector.expected().get("mqttClientId");
        if (published != null) {
            return published.toString();
        }
        Object timestamp = vector.inputs().get("timestamp");
        return vector.input("clientId") + "|securemode=3,signmethod=" + vector.input("signMethod")
                + (timestamp == null ? "" : ",timestamp=" + timestamp) + "|";
    }

    private static Stream<Named<Vector>> vectors(String kind) throws IOException {
        try (InputStream file = LoginVectorsTest.class.getResourceAsStream("/aliyun-vectors.json")) {
            List<?> all = (List<?>) Objects.requireNonNull(
                    Json.read(Objects.requireNonNull(file).readAllBytes()));
            List<Named<Vector>> found = all.stream()
                    .map(entry -> Json.object(entry).orElseThrow())
                    .filter(entry -> kind.equals(entry.get("kind")))
                    .map(entry -> new Vector(
                            String.valueOf(entry.get("name")),
                            Json.object(entry.get("inputs")).orElseThrow(),
                            Json.object(entry.get("expected")).orElseThrow()))
                    .map(vector -> Named.of(vector.name(), vector))
                    .toList();
            assertThat(found).isNotEmpty();
            return found.stream();
        }
    }
}
