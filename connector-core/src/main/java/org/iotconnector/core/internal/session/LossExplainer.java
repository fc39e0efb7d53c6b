package org.iotconnector.core.internal.session;

import java.util.Optional;
import java.util.function.Function;
import org.iotconnector.core.session.Failure;

/**
 * Finds the best explanation of an end: the platform's own for its code, then a message that is to blame, then another
 * program that takes the connection over. Lives on the session's mailbox.
 */
final class LossExplainer {
    private final Function<Integer, Optional<Failure>> platformCodes;
    private final Sender sender;
    private final TakeoverWatch takeovers = new TakeoverWatch();

    LossExplainer(Function<Integer, Optional<Failure>> platformCodes, Sender sender) {
        this.platformCodes = platformCodes;
        this.sender = sender;
    }

    void onConnected(long now) {
        takeovers.onConnected(now);
    }

    Failure explain(Failure failure, long now) {
        Failure platform = failure.code()
                .flatMap(platformCodes)
                .map(known -> known.causedBy(failure.cause()))
                .orElse(failure);
        return takeovers.onDisconnected(sender.explain(platform), now);
    }
}
