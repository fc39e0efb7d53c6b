package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iotconnector.tck.session.Bench.seconds;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Credentials that end while the connection lasts. */
class RenewalTest {
    private final Bench bench = new Bench(Script.CONNECTING);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void credentials_aFifthBeforeTheirEnd_areReplacedByNewOnes() {
        bench.life = seconds(30);
        MqttSession session = bench.open();

        bench.time.advance(seconds(23));
        int before = bench.wire().connects().size();
        bench.time.advance(seconds(2));

        assertThat(before).isEqualTo(1);
        assertThat(bench.wire().connects()).hasSize(2);
        assertThat(bench.computed).hasSize(2).doesNotHaveDuplicates();
        assertThat(session.state().phase()).isEqualTo(SessionPhase.ONLINE);
    }

    @Test
    void credentials_thatLastLong_areReplacedHalfAMinuteBeforeTheirEnd() {
        bench.life = seconds(86_400);
        bench.open();

        bench.time.advance(seconds(86_400 - 31));
        int before = bench.wire().connects().size();
        bench.time.advance(seconds(2));

        assertThat(before).isEqualTo(1);
        assertThat(bench.wire().connects()).hasSize(2);
    }

    @Test
    void credentials_withoutAnEnd_areNeverReplaced() {
        bench.open();

        bench.time.advance(seconds(1_000_000));

        assertThat(bench.wire().connects()).hasSize(1);
    }

    @Test
    void renewal_ofAHealthyConnection_isNoFailure() {
        bench.life = seconds(30);
        MqttSession session = bench.open();
        List<SessionState> states = new CopyOnWriteArrayList<>();
        session.onState(states::add);

        for (int i = 0; i < 10; i++) {
            bench.time.advance(seconds(25));
        }

        assertThat(bench.wire().connects()).hasSize(11);
        assertThat(states).allSatisfy(state -> {
            assertThat(state.failure()).isEmpty();
            assertThat(state.failures()).isZero();
        });
    }

    @Test
    void renewal_withAMessageInFlight_waitsForItsAcknowledgement() {
        bench.life = seconds(30);
        MqttSession session = bench.open();
        bench.time.advance(seconds(23));
        Bench.publish(session, "in flight");

        bench.time.advance(seconds(2));
        int whileInFlight = bench.wire().connects().size();
        bench.wire().inFlight().get(0).acknowledge();

        assertThat(whileInFlight).isEqualTo(1);
        assertThat(bench.wire().connects()).hasSize(2);
        assertThat(bench.sent()).containsExactly("in flight");
    }

    @Test
    void renewal_withAMessageThatIsNeverAcknowledged_goesOnAndRepeatsIt() {
        bench.life = seconds(30);
        MqttSession session = bench.open();
        Bench.publish(session, "unanswered");

        bench.time.advance(seconds(30));

        assertThat(bench.wire().connects()).hasSize(2);
        assertThat(bench.sent()).containsExactly("unanswered", "unanswered");
        assertThat(session.ledger().accepted()).isEqualTo(1);
    }

    @Test
    void renewal_whileMessagesAreAccepted_sendsThemOnTheNewConnection() {
        bench.life = seconds(30);
        MqttSession session = bench.open();
        Bench.publish(session, "first");
        bench.time.advance(seconds(25));

        Bench.publish(session, "second");
        List<String> duringTheWait = bench.sent();
        bench.wire().inFlight().get(0).acknowledge();

        assertThat(duringTheWait).containsExactly("first");
        assertThat(bench.sent()).containsExactly("first", "second");
    }

    @Test
    void renewal_againstTheConnectQuota_waitsForIt() {
        bench.life = seconds(10);
        Quotas onePerMinute = new Quotas(List.of(Quotas.Rate.of(Quotas.Counted.CONNECT, 1, seconds(60))), 16, 1_024, 8);
        MqttSession session = bench.open(SessionOptions.standard(), onePerMinute);

        bench.time.advance(seconds(30));

        assertThat(bench.wire().connects()).hasSize(1);
        assertThat(session.state().phase()).isEqualTo(SessionPhase.WAITING);
        bench.time.advance(seconds(31));
        assertThat(session.state().phase()).isEqualTo(SessionPhase.ONLINE);
    }

    @Test
    void session_withShortLivedCredentials_survivesForcedReconnectsForMinutes() {
        bench.life = seconds(30);
        MqttSession session = bench.open();
        Instant start = bench.time.now();

        while (bench.time.now().isBefore(start.plus(seconds(300)))) {
            bench.time.advance(seconds(17));
            bench.wire().lose();
            bench.waitOut(session);
        }

        assertThat(session.state().phase()).isEqualTo(SessionPhase.ONLINE);
        assertThat(bench.computed).doesNotHaveDuplicates();
        assertThat(bench.wire().violations()).isEmpty();
    }
}
