package org.iotconnector.core.spi;

import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.session.Publication;

/**
 * One encoded message.
 *
 * @param publication what is published
 * @param replyKey what the platform's reply will be recognised by, equal to {@code PlatformReply.replyKey()}; empty when
 *     no reply will come
 * @param properties the names of the properties it reports, so that a newer report can replace it; empty when it must
 *     never be replaced
 */
public record Outgoing(Publication publication, Optional<String> replyKey, Set<String> properties) {
    public Outgoing {
        properties = Set.copyOf(properties);
    }

    /** A message that no reply answers and no other replaces. */
    public static Outgoing of(Publication publication) {
        return new Outgoing(publication, Optional.empty(), Set.of());
    }

    /** A message that the platform answers. */
    public static Outgoing answered(Publication publication, String replyKey) {
        return new Outgoing(publication, Optional.of(replyKey), Set.of());
    }
}
