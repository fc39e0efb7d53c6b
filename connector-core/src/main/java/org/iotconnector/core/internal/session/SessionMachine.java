package org.iotconnector.core.internal.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;

/**
 * The life of a session as a pure function: {@code (state, event) → (state, actions)}. It reads no clock, draws no
 * random number and touches no socket, so a script of events gives the same actions every time.
 */
final class SessionMachine {
    /** What is in flight is answered in less, or the connection is dead anyway. */
    private static final Duration QUIET_LIMIT = Duration.ofSeconds(5);

    private final ReconnectPolicy policy;

    SessionMachine(ReconnectPolicy policy) {
        this.policy = policy;
    }

    /**
     * What is remembered between events.
     *
     * @param phase as listeners see it
     * @param attempt the number of the newest connection attempt; events of older ones are stale
     * @param failures attempts failed in a row, counting lost connections that were not yet stable
     * @param refusals credentials refused in a row
     * @param resubscribes SUBSCRIBE rounds failed in a row on this connection
     * @param failure why it is not connected or is deaf
     */
    record State(
            SessionPhase phase, int attempt, int failures, int refusals, int resubscribes, Optional<Failure> failure) {
        static final State INITIAL = new State(SessionPhase.IDLE, 0, 0, 0, 0, Optional.empty());

        private State in(SessionPhase next) {
            return new State(next, attempt, failures, refusals, resubscribes, failure);
        }

        SessionState describe(Optional<Duration> retryIn) {
            return new SessionState(phase, attempt, failures, failure, retryIn);
        }
    }

    /** A new state and what to do on the way to it, in order. */
    record Step(State state, List<SessionAction> actions) {
        Step {
            actions = List.copyOf(actions);
        }
    }

    Step step(State state, SessionEvent event) {
        if (state.phase() == SessionPhase.CLOSED) {
            return stay(state);
        }
        if (event instanceof SessionEvent.ConnectRequested connectRequested) {
            return onConnectRequested(state, connectRequested);
        } else if (event instanceof SessionEvent.Connected connected) {
            return onConnected(state, connected);
        } else if (event instanceof SessionEvent.Disconnected disconnected) {
            return onDisconnected(state, disconnected);
        } else if (event instanceof SessionEvent.Subscribed subscribed) {
            return onSubscribed(state, subscribed);
        } else if (event instanceof SessionEvent.SubscribeFailed subscribeFailed) {
            return onSubscribeFailed(state, subscribeFailed);
        } else if (event instanceof SessionEvent.RetryDue retryDue) {
            return onRetryDue(state, retryDue);
        } else if (event instanceof SessionEvent.ResubscribeDue resubscribeDue) {
            return onResubscribeDue(state, resubscribeDue);
        } else if (event instanceof SessionEvent.StableDue stableDue) {
            return onStableDue(state, stableDue);
        } else if (event instanceof SessionEvent.RenewalDue renewalDue) {
            return onRenewalDue(state, renewalDue);
        } else if (event instanceof SessionEvent.Quiet quiet) {
            return onQuiet(state, quiet);
        } else if (event instanceof SessionEvent.CloseRequested) {
            return onCloseRequested(state);
        } else {
            return onDrained(state);
        }
    }

    private Step onConnectRequested(State state, SessionEvent.ConnectRequested event) {
        switch (state.phase()) {
            case IDLE, WAITING, STOPPED -> {
                State fresh = new State(state.phase(), state.attempt(), state.failures(), 0, 0, state.failure());
                return event.pause().isZero() ? connect(fresh) : waitFor(fresh, event.pause());
            }
            default -> {
                return stay(state);
            }
        }
    }

    private Step connect(State state) {
        State next = new State(
                SessionPhase.CONNECTING, state.attempt() + 1, state.failures(), state.refusals(), 0, state.failure());
        return to(next, new SessionAction.CancelTimers(), new SessionAction.Connect(next.attempt()));
    }

    private Step waitFor(State state, Duration delay) {
        State next = state.in(SessionPhase.WAITING);
        return new Step(
                next,
                List.of(
                        new SessionAction.CancelTimers(),
                        new SessionAction.ArmRetry(next.attempt(), delay),
                        new SessionAction.Announce(next.describe(Optional.of(delay)))));
    }

    private Step onConnected(State state, SessionEvent.Connected event) {
        if (stale(state, event.attempt()) || state.phase() != SessionPhase.CONNECTING) {
            return stay(state);
        }
        State next = new State(SessionPhase.SUBSCRIBING, state.attempt(), state.failures(), 0, 0, Optional.empty());
        List<SessionAction> actions = new ArrayList<>();
        actions.add(new SessionAction.ArmStable(next.attempt(), policy.stableAfter()));
        event.renewIn().ifPresent(delay -> actions.add(new SessionAction.ArmRenewal(next.attempt(), delay)));
        actions.add(new SessionAction.Subscribe(next.attempt()));
        return to(next, actions.toArray(new SessionAction[0]));
    }

    private Step onSubscribed(State state, SessionEvent.Subscribed event) {
        if (stale(state, event.attempt())) {
            return stay(state);
        }
        if (state.phase() != SessionPhase.SUBSCRIBING && state.phase() != SessionPhase.DEAF) {
            return stay(state);
        }
        State next = new State(SessionPhase.ONLINE, state.attempt(), state.failures(), 0, 0, Optional.empty());
        return to(next, new SessionAction.ReleaseSending());
    }

