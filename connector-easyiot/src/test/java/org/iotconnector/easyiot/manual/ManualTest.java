package org.iotconnector.easyiot.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.easyiot.EasyIotConfig;
import org.iotconnector.easyiot.broker.SharedTopicBroker;
import org.iotconnector.easyiot.siot.SiotConfig;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManualTest {
    private static final Path EXAMPLES = Path.of("src/test/java/org/iotconnector/easyiot/manual/ManualExamples.java");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("// tag::(\\S+)\\[]\n(.*?)// end::\\1\\[]", Pattern.DOTALL);

    private final ManualExamples examples = new ManualExamples();

    @ParameterizedTest
    @ValueSource(strings = {"easyiot", "siot"})
    void page_everyJavaBlock_isCompiledCode(String page) throws IOException {
        List<String> compiled = blocks(EXAMPLE, 2, EXAMPLES);

        List<String> printed = blocks(JAVA_BLOCK, 1, Path.of("../docs/platforms/" + page + ".md"));

        assertThat(printed).isNotEmpty().isSubsetOf(compiled);
    }

    private static List<String> blocks(Pattern pattern, int group, Path file) throws IOException {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (matcher.find()) {
            found.add(matcher.group(group).replaceAll("\\s+", ""));
        }
        return found;
    }

    @Test
    void deviceExample_whenRun_reportsAndIsTold() {
        try (SharedTopicBroker broker =
                        SharedTopicBroker.start("rJ4xYq2Wb", "h7Pq_3kVzT", Set.of("Bkgk2zXb4", "BJpHJt1VW"));
                Connector connector = Connector.create()) {
            EasyIotConfig room = EasyIotConfig.builder()
                    .iotId("rJ4xYq2Wb")
                    .iotPwd(Secret.of("h7Pq_3kVzT"))
                    .topics(Map.of("light", "Bkgk2zXb4", "temperature", "BJpHJt1VW"))
                    .endpoint(broker.mqttUri().toString())
                    .build();

            Device device = examples.device(connector, room);
            device.awaitOnline(Await.LIMIT);
            broker.send("Bkgk2zXb4", "on");

            Await.until("the lamp is on", () -> examples.switched.equals(List.of(true)));
            Await.until(
                    "the report is there",
                    () -> broker.received().stream()
                            .anyMatch(message -> message.text().equals("21.5")));
        }
    }

    @Test
    void siotExample_whenRun_hasTheTopicsOfTheServer() {
        assertThat(examples.siot().topics()).isEqualTo(Map.of("light", "siot/lamp", "temperature", "siot/window"));
    }

    @Test
    void httpExample_whenRun_sendsAndReads() throws IOException {
        try (MockWebServer server = new MockWebServer();
                Http http = Http.create()) {
            server.start();
            server.enqueue(new MockResponse.Builder().body("{\"code\":1}").build());
            server.enqueue(new MockResponse.Builder()
                    .body("{\"code\":1,\"data\":[{\"ID\":1,\"Topic\":\"siot/window\",\"Content\":\"21.5\","
                            + "\"Created\":\"2026-11-20 12:00:00\"}]}")
                    .build());
            SiotConfig room = examples.siot()
                    .newBuilder()
                    .apiEndpoint(server.url("/").uri())
                    .build();

            assertThat(examples.http(http, room))
                    .singleElement()
                    .satisfies(message -> assertThat(message.content()).isEqualTo("21.5"));
        }
    }
}
