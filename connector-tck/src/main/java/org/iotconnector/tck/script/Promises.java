package org.iotconnector.tck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.outbox.Ledger;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;
import org.iotconnector.tck.PublishRequest;

/** What holds for every session under every script. */
final class Promises {
    private final ScriptRun run;

    Promises(ScriptRun run) {
        this.run = run;
    }

    /** Checks what holds at any time. */
    void check() {
        Ledger ledger = run.session().ledger();
        assertThat(ledger.addsUp()).as("the ledger adds up: " + ledger).isTrue();
        assertThat(ledger.accepted()).as("messages in the ledger").isEqualTo(run.deliveries.size());
        assertThat(run.wire().violations()).as("what a session must not ask").isEmpty();
        assertThat(run.handler.acknowledgedTwice())
                .as("a received message is acknowledged twice")
                .isFalse();
        checkInFlight(run.wire().inFlight());
    }

    private void checkInFlight(List<PublishRequest> inFlight) {
        assertThat(inFlight).as("messages in flight").hasSizeLessThanOrEqualTo(run.settings.window);
        Set<Integer> numbers = new HashSet<>();
        for (PublishRequest request : inFlight) {
            assertThat(numbers.add(ScriptedServer.number(request)))
                    .as("no message is twice in flight: " + request)
                    .isTrue();
        }
    }

    /** Checks what holds once the session has ended. */
    void checkEnd(List<SessionState> states) {
        check();
        assertThat(run.phase()).as("close ends").isEqualTo(SessionPhase.CLOSED);
        assertThat(run.timersLeft()).as("timers left after the end").isZero();
        assertThat(run.session().ledger().ended())
                .as("messages that have ended")
                .isEqualTo(run.deliveries.size());
        checkOrder();
        checkOutcomes();
        states.forEach(this::checkWait);
    }

    /** A message may be sent again after a loss, but what is sent for the first time keeps its order. */
    private void checkOrder() {
        Set<Integer> sent = new HashSet<>();
        int newest = 0;
        for (PublishRequest request : run.wire().publishes()) {
            int number = ScriptedServer.number(request);
            if (sent.add(number)) {
                assertThat(number)
                        .as("messages keep their order: " + number + " was sent after " + newest)
                        .isGreaterThan(newest);
                newest = number;
            }
        }
    }

    private void checkOutcomes() {
        Set<Integer> sent = new HashSet<>();
        run.wire().publishes().forEach(request -> sent.add(ScriptedServer.number(request)));
        for (int i = 0; i < run.deliveries.size(); i++) {
            Delivery delivery = run.deliveries.get(i);
            assertThat(delivery.outcome())
                    .as("what became of message " + (i + 1))
                    .isPresent();
            if (delivery.outcome().orElseThrow() == DeliveryOutcome.ACKNOWLEDGED) {
                assertThat(sent).as("acknowledged messages were sent").contains(i + 1);
            }
        }
    }

    private void checkWait(SessionState state) {
        if (state.phase() != SessionPhase.WAITING || state.failure().isEmpty()) {
            return;
        }
        ReconnectPolicy policy = run.settings.reconnect;
        Duration wait = state.retryIn().orElseThrow();
        FailureKind kind = state.failure().get().kind();
        // A clock that was corrected mends the next attempt, which then need not be slow.
        boolean slow = kind.slowsDown() && kind != FailureKind.CLOCK;
        Duration most = policy.delay(Math.max(1, state.failures()), kind.slowsDown(), 0.999_999_999);
        Duration asked = state.failure().get().retryAfter().orElse(Duration.ZERO);
        Duration quota = run.settings.rates.stream()
                .map(rate -> rate.period())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        assertThat(wait).as("the wait of " + state).isLessThanOrEqualTo(max(most.plusMillis(1), max(asked, quota)));
        if (quota.isZero()) {
            assertThat(wait)
                    .as("the wait of " + state)
                    .isGreaterThanOrEqualTo(policy.delay(Math.max(1, state.failures()), slow, 0));
        }
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }
}
