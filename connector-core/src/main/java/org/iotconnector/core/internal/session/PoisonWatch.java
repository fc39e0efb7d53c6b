package org.iotconnector.core.internal.session;

import java.time.Duration;
import java.util.Optional;
import org.iotconnector.core.internal.outbox.OutboxEntry;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the message that ends the connection whenever it is sent. A message that was on its way at two sudden ends is
 * suspect: it is sent alone, and only over a connection that has first lasted a while in silence, so that a bad network is not
 * taken for a bad message. If that connection ends right after it as well, it is the one. Lives on the session's mailbox.
 */
final class PoisonWatch {
    /** Sudden ends after which a message is suspect. */
    private static final int SUSPECT = 2;

    /** A server needs this long at most to end a connection because of a message. */
    private static final Duration RIGHT_AFTER = Duration.ofSeconds(5);

    private long upSince;
    private boolean dropped;
    private long droppedAt;
    private @Nullable OutboxEntry alone;
    private boolean waitingInSilence;
    private boolean silenceBroken;

    void onUp(long now) {
        upSince = now;
        dropped = false;
    }

    /** The connection was lost; gives the better explanation, if the suspect was on its way alone. */
    Optional<Failure> onDrop(Failure failure, long now) {
        dropped = true;
        droppedAt = now;
        silenceBroken = waitingInSilence;
        waitingInSilence = false;
        OutboxEntry suspect = alone;
        if (suspect == null || failure.kind() != FailureKind.CONNECTION_CLOSED || !rightAfter(suspect)) {
            return Optional.empty();
        }
        return Optional.of(Failure.of(
                FailureKind.POISON_MESSAGE,
                "The connection ended for the third time right after a message on ["
                        + suspect.publication().topic() + "] was sent, this time alone.",
                "The message is set aside; check that the platform allows this topic and this payload of "
                        + suspect.publication().payload().length() + " bytes.",
                failure.cause()));
    }

    /** Nanoseconds that the connection has to last in silence before this message is sent; 0 for now. */
    long silenceBefore(OutboxEntry next, long now) {
        if (next.drops() < SUSPECT) {
            return 0;
        }
        if (silenceBroken) {
            // The connection ended without it, so the network is as likely to blame.
            silenceBroken = false;
            next.drops(SUSPECT - 1);
            return 0;
        }
        long left = upSince + RIGHT_AFTER.toNanos() - now;
        waitingInSilence = left > 0;
        return Math.max(0, left);
    }

    /** Whether nothing else may be on its way together with this message. */
    boolean isolates(OutboxEntry next) {
        return next.drops() >= SUSPECT || alone != null;
    }

    void onSend(OutboxEntry entry, long now) {
        entry.sentAt(now);
        alone = entry.drops() >= SUSPECT ? entry : null;
    }

    void onEnd(OutboxEntry entry) {
        alone = alone == entry ? null : alone;
    }

    /** The message was given back by a lost connection; whether it is the one that ended it. */
    boolean isGuilty(OutboxEntry entry) {
        boolean wasAlone = alone == entry;
        onEnd(entry);
        if (!dropped || !rightAfter(entry)) {
            return false;
        }
        entry.drops(entry.drops() + 1);
        return wasAlone;
    }

    private boolean rightAfter(OutboxEntry entry) {
        return droppedAt - entry.sentAt() <= RIGHT_AFTER.toNanos();
    }
}
