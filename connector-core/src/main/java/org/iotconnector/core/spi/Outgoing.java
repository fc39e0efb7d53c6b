package org.iotconnector.core.spi;

import java.util.List;
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
 * @param echoes what the platform will send back to this device because of it, so that the device does not take its own
 *     report for a command; each comes at most once
 * @param cost how many permits of the platform's {@link Quotas.Rate rates} it takes, 0 or more; most take 1
 */
public record Outgoing(
        Publication publication, Optional<String> replyKey, Set<String> properties, List<Echo> echoes, int cost) {
    public Outgoing {
        properties = Set.copyOf(properties);
        echoes = List.copyOf(echoes);
        if (cost < 0) {
            throw new IllegalArgumentException("A message costs 0 permits or more; got " + cost + ".");
        }
    }

    /** A message of cost 1 that does not come back. */
    public Outgoing(Publication publication, Optional<String> replyKey, Set<String> properties) {
        this(publication, replyKey, properties, List.of(), 1);
    }

    /** A message that no reply answers and no other replaces. */
    public static Outgoing of(Publication publication) {
        return new Outgoing(publication, Optional.empty(), Set.of());
    }

    /** A message that the platform answers. */
    public static Outgoing answered(Publication publication, String replyKey) {
        return new Outgoing(publication, Optional.of(replyKey), Set.of());
    }

    /** The same message as one that comes back. */
    public Outgoing echoedAs(List<Echo> all) {
        return new Outgoing(publication, replyKey, properties, all, cost);
    }

    /** The same message at another cost. */
    public Outgoing costing(int permits) {
        return new Outgoing(publication, replyKey, properties, echoes, permits);
    }
}
