package org.iotconnector.core.spi;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a device wants to hear beside the replies to its own messages.
 *
 * @param sets whether it takes property sets
 * @param services the services it offers, sorted
 * @param raw whether it takes raw commands
 */
public record Interest(boolean sets, Set<String> services, boolean raw) {
    /** Nothing but replies. */
    public static final Interest REPLIES_ONLY = new Interest(false, Set.of(), false);

    public Interest {
        services = Collections.unmodifiableSet(new TreeSet<>(services));
    }

    /** The same interest with property sets. */
    public Interest withSets() {
        return new Interest(true, services, raw);
    }

    /** The same interest with one more service. */
    public Interest withService(String service) {
        Set<String> more = new TreeSet<>(services);
        more.add(service);
        return new Interest(sets, more, raw);
    }

    /** The same interest with raw commands. */
    public Interest withRaw() {
        return new Interest(sets, services, true);
    }
}
