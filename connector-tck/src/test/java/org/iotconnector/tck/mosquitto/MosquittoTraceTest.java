package org.iotconnector.tck.mosquitto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.net.FaultProxy;
import org.iotconnector.tck.script.ScriptResult;
import org.iotconnector.tck.script.SessionTraceText;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The trace of a session with a real broker, in trouble, takes a session in virtual time through the same states. */
@Timeout(60)
class MosquittoTraceTest {
    private final Set<String> arrived = ConcurrentHashMap.newKeySet();

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void trace_ofARealSessionThatIsCutAndShutOut_replaysTheSameStates(MqttVersion version, @TempDir Path folder)
            throws IOException {
        trouble(version, folder);
        SessionTraceText trace = SessionTraceText.parse(onlyTrace(folder));

        ScriptResult again = trace.script().run();

        assertThat(trace.stateNames()).contains("ONLINE", "CLOSED").anyMatch(state -> state.startsWith("WAITING("));
        assertThat(again.stateNames().stream().filter(state -> !state.equals("IDLE")))
                .as(trace.script().toString())
                .isEqualTo(trace.stateNames());
        assertThat(again.ledger().acknowledged()).isEqualTo(2);
    }

    private void trouble(MqttVersion version, Path folder) throws IOException {
        SessionOptions options = SessionOptions.builder()
                .reconnect(ReconnectPolicy.standard().withDelays(Duration.ofMillis(20), Duration.ofMillis(100)))
                .traceDirectory(folder)
                .build();
        try (Mosquitto broker = Mosquitto.start(version, Endpoint.Transport.TCP);
                FaultProxy relay = new FaultProxy(broker.port());
                Connector connector = Connector.create()) {
            MqttSession session = connector.session(
                    SessionConfig.of(broker.login("traced", relay.port()).build(), options));
            Await.value(session.subscribe("a/+", message -> arrived.add(message.text()))
                    .result());
            session.publish(Publication.text("a/b", "one"));
            Await.until("the first has come back", () -> arrived.contains("one"));
            relay.turnAway(true);
            relay.cut();
            Await.until("the loss is noticed", () -> session.state().phase() == SessionPhase.WAITING);
            session.publish(Publication.text("a/b", "two"));
            relay.turnAway(false);
            Await.until("the second has come back", () -> arrived.contains("two"));
            session.close();
        }
    }

    private static String onlyTrace(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return Files.readString(all.get(0));
        }
    }
}
