package org.iotconnector.tck;

import java.util.concurrent.atomic.AtomicInteger;

/** A message that a {@link ScriptedTransport} handed to the session. Thread-safe. */
public final class DeliveredMessage {
    private final AtomicInteger acknowledgements = new AtomicInteger();

    DeliveredMessage() {}

    void acknowledge() {
        acknowledgements.incrementAndGet();
    }

    /** Whether the session has acknowledged it. */
    public boolean isAcknowledged() {
        return acknowledgements.get() > 0;
    }

    /** How often the session has acknowledged it; more than once is a bug. */
    public int acknowledgements() {
        return acknowledgements.get();
    }
}
