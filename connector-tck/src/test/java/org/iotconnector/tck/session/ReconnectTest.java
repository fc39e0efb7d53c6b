package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iotconnector.tck.session.Bench.seconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.tck.ConnectRequest;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReconnectTest {
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
    void parameters_atEveryAttempt_areComputedForItsTime() {
        MqttSession session = bench.open();
        for (int i = 0; i < 4; i++) {
            failAndGetDelay(session);
            bench.waitOut(session);
        }

        assertThat(bench.computed).hasSize(5).doesNotHaveDuplicates();
        assertThat(bench.wire().connects())
                .extracting(request -> request.parameters().clientIdentifier().text())
                .containsExactlyElementsOf(bench.computed.stream()
                        .map(now -> "bench|" + now.toEpochMilli())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 0.999_999})
    void delay_ofFailuresInARow_isDrawnFromRangesThatDouble(double jitter) {
        bench.jitter = jitter;
        ReconnectPolicy policy = ReconnectPolicy.standard();
        MqttSession session = bench.open();

        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            delays.add(failAndGetDelay(session));
            bench.waitOut(session);
        }

        for (int i = 0; i < delays.size(); i++) {
            long cap =
                    Math.min(policy.maxDelay().toMillis(), policy.initialDelay().toMillis() << i);
            long floor = policy.minDelay().toMillis();
            double expected = floor + (cap - floor) * jitter;
            assertThat(delays.get(i).toMillis()).isBetween((long) expected - 1, (long) expected + 1);
        }
    }

    @Test
    void delay_afterAShortConnection_goesOnGrowing() {
        bench.jitter = 0.999_999;
        MqttSession session = bench.open();
        Duration first = failAndGetDelay(session);
        bench.waitOut(session);
        bench.wire().current().accept();
        bench.time.advance(seconds(29));

        Duration second = failAndGetDelay(session);

        assertThat(second).isGreaterThan(first.multipliedBy(2).minusMillis(10));
    }

    @Test
    void delay_afterAStableConnection_startsAnew() {
        bench.jitter = 0.999_999;
        MqttSession session = bench.open();
        Duration first = failAndGetDelay(session);
        bench.waitOut(session);
        failAndGetDelay(session);
        bench.waitOut(session);
        bench.wire().current().accept();
        bench.time.advance(seconds(31));

        Duration next = failAndGetDelay(session);

        assertThat(next).isEqualTo(first);
        assertThat(session.state().failures()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void delay_ofKindsThatSlowDown_isAtLeastHalfTheSlowOne(FailureKind kind) {
        bench.jitter = 0;
        MqttSession session = bench.open();

        bench.wire().current().fail(Failure.of(kind, "It failed.", "", null));

        Duration delay = session.state().retryIn().orElseThrow();
        if (kind.slowsDown()) {
            assertThat(delay).isEqualTo(seconds(15));
        } else {
            assertThat(delay).isEqualTo(Duration.ofMillis(100));
        }
    }

    @Test
    void delay_whenTheServerAsksForMore_isWhatItAsksFor() {
        MqttSession session = bench.open();

        bench.wire()
                .current()
                .fail(Failure.of(FailureKind.THROTTLED, "Slow down.", "Wait.", null)
                        .retryAfter(Duration.ofHours(1)));
        int attempts = bench.wire().connects().size();
        bench.time.advance(Duration.ofMinutes(59));

        assertThat(session.state().phase()).isEqualTo(SessionPhase.WAITING);
        assertThat(bench.wire().connects()).hasSize(attempts);
        bench.time.advance(Duration.ofMinutes(1));
        assertThat(bench.wire().connects()).hasSize(attempts + 1);
    }

    @Test
    void refusals_upToTheLimit_stopTheSessionUntilItIsAskedAgain() {
        SessionOptions options = Bench.options()
                .reconnect(ReconnectPolicy.standard().withStopAfterRefusals(3))
                .build();
        MqttSession session = bench.open(options);
        for (int i = 0; i < 2; i++) {
            bench.wire().current().refuse();
            bench.waitOut(session);
        }
        bench.wire().current().refuse();
        bench.time.advance(Duration.ofHours(1));

        assertThat(session.state().phase()).isEqualTo(SessionPhase.STOPPED);
        assertThat(session.state().willRetry()).isFalse();
        assertThat(bench.wire().connects()).hasSize(3);
        session.connect();
        assertThat(bench.wire().connects()).hasSize(4);
    }

    @Test
    void refusals_withoutALimit_areRetriedForEverAndSlowly() {
        MqttSession session = bench.open();
        for (int i = 0; i < 20; i++) {
            bench.wire().current().refuse();
            assertThat(session.state().retryIn().orElseThrow()).isBetween(seconds(15), Duration.ofMinutes(15));
            bench.waitOut(session);
        }

        assertThat(bench.wire().connects()).hasSize(21);
    }

    @Test
    void connect_whileWaiting_triesAtOnce() {
        MqttSession session = bench.open();
        bench.wire().current().refuse();

        session.connect();

        assertThat(session.state().phase()).isEqualTo(SessionPhase.CONNECTING);
        assertThat(bench.wire().connects()).hasSize(2);
    }

    @Test
    void connect_whileConnectingOrOnline_changesNothing() {
        MqttSession session = bench.open();
        session.connect();
        bench.wire().current().accept();
        session.connect();

        assertThat(bench.wire().connects()).hasSize(1);
        assertThat(session.state().phase()).isEqualTo(SessionPhase.ONLINE);
    }

    @Test
    void attempt_withoutAnswer_endsAtTheTimeoutAndIsRetried() {
        SessionOptions options = Bench.options().connectTimeout(seconds(7)).build();
        MqttSession session = bench.open(options);
        bench.time.advance(seconds(6));
        assertThat(session.state().phase()).isEqualTo(SessionPhase.CONNECTING);

        bench.time.advance(seconds(1));

        assertThat(session.state().phase()).isEqualTo(SessionPhase.WAITING);
        assertThat(session.state().failure().map(Failure::kind)).contains(FailureKind.TIMEOUT);
        assertThat(session.state().failure().map(Failure::message).orElse("")).contains("7000 ms");
        assertThat(bench.wire().disconnects()).isEqualTo(1);
        bench.waitOut(session);
        assertThat(bench.wire().connects()).hasSize(2);
        assertThat(bench.wire().violations()).isEmpty();
    }

    @Test
    void answer_ofAnAttemptThatWasGivenUp_isIgnored() {
        MqttSession session = bench.open();
        ConnectRequest late = bench.wire().current();
        bench.time.advance(seconds(10));

        late.lose();
        late.lose();

        assertThat(session.state().failures()).isEqualTo(1);
    }

    @Test
    void parameters_thatCannotBeComputed_areRetriedWithoutShowingTheReason() {
        MqttSession session = failingParameters(new IllegalStateException("key k9WmZq3T is broken"));

        assertThat(session.state().phase()).isEqualTo(SessionPhase.WAITING);
        assertThat(session.state().toString()).doesNotContain("k9WmZq3T");
        bench.waitOut(session);
        assertThat(session.state().phase()).isEqualTo(SessionPhase.CONNECTING);
    }

    @Test
    void parameters_thatFailWithAnError_areRetried() {
        MqttSession session = failingParameters(new NoClassDefFoundError("javax/crypto/Mac"));

        assertThat(session.state().phase()).isEqualTo(SessionPhase.WAITING);
        bench.waitOut(session);
        assertThat(session.state().phase()).isEqualTo(SessionPhase.CONNECTING);
    }

    private static RuntimeException sneaky(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    @Test
    void endpoint_ofEachAttempt_isTheOneComputedForIt() {
        bench.open();

        assertThat(bench.wire().current().parameters().endpoint().transport()).isEqualTo(Endpoint.Transport.TCP);
        assertThat(bench.wire().current().limits().timeout()).isEqualTo(seconds(10));
    }

    private MqttSession failingParameters(Throwable firstFailure) {
        AtomicInteger calls = new AtomicInteger();
        SessionConfig plain = bench.config(SessionOptions.standard(), Quotas.UNLIMITED);
        SessionConfig config = new SessionConfig(
                "bench",
                now -> {
                    if (calls.incrementAndGet() == 1) {
                        throw sneaky(firstFailure);
                    }
                    return plain.parameters().apply(now);
                },
                plain.connectCodes(),
                plain.quotas(),
                plain.quotaScope(),
                plain.options());
        try {
            return bench.connector.session(config);
        } catch (Error escaped) {
            throw new AssertionError("The provider's error reached the caller of session()", escaped);
        }
    }
}
