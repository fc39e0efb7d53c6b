package org.iotconnector.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionPhase;
import org.junit.jupiter.api.Test;

class SessionMachineTest {
    private static final Failure CLOSED = Failure.of(FailureKind.CONNECTION_CLOSED, "closed.", "", null);
    private static final Failure REFUSED = Failure.of(FailureKind.CREDENTIAL_REFUSED, "refused.", "", null);

    private final SessionMachine machine = new SessionMachine(ReconnectPolicy.standard());
    private SessionMachine.State state = SessionMachine.State.INITIAL;
    private List<SessionAction> actions = List.of();

    private void on(SessionEvent... events) {
        for (SessionEvent event : events) {
            SessionMachine.Step step = machine.step(state, event);
            state = step.state();
            actions = step.actions();
        }
    }

    private void online() {
        on(
                new SessionEvent.ConnectRequested(Duration.ZERO),
                new SessionEvent.Connected(1),
                new SessionEvent.Subscribed(1));
    }

    @Test
    void connectRequested_whenIdle_connects() {
        on(new SessionEvent.ConnectRequested(Duration.ZERO));

        assertThat(state.phase()).isEqualTo(SessionPhase.CONNECTING);
        assertThat(actions).contains(new SessionAction.Connect(1));
    }

    @Test
    void connectRequested_againstTheQuota_waitsFirst() {
        on(new SessionEvent.ConnectRequested(Duration.ofSeconds(3)));

        assertThat(state.phase()).isEqualTo(SessionPhase.WAITING);
        assertThat(actions).contains(new SessionAction.ArmRetry(0, Duration.ofSeconds(3)));
    }

    @Test
    void connected_holdsSendingUntilTheSubscriptionsAreAnswered() {
        on(new SessionEvent.ConnectRequested(Duration.ZERO), new SessionEvent.Connected(1));

        assertThat(state.phase()).isEqualTo(SessionPhase.SUBSCRIBING);
        assertThat(actions).doesNotContain(new SessionAction.ReleaseSending());

        on(new SessionEvent.Subscribed(1));

        assertThat(state.phase()).isEqualTo(SessionPhase.ONLINE);
        assertThat(actions).contains(new SessionAction.ReleaseSending());
    }

    @Test
    void disconnected_ofAnOlderAttempt_isIgnored() {
        online();
        on(new SessionEvent.Disconnected(1, CLOSED, 0), new SessionEvent.RetryDue(1, Duration.ZERO));

        on(new SessionEvent.Disconnected(1, CLOSED, 0));

        assertThat(state.phase()).isEqualTo(SessionPhase.CONNECTING);
        assertThat(actions).isEmpty();
    }

    @Test
    void disconnected_beforeTheConnectionWasStable_keepsCountingFailures() {
        online();
        on(new SessionEvent.Disconnected(1, CLOSED, 0));
        on(new SessionEvent.RetryDue(1, Duration.ZERO), new SessionEvent.Connected(2), new SessionEvent.Subscribed(2));
        on(new SessionEvent.Disconnected(2, CLOSED, 0));

        assertThat(state.failures()).isEqualTo(2);
    }

    @Test
    void disconnected_afterTheConnectionWasStable_countsFromOne() {
        online();
        on(new SessionEvent.Disconnected(1, CLOSED, 0));
        on(new SessionEvent.RetryDue(1, Duration.ZERO), new SessionEvent.Connected(2), new SessionEvent.Subscribed(2));
        on(new SessionEvent.StableDue(2));
        on(new SessionEvent.Disconnected(2, CLOSED, 0));

        assertThat(state.failures()).isEqualTo(1);
    }

    @Test
    void disconnected_withATimeToStayAway_waitsAtLeastThatLong() {
        online();

        on(new SessionEvent.Disconnected(1, CLOSED.retryAfter(Duration.ofHours(2)), 0.5));

        assertThat(actions).contains(new SessionAction.ArmRetry(1, Duration.ofHours(2)));
    }

