package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iotconnector.tck.session.Bench.seconds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;
import org.iotconnector.tck.ConnectRequest;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectQuotaAndTakeoverTest {
    private final Bench bench = new Bench(Script.MANUAL);

    @AfterEach
    void close() {
        bench.close();
    }

    private Duration failAndGetDelay(MqttSession session) {
        bench.wire().current().fail(Failure.of(FailureKind.UNREACHABLE, "Nothing there.", "", null));
        return session.state().retryIn().orElseThrow();
    }

    @Test
    void connects_withAQuota_neverExceedItInAnyStretchOfItsPeriod() {
        bench.jitter = 0;
        bench.transports.script(new Script() {
            @Override
            public void onConnect(ConnectRequest request) {
                request.lose();
            }
        });
        SessionOptions hasty = Bench.options()
                .reconnect(ReconnectPolicy.standard().withDelays(Duration.ofMillis(10), Duration.ofMillis(50)))
                .build();
        Quotas fivePerMinute =
                new Quotas(List.of(Rate.of(Counted.CONNECT, 5, Duration.ofMinutes(1))), 16, 1_000_000, 100);

        bench.open(hasty, fivePerMinute);
        for (int i = 0; i < 600; i++) {
            bench.time.advance(seconds(1));
        }

        assertThat(bench.computed).hasSizeBetween(45, 55);
        for (int i = 5; i < bench.computed.size(); i++) {
            assertThat(Duration.between(bench.computed.get(i - 5), bench.computed.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void connect_byTheUser_keepsToTheQuotaToo() {
        Quotas onePerMinute =
                new Quotas(List.of(Rate.of(Counted.CONNECT, 1, Duration.ofMinutes(1))), 16, 1_000_000, 100);
        MqttSession session = bench.open(SessionOptions.standard(), onePerMinute);
        bench.wire().current().lose();

        session.connect();

        assertThat(bench.wire().connects()).hasSize(1);
        bench.time.advance(seconds(61));
        assertThat(bench.wire().connects()).hasSize(2);
    }

    @Test
    void connectionsThatLastLessThanTwoMinutes_threeInARow_areATakeover() {
        MqttSession session = bench.open();
        for (int i = 1; i <= 3; i++) {
            bench.wire().current().accept();
            bench.time.advance(seconds(40));
            bench.wire().lose();
            FailureKind kind = session.state().failure().orElseThrow().kind();
            assertThat(kind).isEqualTo(i < 3 ? FailureKind.CONNECTION_CLOSED : FailureKind.DUPLICATE_CLIENT);
            if (i < 3) {
                bench.waitOut(session);
            }
        }

        Failure failure = session.state().failure().orElseThrow();
        assertThat(failure.advice()).contains("same identity");
        assertThat(session.state().retryIn().orElseThrow()).isGreaterThanOrEqualTo(seconds(15));
    }

    @Test
    void connectionsThatLastLonger_manyInARow_areNoTakeover() {
        MqttSession session = bench.open();
        for (int i = 1; i <= 5; i++) {
            bench.wire().current().accept();
            bench.time.advance(seconds(130));
            bench.wire().lose();
            bench.waitOut(session);
        }

        assertThat(session.state().failure().map(Failure::kind)).contains(FailureKind.CONNECTION_CLOSED);
    }

    @Test
    void failedAttempts_betweenShortConnections_doNotCountAsTakeover() {
        MqttSession session = bench.open();
        for (int i = 1; i <= 5; i++) {
            failAndGetDelay(session);
            bench.waitOut(session);
        }

        assertThat(session.state().failure().map(Failure::kind)).contains(FailureKind.UNREACHABLE);
    }

    @Test
    void connectCode_thatThePlatformKnows_isExplainedByThePlatform() {
        Failure known = Failure.ofCode(FailureKind.BANNED, 7, "Locked out.", "Wait an hour.")
                .retryAfter(Duration.ofHours(1));
        SessionConfig plain = bench.config(SessionOptions.standard(), Quotas.UNLIMITED);
        MqttSession session = bench.connector.session(new SessionConfig(
                "bench",
                plain.parameters(),
                code -> code == 7 ? Optional.of(known) : Optional.empty(),
                Quotas.UNLIMITED,
                "bench",
                SessionOptions.standard()));

        bench.wire().current().fail(Failure.ofCode(FailureKind.PROTOCOL_ERROR, 7, "Code 7.", ""));

        assertThat(session.state().failure().map(Failure::kind)).contains(FailureKind.BANNED);
        assertThat(session.state().retryIn().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }
}
