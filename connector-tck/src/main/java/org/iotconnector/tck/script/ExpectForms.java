package org.iotconnector.tck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iotconnector.tck.script.Form.Group.EXPECT;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iotconnector.core.outbox.Ledger;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.SessionState;

/** Statements that say what must have come of it. */
final class ExpectForms {
    static final List<Form> FORMS = List.of(
            Form.of(
                    EXPECT,
                    "expect <phase:PHASE> [after <kind:KIND>]",
                    "The session's state now, and why.",
                    ExpectForms::expectPhase),
            Form.of(
                    EXPECT,
                    "expect states <states...:STATE>",
                    "Every state since the start, in order, IDLE left out.",
                    (run, given) -> assertThat(stateNames(run)).as("states").isEqualTo(given.words("states"))),
            Form.of(
                    EXPECT,
                    "expect failure <kind:KIND> [saying <word:TEXT>]",
                    "There was a state with this failure, whose message or advice holds this text.",
                    ExpectForms::expectFailure),
            Form.of(
                    EXPECT,
                    "expect no failure <kind:KIND>",
                    "There was no state with this failure.",
                    (run, given) -> assertThat(run.states())
                            .as("states")
                            .noneMatch(state -> state.failure()
                                    .filter(failure -> failure.kind() == given.kind("kind"))
                                    .isPresent())),
            Form.of(
                    EXPECT,
                    "expect retry between <low:DURATION> and <high:DURATION>",
                    "How long the session waits now.",
                    (run, given) -> assertThat(run.session().state().retryIn().orElse(Duration.ZERO))
                            .as("the wait")
                            .isBetween(given.duration("low"), given.duration("high"))),
            Form.of(
                    EXPECT,
                    "expect <n:NUMBER> connects",
                    "How many CONNECTs there were.",
                    (run, given) ->
                            assertThat(run.wire().connects()).as("CONNECTs").hasSize(given.number("n"))),
            Form.of(
                    EXPECT,
                    "expect fresh credentials",
                    "No two CONNECTs had the same password.",
                    ExpectForms::expectFreshCredentials),
            Form.of(
                    EXPECT,
                    "expect <n:NUMBER> subscribes",
                    "How many SUBSCRIBEs there were.",
                    (run, given) ->
                            assertThat(run.wire().subscribes()).as("SUBSCRIBEs").hasSize(given.number("n"))),
            Form.of(
                    EXPECT,
                    "expect <n:NUMBER> sent",
                    "How many PUBLISHes there were, repeated ones included.",
                    (run, given) ->
                            assertThat(run.wire().publishes()).as("PUBLISHes").hasSize(given.number("n"))),
            Form.of(
                    EXPECT,
                    "expect <n:NUMBER> in flight",
                    "How many messages wait for PUBACK.",
                    (run, given) ->
                            assertThat(run.wire().inFlight()).as("in flight").hasSize(given.number("n"))),
            Form.of(
                    EXPECT,
                    "expect <n:NUMBER> waiting",
                    "How many messages wait in the outbox.",
                    (run, given) -> assertThat(run.session().ledger().waiting())
                            .as("waiting")
                            .isEqualTo(given.number("n"))),
            Form.of(
                    EXPECT,
                    "expect <n:NUMBER> <outcome:OUTCOME>",
                    "How many messages have ended so.",
                    (run, given) -> assertThat(count(run.session().ledger(), given.text("outcome")))
                            .as(given.text("outcome"))
                            .isEqualTo(given.number("n"))),
            Form.of(
                    EXPECT,
                    "expect <n:NUMBER> handled",
                    "How often the handler was called.",
                    (run, given) ->
                            assertThat(run.handler.handled()).as("handled").isEqualTo(given.number("n"))),
            Form.of(
                    EXPECT,
                    "expect <n:NUMBER> unacknowledged",
                    "How many received messages have no acknowledgement yet.",
                    (run, given) -> assertThat(run.handler.unacknowledged())
                            .as("unacknowledged")
                            .isEqualTo(given.number("n"))),
            Form.of(
                    EXPECT,
                    "expect <n:NUMBER> dropped",
                    "How many received messages nobody could use.",
                    (run, given) -> assertThat(run.session().droppedMessages())
                            .as("dropped")
                            .isEqualTo(given.number("n"))));

    private ExpectForms() {}

    /** The states without the first, IDLE, which a listener that was there early has seen. */
    private static List<String> stateNames(ScriptRun run) {
        return run.states().stream()
                .map(ScriptResult::nameOf)
                .filter(name -> !name.equals("IDLE"))
                .toList();
    }

    private static void expectPhase(ScriptRun run, Arguments given) {
        SessionState state = run.session().state();
        assertThat(state.phase()).as("the state " + state).isEqualTo(given.phase("phase"));
        if (given.has("kind")) {
            assertThat(state.failure().map(Failure::kind))
                    .as("the failure of " + state)
                    .contains(given.kind("kind"));
        }
    }

    private static void expectFailure(ScriptRun run, Arguments given) {
        assertThat(run.states())
                .as("states")
                .anyMatch(state -> state.failure()
                        .filter(failure -> failure.kind() == given.kind("kind")
                                && failure.explain().contains(given.text("word", "")))
                        .isPresent());
    }

    private static void expectFreshCredentials(ScriptRun run, Arguments given) {
        Set<String> passwords = new HashSet<>();
        run.wire()
                .connects()
                .forEach(request -> passwords.add(
                        request.parameters().password().orElseThrow().reveal()));
        assertThat(passwords)
                .as("different passwords")
                .hasSize(run.wire().connects().size());
    }

    private static long count(Ledger ledger, String outcome) {
        return switch (outcome) {
            case "acknowledged" -> ledger.acknowledged();
            case "expired" -> ledger.expired();
            case "evicted" -> ledger.evicted();
            case "refused" -> ledger.refused();
            case "quarantined" -> ledger.quarantined();
            default -> ledger.abandoned();
        };
    }
}