    @Test
    void refusals_upToTheLimit_stopTheSession() {
        SessionMachine stopping = new SessionMachine(ReconnectPolicy.standard().withStopAfterRefusals(2));
        SessionMachine.State at = stopping.step(state, new SessionEvent.ConnectRequested(Duration.ZERO))
                .state();
        at = stopping.step(at, new SessionEvent.Disconnected(1, REFUSED, 0)).state();
        at = stopping.step(at, new SessionEvent.RetryDue(1, Duration.ZERO)).state();

        SessionMachine.Step last = stopping.step(at, new SessionEvent.Disconnected(2, REFUSED, 0));

        assertThat(last.state().phase()).isEqualTo(SessionPhase.STOPPED);
        assertThat(last.actions()).noneMatch(SessionAction.ArmRetry.class::isInstance);
    }

    @Test
    void subscribeFailed_isDeafButSends() {
        on(new SessionEvent.ConnectRequested(Duration.ZERO), new SessionEvent.Connected(1));

        on(new SessionEvent.SubscribeFailed(1, CLOSED, 0));

        assertThat(state.phase()).isEqualTo(SessionPhase.DEAF);
        assertThat(actions)
                .contains(new SessionAction.ReleaseSending())
                .anyMatch(SessionAction.ArmResubscribe.class::isInstance);
    }

    @Test
    void resubscribeDue_whenDeaf_asksAgain() {
        on(new SessionEvent.ConnectRequested(Duration.ZERO), new SessionEvent.Connected(1));
        on(new SessionEvent.SubscribeFailed(1, CLOSED, 0));

        on(new SessionEvent.ResubscribeDue(1));

        assertThat(actions).containsExactly(new SessionAction.Subscribe(1));
    }

    @Test
    void closeRequested_whenOnline_drainsFirst() {
        online();

        on(new SessionEvent.CloseRequested());
        assertThat(state.phase()).isEqualTo(SessionPhase.CLOSING);
        assertThat(actions).contains(new SessionAction.Drain());

        on(new SessionEvent.Drained());
        assertThat(state.phase()).isEqualTo(SessionPhase.CLOSED);
        assertThat(actions).contains(new SessionAction.Disconnect(), new SessionAction.Finish());
    }

    @Test
    void closeRequested_inEveryOtherPhase_endsAtOnce() {
        on(new SessionEvent.ConnectRequested(Duration.ZERO));

        on(new SessionEvent.CloseRequested());

        assertThat(state.phase()).isEqualTo(SessionPhase.CLOSED);
    }

    @Test
    void anyEvent_afterClosed_doesNothing() {
        on(new SessionEvent.CloseRequested());

        on(new SessionEvent.ConnectRequested(Duration.ZERO));

        assertThat(state.phase()).isEqualTo(SessionPhase.CLOSED);
        assertThat(actions).isEmpty();
    }

    @Test
    void connected_withCredentialsThatEnd_armsTheirRenewal() {
        on(
                new SessionEvent.ConnectRequested(Duration.ZERO),
                new SessionEvent.Connected(1, Optional.of(Duration.ofSeconds(24))));

        assertThat(actions).contains(new SessionAction.ArmRenewal(1, Duration.ofSeconds(24)));
    }

    @Test
    void renewalDue_whileOnline_holdsSendingUntilAllIsQuiet() {
        online();

        on(new SessionEvent.RenewalDue(1));

        assertThat(state.phase()).isEqualTo(SessionPhase.ONLINE);
        assertThat(actions)
                .containsExactly(
                        new SessionAction.HoldSending(), new SessionAction.AwaitQuiet(1, Duration.ofSeconds(5)));
    }

    @Test
    void quiet_afterRenewalDue_connectsAnewWithoutAFailure() {
        online();
        on(new SessionEvent.RenewalDue(1));

        on(new SessionEvent.Quiet(1, Duration.ZERO));

        assertThat(state.phase()).isEqualTo(SessionPhase.CONNECTING);
        assertThat(state.failure()).isEmpty();
        assertThat(actions).containsSubsequence(new SessionAction.Suspend(), new SessionAction.Connect(2));
    }

    @Test
    void quiet_ofAnOlderAttempt_isIgnored() {
        online();
        on(new SessionEvent.RenewalDue(1), new SessionEvent.Disconnected(1, CLOSED, 0));

        on(new SessionEvent.Quiet(1, Duration.ZERO));

        assertThat(state.phase()).isEqualTo(SessionPhase.WAITING);
        assertThat(actions).isEmpty();
    }

    @Test
    void renewalDue_whileClosing_isIgnored() {
        online();
        on(new SessionEvent.CloseRequested());

        on(new SessionEvent.RenewalDue(1));

        assertThat(actions).isEmpty();
    }
}
