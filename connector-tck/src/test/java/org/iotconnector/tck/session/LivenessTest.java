package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.Silence;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.Test;

/** Connections that are dead without having ended. The keep alive is 60 s. */
class LivenessTest {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);

    private static MqttSession online(Bench bench) {
        MqttSession session = bench.open();
        Await.until("it is online", () -> session.state().phase() == SessionPhase.ONLINE);
        return session;
    }

    /** A transport that asks after one keep alive of silence, and whose server was last heard at {@code heardAt}. */
    private static Optional<Silence> silence(Bench bench, long heardAt) {
        Duration silent = Duration.ofNanos(bench.time.nanoTime() - heardAt);
        Duration asked = silent.minus(KEEP_ALIVE);
        return Optional.of(new Silence(silent, asked.isNegative() ? Optional.empty() : Optional.of(asked)));
    }

    @Test
    void deadServer_isGivenUpWithinOneAndAHalfKeepAlives() {
        try (Bench bench = new Bench(Script.CONNECTING)) {
            MqttSession session = online(bench);
            long heardAt = bench.time.nanoTime();
            bench.wire().silence(() -> silence(bench, heardAt));

            bench.time.advance(Duration.ofSeconds(89));
            assertThat(session.state().phase()).isEqualTo(SessionPhase.ONLINE);
            bench.time.advance(Duration.ofSeconds(1));

            Await.until("it is given up", () -> session.state().phase() == SessionPhase.WAITING);
            assertThat(session.state().failure()).hasValueSatisfying(failure -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT);
                assertThat(failure.message())
                        .startsWith("Nothing has come from ")
                        .endsWith(" s, not even the answer to a ping; the connection is dead.");
                assertThat(failure.advice()).contains("keepAlive");
            });
        }
    }

    @Test
    void quietServer_thatAnswersPings_isKept() {
        try (Bench bench = new Bench(Script.CONNECTING)) {
            MqttSession session = online(bench);
            long begin = bench.time.nanoTime();

            for (int ping = 1; ping <= 60; ping++) {
                // The answer comes late, but within half a keep alive.
                long heardAt = begin
                        + KEEP_ALIVE.plusSeconds(29).multipliedBy(ping - 1).toNanos();
                bench.wire().silence(() -> silence(bench, heardAt));
                bench.time.advance(KEEP_ALIVE.plusSeconds(29));
            }

            assertThat(session.state().phase()).isEqualTo(SessionPhase.ONLINE);
            assertThat(bench.wire().connects()).hasSize(1);
        }
    }

    @Test
    void silentServer_thatWasNeverAsked_isKept() {
        try (Bench bench = new Bench(Script.CONNECTING)) {
            MqttSession session = online(bench);
            long heardAt = bench.time.nanoTime();
            bench.wire()
                    .silence(() -> Optional.of(
                            new Silence(Duration.ofNanos(bench.time.nanoTime() - heardAt), Optional.empty())));

            bench.time.advance(Duration.ofHours(1));

            assertThat(session.state().phase()).isEqualTo(SessionPhase.ONLINE);
        }
    }

    @Test
    void serverOfWhichNothingIsKnown_isKept() {
        try (Bench bench = new Bench(Script.CONNECTING)) {
            MqttSession session = online(bench);

            bench.time.advance(Duration.ofHours(1));

            assertThat(session.state().phase()).isEqualTo(SessionPhase.ONLINE);
        }
    }

    @Test
    void serverAskedLate_hasHalfAKeepAliveToAnswer() {
        try (Bench bench = new Bench(Script.CONNECTING)) {
            MqttSession session = online(bench);
            long heardAt = bench.time.nanoTime();
            long askedAt = heardAt + Duration.ofSeconds(200).toNanos();
            bench.wire().silence(() -> {
                Duration silent = Duration.ofNanos(bench.time.nanoTime() - heardAt);
                Duration asked = Duration.ofNanos(bench.time.nanoTime() - askedAt);
                return Optional.of(new Silence(silent, asked.isNegative() ? Optional.empty() : Optional.of(asked)));
            });

            bench.time.advance(Duration.ofSeconds(229));
            assertThat(session.state().phase()).isEqualTo(SessionPhase.ONLINE);
            bench.time.advance(Duration.ofSeconds(31));

            Await.until("it is given up", () -> session.state().phase() == SessionPhase.WAITING);
        }
    }
}
