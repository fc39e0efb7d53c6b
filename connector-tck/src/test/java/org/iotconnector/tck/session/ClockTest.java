package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iotconnector.tck.session.Bench.seconds;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A refused login where this machine's clock and the platform's differ. */
class ClockTest {
    private final Bench bench = new Bench(Script.MANUAL);

    @AfterEach
    void close() {
        bench.close();
    }

    private void platformIsAheadBy(Duration difference) {
        bench.serverTime =
                () -> CompletableFuture.completedFuture(bench.time.now().plus(difference));
    }

    @Test
    void refusal_withAClockTooFarBehind_isTheClocksFault() {
        bench.life = seconds(3600);
        platformIsAheadBy(Duration.ofDays(1));
        MqttSession session = bench.open();

        bench.wire().current().refuse();

        Failure failure = session.state().failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(FailureKind.CLOCK);
        assertThat(failure.message()).contains("86400 s behind");
        assertThat(failure.advice()).contains("NTP");
        assertThat(failure.code()).contains(4);
    }

    @Test
    void attempt_afterTheClockWasFoundWrong_goesByThePlatformsTimeAndIsNotSlow() {
        bench.life = seconds(3600);
        platformIsAheadBy(Duration.ofDays(1));
        MqttSession session = bench.open();
        bench.wire().current().refuse();

        Duration delay = session.state().retryIn().orElseThrow();
        bench.waitOut(session);

        assertThat(delay).isLessThan(seconds(2));
        assertThat(bench.computed.get(1)).isEqualTo(bench.time.now().plus(Duration.ofDays(1)));
    }

    @Test
    void renewal_byACorrectedClock_countsThePlatformsTime() {
        bench.life = seconds(100);
        platformIsAheadBy(Duration.ofDays(1));
        MqttSession session = bench.open();
        bench.wire().current().refuse();
        bench.waitOut(session);
        bench.wire().current().accept();

        bench.time.advance(seconds(79));
        int before = bench.wire().connects().size();
        bench.time.advance(seconds(2));

        assertThat(before).isEqualTo(2);
        assertThat(bench.wire().connects()).hasSize(3);
    }

    @Test
    void refusal_withARightClock_staysARefusal() {
        bench.life = seconds(3600);
        platformIsAheadBy(seconds(2));
        MqttSession session = bench.open();

        bench.wire().current().refuse();

        assertThat(session.state().failure().orElseThrow().kind()).isEqualTo(FailureKind.CREDENTIAL_REFUSED);
        assertThat(session.state().retryIn().orElseThrow()).isGreaterThanOrEqualTo(seconds(15));
    }

    @Test
    void refusal_withAClockBehindByLessThanTheCredentialsLast_staysARefusal() {
        bench.life = seconds(3600);
        platformIsAheadBy(seconds(1800));
        MqttSession session = bench.open();

        bench.wire().current().refuse();

        assertThat(session.state().failure().orElseThrow().kind()).isEqualTo(FailureKind.CREDENTIAL_REFUSED);
    }

    @Test
    void refusal_whenThePlatformGivesNoTime_staysARefusal() {
        bench.life = seconds(3600);
        MqttSession session = bench.open();

        bench.wire().current().refuse();

        assertThat(session.state().failure().orElseThrow().kind()).isEqualTo(FailureKind.CREDENTIAL_REFUSED);
    }

    @Test
    void refusal_whenThePlatformsTimeDoesNotCome_isToldAfterFiveSeconds() {
        bench.serverTime = CompletableFuture::new;
        MqttSession session = bench.open();

        bench.wire().current().refuse();
        SessionPhase asking = session.state().phase();
        bench.time.advance(seconds(5));

        assertThat(asking).isEqualTo(SessionPhase.CONNECTING);
        assertThat(session.state().failure().orElseThrow().kind()).isEqualTo(FailureKind.CREDENTIAL_REFUSED);
    }

    @Test
    void close_whilePlatformIsAskedForItsTime_closes() {
        bench.serverTime = CompletableFuture::new;
        MqttSession session = bench.open();
        bench.wire().current().refuse();

        session.close();

        assertThat(session.state().phase()).isEqualTo(SessionPhase.CLOSED);
    }

    @Test
    void platform_afterFailuresThatAreNoRefusal_isNotAsked() {
        AtomicInteger asked = new AtomicInteger();
        bench.serverTime = () -> {
            asked.incrementAndGet();
            return CompletableFuture.completedFuture(bench.time.now());
        };
        bench.open();

        bench.wire().current().fail(Failure.of(FailureKind.UNREACHABLE, "Nothing there.", "", null));

        assertThat(asked).hasValue(0);
    }
}
