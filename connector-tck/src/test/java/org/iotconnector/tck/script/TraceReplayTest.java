package org.iotconnector.tck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the trace of a session is a script that takes another session through the same states. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TraceReplayTest {
    private final ScriptBench bench = new ScriptBench();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AfterAll
    void close() {
        bench.close();
    }

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/org/iotconnector/tck/script"))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static String onlyTrace(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return Files.readString(all.get(0));
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void trace_ofASession_replaysTheSameStates(Path file) throws IOException {
        ScriptResult first = FaultScript.parse(Files.readString(file)).runTraced(bench, folder);
        SessionTraceText trace = SessionTraceText.parse(onlyTrace(folder));

        ScriptResult again = trace.script().run(bench);

        assertThat(trace.stateNames()).isEqualTo(withoutIdle(first));
        assertThat(withoutIdle(again)).as(trace.script().toString()).isEqualTo(trace.stateNames());
        assertThat(again.connects()).isEqualTo(first.connects());
    }

    private static List<String> withoutIdle(ScriptResult result) {
        return result.stateNames().stream().filter(name -> !name.equals("IDLE")).toList();
    }

    @Test
    void trace_ofASession_holdsOneLineForEachPacketAndNoCredentials() throws IOException {
        FaultScript.parse("subscribe a/b, publish to t of 20 bytes, refuse with 4, accept after 120 ms, deliver to a/b,"
                        + " kick")
                .runTraced(bench, folder);

        String trace = onlyTrace(folder);

        assertThat(trace)
                .contains(
                        "> CONNECT mqtt://broker.invalid:1883 client script keep alive 60 s clean start user [redacted]"
                                + " password [redacted]",
                        "! failed CREDENTIAL_REFUSED code 4",
                        "* WAITING(CREDENTIAL_REFUSED) for",
                        "< CONNACK accepted",
                        "> SUBSCRIBE 1 a/b 1",
                        "< SUBACK 1 a/b 1",
                        "* ONLINE",
                        "> PUBLISH 1 t QoS 1 20 bytes",
                        "< PUBACK 1",
                        "< PUBLISH r1 a/b QoS 1 1 bytes",
                        "> PUBACK r1",
                        "! lost CONNECTION_CLOSED",
                        "* CLOSED")
                .doesNotContain("password-at", "1....");
    }

    @Test
    void parse_ofWhatIsNoTrace_namesTheLine() {
        assertThatThrownBy(() -> SessionTraceText.parse("# session trace 1\nhello"))
                .isInstanceOf(ScriptSyntaxException.class)
                .hasMessage("Line 2: this is no line of a session trace: hello");
    }
}
