package org.iotconnector.tck.script;

import java.util.List;
import org.iotconnector.core.outbox.Ledger;
import org.iotconnector.core.session.SessionState;

/**
 * What a script's session went through.
 *
 * @param states every state, from the first to CLOSED
 * @param ledger what became of the messages
 * @param connects how many CONNECTs were sent
 */
public record ScriptResult(List<SessionState> states, Ledger ledger, int connects) {
    public ScriptResult {
        states = List.copyOf(states);
    }

    /** The states as scripts write them: the phase, in brackets the kind of failure if there is one. */
    public List<String> stateNames() {
        return states.stream().map(ScriptResult::nameOf).toList();
    }

    static String nameOf(SessionState state) {
        return state.phase()
                + state.failure().map(failure -> "(" + failure.kind() + ")").orElse("");
    }
}
