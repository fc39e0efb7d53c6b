package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iotconnector.tck.session.Bench.seconds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;
import org.iotconnector.tck.ConnectRequest;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.ScriptedTransport;
import org.iotconnector.tck.SubscribeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many sessions under one platform's connect quota. */
class ConnectPacingTest {
    private static final int SESSIONS = 500;
    private static final int A_SECOND = 50;
    private static final Quotas ACCOUNT = new Quotas(
            List.of(new Rate(Counted.CONNECT, A_SECOND, Duration.ofSeconds(1), "account:demo")), 16, 1_000_000, 100);

    private final Bench bench = new Bench(Script.WILLING);
    private final List<MqttSession> sessions = new ArrayList<>();

    @AfterEach
    void close() {
        bench.close();
    }

    private void openAll() {
        SessionConfig config = bench.config(SessionOptions.standard(), ACCOUNT);
        for (int i = 0; i < SESSIONS; i++) {
            sessions.add(bench.connector.session(config));
        }
    }

    private long online() {
        return sessions.stream()
                .filter(session -> session.state().phase() == SessionPhase.ONLINE)
                .count();
    }

    private void advance(int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            bench.time.advance(Duration.ofMillis(100));
        }
    }

    private void assertPaced(List<Instant> connects) {
        for (int i = A_SECOND; i < connects.size(); i++) {
            assertThat(Duration.between(connects.get(i - A_SECOND), connects.get(i)))
                    .isGreaterThanOrEqualTo(seconds(1));
        }
    }

    @Test
    void sessionsOfOneAccount_openedTogether_connectAtTheAccountsRateInOrder() {
        openAll();

        assertThat(online()).isEqualTo(A_SECOND);
        advance(SESSIONS / A_SECOND);
        assertThat(online()).isEqualTo(SESSIONS);
        assertPaced(bench.computed);
        assertThat(bench.computed).hasSize(SESSIONS);
    }

    @Test
    void sessionsOfOneAccount_thatLostTheirServer_comeBackAtTheAccountsRate() {
        openAll();
        advance(SESSIONS / A_SECOND);
        bench.computed.clear();

        bench.transports.all().forEach(ScriptedTransport::lose);
        assertThat(online()).isZero();
        // The first second is the backoff's own.
        advance(SESSIONS / A_SECOND + 2);

        assertThat(online()).isEqualTo(SESSIONS);
        assertPaced(bench.computed);
        assertThat(bench.computed).hasSize(SESSIONS);
    }

    @Test
    void sessionsThatWait_areToldTheirTurnOnce() {
        openAll();

        MqttSession last = sessions.get(SESSIONS - 1);

        assertThat(last.state().phase()).isEqualTo(SessionPhase.WAITING);
        assertThat(last.state().retryIn()).contains(seconds(SESSIONS / A_SECOND - 1));
    }

    @Test
    void oneRefusedSession_ofMany_delaysNoOther() {
        AtomicBoolean refused = new AtomicBoolean();
        bench.transports.script(new Script() {
            @Override
            public void onConnect(ConnectRequest request) {
                if (refused.compareAndSet(false, true)) {
                    request.fail(Failure.of(FailureKind.CREDENTIAL_REFUSED, "Refused.", "Check the key.", null));
                } else {
                    request.accept();
                }
            }

            @Override
            public void onSubscribe(SubscribeRequest request) {
                request.grant();
            }
        });

        openAll();
        advance(SESSIONS / A_SECOND);

        assertThat(online()).isEqualTo(SESSIONS - 1);
        assertThat(sessions.get(0).state().failure()).isPresent();
    }
}
