package org.iotconnector.simulator.internal.onenet;

import java.util.LinkedHashSet;
import java.util.Set;

/** Commands that were not answered yet, so that a late answer can be told from a wrong one. The last thousand are remembered. */
final class SentCommands {
    private static final int LIMIT = 1000;

    private final Set<String> unanswered = new LinkedHashSet<>();

    void sent(String responseTopic) {
        unanswered.add(responseTopic);
        if (unanswered.size() > LIMIT) {
            unanswered.remove(unanswered.iterator().next());
        }
    }

    /** Whether this answers a command that was not answered before; from now on it is. */
    boolean isFirstAnswer(String responseTopic) {
        return unanswered.remove(responseTopic);
    }
}
