package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ListenerTest {
    private final Bench bench = new Bench(Script.MANUAL);
    private final List<SessionPhase> heard = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        bench.close();
    }

    private void awaitHeard(SessionPhase... phases) {
        Await.until("these phases are heard: " + List.of(phases), () -> heard.equals(List.of(phases)));
    }

    @Test
    void listener_overALife_hearsEveryStateInOrder() {
        MqttSession session = bench.open();
        session.onState(state -> heard.add(state.phase()));

        bench.wire().current().refuse();
        session.connect();
        bench.wire().current().accept();
        session.close();

        awaitHeard(
                SessionPhase.CONNECTING,
                SessionPhase.WAITING,
                SessionPhase.CONNECTING,
                SessionPhase.SUBSCRIBING,
                SessionPhase.ONLINE,
                SessionPhase.CLOSING,
                SessionPhase.CLOSED);
    }

    @Test
    void listener_addedLate_hearsThePresentState() {
        MqttSession session = bench.open();
        bench.wire().current().accept();

        session.onState(state -> heard.add(state.phase()));

        awaitHeard(SessionPhase.ONLINE);
    }

    @Test
    void listener_thatFails_hearsTheNextState() {
        MqttSession session = bench.open();
        session.onState(state -> {
            heard.add(state.phase());
            throw new IllegalStateException("listener is broken");
        });

        bench.wire().current().refuse();

        awaitHeard(SessionPhase.CONNECTING, SessionPhase.WAITING);
    }

    @Test
    void listener_thatBlocks_holdsUpNeitherSessionNorOthers() {
        MqttSession session = bench.open();
        CountDownLatch never = new CountDownLatch(1);
        session.onState(state -> never.await());
        session.onState(state -> heard.add(state.phase()));

        bench.wire().current().accept();

        Await.until("the other listener hears", () -> heard.contains(SessionPhase.ONLINE));
        assertThat(session.state().phase()).isEqualTo(SessionPhase.ONLINE);
        never.countDown();
    }

    @Test
    void listener_takenBack_hearsNothingMore() {
        MqttSession session = bench.open();
        Registration registration = session.onState(state -> heard.add(state.phase()));
        awaitHeard(SessionPhase.CONNECTING);

        registration.close();
        bench.wire().current().accept();
        session.close();

        assertThat(heard).containsExactly(SessionPhase.CONNECTING);
    }

    @Test
    void state_whileWaiting_saysWhyAndWhen() {
        MqttSession session = bench.open();

        bench.wire().current().refuse();

        SessionState state = session.state();
        assertThat(state.willRetry()).isTrue();
        assertThat(state.failure().orElseThrow().explain()).isEqualTo("Refused by the script. Check the credentials.");
        assertThat(state.retryIn()).isPresent();
        assertThat(state.toString())
                .contains("WAITING")
                .contains("CREDENTIAL_REFUSED")
                .contains("attempt 2");
    }
}
