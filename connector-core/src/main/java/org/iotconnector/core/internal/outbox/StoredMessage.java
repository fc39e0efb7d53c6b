package org.iotconnector.core.internal.outbox;

import java.time.Instant;
import java.util.Optional;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.spi.Outgoing;

/**
 * What is kept of a message, all that is needed to send it from another process. No reply is waited for then.
 *
 * @param acceptedAt when it was accepted, in whole milliseconds
 * @param source the device that reported it; empty for none
 * @param outgoing the message as it was accepted, without its reply key
 * @param asHistory the same message as a report of the past; empty where there is no such form
 */
public record StoredMessage(Instant acceptedAt, String source, Outgoing outgoing, Optional<Outgoing> asHistory) {

    /** The message itself. */
    public Publication publication() {
        return outgoing.publication();
    }
}
