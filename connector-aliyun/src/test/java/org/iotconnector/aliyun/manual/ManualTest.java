package org.iotconnector.aliyun.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iotconnector.aliyun.AliyunConfig;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ManualTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLE = Pattern.compile("// tag::(\\S+)\\[]\n(.*?)// end::\\1\\[]", Pattern.DOTALL);

    private final ManualExamples examples = new ManualExamples();

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md", "docs/platforms/aliyun.md"})
    void page_everyJavaBlock_isCompiledCode(String page) throws IOException {
        List<String> compiled =
                blocks(EXAMPLE, 2, Path.of("src/test/java/org/iotconnector/aliyun/manual/ManualExamples.java"));

        List<String> printed = blocks(JAVA_BLOCK, 1, ROOT.resolve(page));

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
    void blockingStyleAndCustomTopics_onTheSimulator_work() throws Exception {
        try (Simulator simulator = Simulator.demo();
                Connector connector = Connector.create()) {
            AliyunConfig config = AliyunConfig.builder()
                    .productKey("a1Demo0Prod")
                    .deviceName("lamp-1")
                    .deviceSecret(Secret.of("0123456789abcdef0123456789abcdef"))
                    .endpoint(simulator.aliyun().mqttUri().toString())
                    .build();
            Device lamp = connector.open(config);
            lamp.awaitOnline(Duration.ofSeconds(10));
            String topic = "/a1Demo0Prod/lamp-1/user/get";

            examples.customTopics(config, lamp.session(), Bytes.ofUtf8("raw"));
            simulator.aliyun().device("a1Demo0Prod/lamp-1").awaitSubscribed(topic, Duration.ofSeconds(10));
            simulator.aliyun().device("a1Demo0Prod/lamp-1").publish(topic, "hello".getBytes(StandardCharsets.UTF_8), 1);
            simulator.aliyun().await("the message", () -> examples.shown.contains("hello"), Duration.ofSeconds(10));

            CompletableFuture.runAsync(
                    () -> simulator
                            .aliyun()
                            .device("a1Demo0Prod/lamp-1")
                            .publish(topic, "again".getBytes(StandardCharsets.UTF_8), 1),
                    CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
            examples.blockingStyle(lamp);

            assertThat(examples.led.text).isEqualTo("again");
        }
    }
}
