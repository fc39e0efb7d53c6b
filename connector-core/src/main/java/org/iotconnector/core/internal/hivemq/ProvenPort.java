package org.iotconnector.core.internal.hivemq;

import java.util.concurrent.atomic.AtomicReference;
import org.iotconnector.core.session.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the endpoint that has once answered CONNECT: its port is the right one, so what goes wrong there later is an outage, in which
 * asking the port at every attempt would only be a burden. Thread-safe.
 */
final class ProvenPort {
    private final AtomicReference<@Nullable Endpoint> proven = new AtomicReference<>();

    void prove(Endpoint endpoint) {
        proven.set(endpoint);
    }

    boolean is(Endpoint endpoint) {
        return endpoint.equals(proven.get());
    }
}
