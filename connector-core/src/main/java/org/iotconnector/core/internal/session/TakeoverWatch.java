package org.iotconnector.core.internal.session;

import java.time.Duration;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;

/**
 * Recognises two programs that use one identity: each connect throws the other out, so this side sees its connection
 * accepted and then closed by the server, again and again, without a reason. Lives on the session's mailbox.
 */
final class TakeoverWatch {
    /** The second program needs at least its own reconnect; an outage that lets three connects through does not exist. */
    private static final int SUSPICIOUS = 3;

    private static final Duration SHORT = Duration.ofMinutes(2);

    private long connectedAt;
    private boolean connected;
    private int shortLives;

    void onConnected(long now) {
        connected = true;
        connectedAt = now;
    }

    /** The failure as it came, or the better explanation. */
    Failure onDisconnected(Failure failure, long now) {
        boolean wasConnected = connected;
        connected = false;
        if (!wasConnected) {
            return failure;
        }
        boolean unexplained = failure.kind() == FailureKind.CONNECTION_CLOSED;
        if (!unexplained || now - connectedAt > SHORT.toNanos()) {
            shortLives = 0;
            return failure;
        }
        shortLives++;
        if (shortLives < SUSPICIOUS) {
            return failure;
        }
        return Failure.of(
                FailureKind.DUPLICATE_CLIENT,
                "The server accepted this device and closed the connection again, " + shortLives
                        + " times in a row, each within " + SHORT.toMinutes() + " minutes.",
                "Most likely another program is connected with the same identity and each throws the other out: stop"
                        + " it, or give it a device of its own.",
                failure.cause());
    }
}