    private Step onSubscribeFailed(State state, SessionEvent.SubscribeFailed event) {
        if (stale(state, event.attempt()) || !state.phase().connected()) {
            return stay(state);
        }
        int rounds = state.resubscribes() + 1;
        Duration delay = policy.delay(rounds, true, event.jitter());
        State next = new State(
                SessionPhase.DEAF,
                state.attempt(),
                state.failures(),
                state.refusals(),
                rounds,
                Optional.of(event.failure()));
        return new Step(
                next,
                List.of(
                        new SessionAction.ArmResubscribe(next.attempt(), delay),
                        // What does not depend on the missing subscription goes on.
                        new SessionAction.ReleaseSending(),
                        new SessionAction.Announce(next.describe(Optional.of(delay)))));
    }

    private Step onResubscribeDue(State state, SessionEvent.ResubscribeDue event) {
        if (stale(state, event.attempt()) || state.phase() != SessionPhase.DEAF) {
            return stay(state);
        }
        return new Step(state, List.of(new SessionAction.Subscribe(state.attempt())));
    }

    private Step onStableDue(State state, SessionEvent.StableDue event) {
        if (stale(state, event.attempt()) || !state.phase().connected()) {
            return stay(state);
        }
        return stay(new State(state.phase(), state.attempt(), 0, 0, state.resubscribes(), state.failure()));
    }

    /** Holds back what is new and lets what is in flight be answered, so that the new connection repeats nothing. */
    private Step onRenewalDue(State state, SessionEvent.RenewalDue event) {
        if (stale(state, event.attempt()) || !state.phase().connected()) {
            return stay(state);
        }
        return new Step(
                state,
                List.of(new SessionAction.HoldSending(), new SessionAction.AwaitQuiet(state.attempt(), QUIET_LIMIT)));
    }

    /** Not a failure: the next attempt follows at once, as soon as the platform's quota lets it. */
    private Step onQuiet(State state, SessionEvent.Quiet event) {
        if (stale(state, event.attempt()) || !state.phase().connected()) {
            return stay(state);
        }
        State healthy = new State(state.phase(), state.attempt(), 0, 0, 0, Optional.empty());
        Step next = event.pause().isZero() ? connect(healthy) : waitFor(healthy, event.pause());
        List<SessionAction> actions = new ArrayList<>();
        actions.add(new SessionAction.Suspend());
        actions.addAll(next.actions());
        return new Step(next.state(), actions);
    }

    private Step onDisconnected(State state, SessionEvent.Disconnected event) {
        if (stale(state, event.attempt())) {
            return stay(state);
        }
        if (state.phase() == SessionPhase.CLOSING) {
            return finish(state);
        }
        if (state.phase() != SessionPhase.CONNECTING && !state.phase().connected()) {
            return stay(state);
        }
        Failure failure = event.failure();
        int refusals = failure.kind() == FailureKind.CREDENTIAL_REFUSED ? state.refusals() + 1 : 0;
        State failed = new State(
                SessionPhase.WAITING, state.attempt(), state.failures() + 1, refusals, 0, Optional.of(failure));
        List<SessionAction> actions = new ArrayList<>();
        actions.add(new SessionAction.CancelTimers());
        actions.add(new SessionAction.HoldSending());
        if (policy.stopAfterRefusals() > 0 && refusals >= policy.stopAfterRefusals()) {
            State stopped = failed.in(SessionPhase.STOPPED);
            actions.add(new SessionAction.Announce(stopped.describe(Optional.empty())));
            return new Step(stopped, actions);
        }
        Duration delay = policy.delay(failed.failures(), failure.kind().slowsDown() && !event.mended(), event.jitter());
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        Duration wait = delay.compareTo(asked) < 0 ? asked : delay;
        actions.add(new SessionAction.ArmRetry(failed.attempt(), wait));
        actions.add(new SessionAction.Announce(failed.describe(Optional.of(wait))));
        return new Step(failed, actions);
    }

    private Step onRetryDue(State state, SessionEvent.RetryDue event) {
        if (stale(state, event.attempt()) || state.phase() != SessionPhase.WAITING) {
            return stay(state);
        }
        return event.pause().isZero() ? connect(state) : waitFor(state, event.pause());
    }

    private Step onCloseRequested(State state) {
        return switch (state.phase()) {
            case CLOSING -> stay(state);
            case SUBSCRIBING, ONLINE, DEAF ->
                to(
                        state.in(SessionPhase.CLOSING),
                        new SessionAction.CancelTimers(),
                        new SessionAction.ReleaseSending(),
                        new SessionAction.Drain());
            default -> finish(state);
        };
    }

    private Step onDrained(State state) {
        return state.phase() == SessionPhase.CLOSING ? finish(state) : stay(state);
    }

    private Step finish(State state) {
        State closed = state.in(SessionPhase.CLOSED);
        return new Step(
                closed,
                List.of(
                        new SessionAction.CancelTimers(),
                        new SessionAction.HoldSending(),
                        new SessionAction.Disconnect(),
                        new SessionAction.Announce(closed.describe(Optional.empty())),
                        // Last, since it lets those go on who wait for the end: they must see it.
                        new SessionAction.Finish()));
    }

    private static boolean stale(State state, int attempt) {
        return attempt != state.attempt();
    }

    private static Step stay(State state) {
        return new Step(state, List.of());
    }

    private static Step to(State next, SessionAction... actions) {
        List<SessionAction> all = new ArrayList<>(List.of(actions));
        all.add(new SessionAction.Announce(next.describe(Optional.empty())));
        return new Step(next, all);
    }
}
