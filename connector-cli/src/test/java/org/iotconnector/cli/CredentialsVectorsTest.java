package org.iotconnector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published and composed login vectors of Aliyun, through the command line. */
class CredentialsVectorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Vector> vectors() throws IOException {
        try (InputStream file = CredentialsVectorsTest.class.getResourceAsStream("/aliyun-vectors.json")) {
            return StreamSupport.stream(JSON.readTree(file).spliterator(), false)
                    .filter(node -> node.get("kind").asString().equals("mqtt-connect"))
                    .map(Vector::new)
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void credentials_ofVector_areReproduced(Vector vector) {
        CliRun run = new CliRun().variable("IOTC_DEVICE_SECRET", vector.input("deviceSecret"));

        run.run(vector.arguments());

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode login = JSON.readTree(run.out());
        assertThat(login.get("username").asString()).isEqualTo(vector.expected("username"));
        assertThat(login.get("password").asString()).isEqualTo(vector.expected("password"));
        vector.mqttClientId()
                .ifPresent(expected -> assertThat(
                                ClientId.parse(login.get("clientId").asString()))
                        .isEqualTo(ClientId.parse(expected)));
        assertThat(run.out() + run.err()).doesNotContain(vector.input("deviceSecret"));
    }

    /** A client identifier without the order of its parameters, which is free. */
    private record ClientId(String name, Map<String, String> parameters) {
        static ClientId parse(String text) {
            String[] parts = text.split("\\|", -1);
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String parameter : parts[1].split(",", -1)) {
                if (!parameter.isEmpty()) {
                    String[] pair = parameter.split("=", 2);
                    parameters.put(pair[0], pair[1]);
                }
            }
            return new ClientId(parts[0], parameters);
        }
    }

    private record Vector(JsonNode node) {
        String input(String name) {
            return node.get("inputs").get(name).asString();
        }

        String expected(String name) {
            return node.get("expected").get(name).asString();
        }

        Optional<String> mqttClientId() {
            return Optional.ofNullable(node.get("expected").get("mqttClientId")).map(JsonNode::asString);
        }

        String[] arguments() {
            List<String> arguments = new ArrayList<>(List.of(
                    "credentials",
                    "aliyun",
                    "--format",
                    "json",
                    "--product-key",
                    input("productKey"),
                    "--device-name",
                    input("deviceName"),
                    "--client-id",
                    input("clientId"),
                    "--sign-method",
                    input("signMethod")));
            JsonNode timestamp = node.get("inputs").get("timestamp");
            if (timestamp != null && !timestamp.isNull()) {
                arguments.addAll(List.of("--timestamp", timestamp.asString()));
            }
            mqttClientId().map(ClientId::parse).ifPresent(id -> addExtensions(arguments, id));
            return arguments.toArray(String[]::new);
        }

        private static void addExtensions(List<String> arguments, ClientId id) {
            Map<String, String> rest = new LinkedHashMap<>(id.parameters());
            arguments.addAll(List.of("--secure-mode", rest.remove("securemode")));
            rest.remove("signmethod");
            rest.remove("timestamp");
            if (!rest.isEmpty()) {
                String extensions = rest.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .reduce((a, b) -> a + "," + b)
                        .orElseThrow();
                arguments.addAll(List.of("--extensions", extensions));
            }
        }

        @Override
        public String toString() {
            return node.get("name").asString();
        }
    }
}
