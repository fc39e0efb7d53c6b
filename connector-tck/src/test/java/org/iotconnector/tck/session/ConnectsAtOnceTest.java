package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.VirtualTime;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.ScriptedTransport;
import org.iotconnector.tck.ScriptedTransports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many connection attempts are under way at the same time. */
class ConnectsAtOnceTest {
    private static final int AT_ONCE = 3;

    private final VirtualTime time = VirtualTime.create();
    private final ScriptedTransports transports = new ScriptedTransports(Script.MANUAL);
    private final Connector connector = Connector.builder()
            .transports(transports)
            .time(time)
            .jitter(() -> 0.5)
            .connectsAtOnce(AT_ONCE)
            .build();
    private final List<MqttSession> sessions = new ArrayList<>();

    @AfterEach
    void close() {
        connector.close(Duration.ZERO);
    }

    private void open(int count) {
        ConnectParameters parameters = ConnectParameters.builder(
                        Endpoint.parse("mqtt://broker.invalid:1883"), ClientIdentifier.of("client"))
                .build();
        for (int i = 0; i < count; i++) {
            sessions.add(connector.session(SessionConfig.of(parameters, SessionOptions.standard())));
        }
    }

    private List<Integer> asked() {
        return transports.all().stream()
                .map(ScriptedTransport::connects)
                .map(List::size)
                .toList();
    }

    @Test
    void attempts_moreThanAllowedAtOnce_waitUntilOneIsOver() {
        open(5);
        assertThat(asked()).containsExactly(1, 1, 1, 0, 0);

        transports.all().get(1).current().accept();
        assertThat(asked()).containsExactly(1, 1, 1, 1, 0);

        transports.all().get(0).current().lose();
        assertThat(asked()).containsExactly(1, 1, 1, 1, 1);
    }

    @Test
    void attempt_thatWaits_doesNotTimeOut() {
        open(4);

        time.advance(Duration.ofSeconds(9));

        assertThat(sessions.get(3).state().phase()).isEqualTo(SessionPhase.CONNECTING);
        time.advance(Duration.ofMillis(1_100));
        // The others have timed out and made room.
        assertThat(asked()).containsExactly(1, 1, 1, 1);
        assertThat(sessions.get(3).state().failure()).isEmpty();
    }

    @Test
    void session_closedWhileItWaits_takesNobodysPlace() {
        open(5);

        sessions.get(3).closeAsync();
        transports.all().get(0).current().accept();

        assertThat(asked()).containsExactly(1, 1, 1, 0, 1);
    }

    @Test
    void session_closedDuringItsAttempt_makesRoom() {
        open(4);

        sessions.get(2).closeAsync();

        assertThat(asked()).containsExactly(1, 1, 1, 1);
    }
}
