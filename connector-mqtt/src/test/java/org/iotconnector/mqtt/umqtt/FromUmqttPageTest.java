package org.iotconnector.mqtt.umqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the pages for those who come from {@code umqtt} to the tests that run their code. */
class FromUmqttPageTest {
    private static final Path TESTS = Path.of("src/test/java/org/iotconnector/mqtt/umqtt");
    private static final Pattern TEST =
            Pattern.compile("@(?:Parameterized)?Test\n(.*?)(?=\n    @(?:Parameterized)?Test\n|\\z)", Pattern.DOTALL);
    private static final Pattern PIECE = Pattern.compile("// tag::(\\S+)\\[]\n(.*?)// end::\\1\\[]", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern ROW = Pattern.compile("^\\| (.*?) \\| (.*?) \\| (.*?) \\|$", Pattern.MULTILINE);
    private static final List<String> NAMES = List.of(
            "client_id",
            "server",
            "port",
            "user",
            "password",
            "keepalive",
            "ssl",
            "ssl_params",
            "set_callback",
            "set_last_will",
            "connect()",
            "clean_session",
            "MQTTException",
            "disconnect()",
            "ping()",
            "publish(topic, msg)",
            "retain=True",
            "qos=1",
            "qos=2",
            "subscribe(topic, qos)",
            "wait_msg()",
            "check_msg()",
            "DEBUG",
            "DELAY",
            "delay(i)",
            "log(in_reconnect, e)",
            "reconnect()",
            "check_msg(attempts)",
            "reconn=True",
            "reconn=False",
            "version=3",
            "version=4",
            "error_register_cb",
            "get_mqttsta()",
            "close()");

    @ParameterizedTest
    @ValueSource(strings = {"from-umqtt.md", "from-umqtt.zh-CN.md"})
    void page_everyRow_isThePieceOfATest(String page) throws IOException {
        List<String> tested = pieces();

        List<String> printed = rows(page).map(row -> code(row.get(1))).toList();

        assertThat(printed).containsExactlyInAnyOrderElementsOf(tested);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from-umqtt.md", "from-umqtt.zh-CN.md"})
    void page_everyFunction_hasARow(String page) throws IOException {
        String left = rows(page).map(row -> row.get(0)).collect(Collectors.joining("\n"));

        assertThat(left).contains(NAMES);
    }

    private static Stream<List<String>> rows(String page) throws IOException {
        return ROW.matcher(Files.readString(Path.of("../docs", page)))
                .results()
                .map(row -> List.of(row.group(1), row.group(2), row.group(3)))
                .filter(row -> row.get(1).startsWith("`"));
    }

    private static String code(String cell) {
        return CODE.matcher(cell).results().map(span -> bare(span.group(1))).collect(Collectors.joining());
    }

    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }

    /** Only what stands in a test method counts, for only that is run. */
    private static List<String> pieces() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(TESTS)) {
            for (Path file : files.filter(path -> !path.endsWith("FromUmqttPageTest.java"))
                    .toList()) {
                Matcher test = TEST.matcher(Files.readString(file));
                while (test.find()) {
                    PIECE.matcher(test.group(1)).results().forEach(piece -> found.add(bare(piece.group(2))));
                }
            }
        }
        return found;
    }
}
