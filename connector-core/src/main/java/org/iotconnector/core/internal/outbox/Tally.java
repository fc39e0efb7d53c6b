package org.iotconnector.core.internal.outbox;

import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.outbox.Ledger;

/** The ledger's counts while they move; guarded by the outbox's lock. */
@SuppressWarnings("EnumOrdinal") // Counters by outcome, which never leave this class.
final class Tally {
    long accepted;
    int inFlight;
    long coalesced;
    private final long[] ended = new long[DeliveryOutcome.values().length];

    void count(DeliveryOutcome outcome) {
        ended[outcome.ordinal()]++;
    }

    Ledger snapshot(long waiting) {
        return new Ledger(
                accepted,
                waiting,
                inFlight,
                of(DeliveryOutcome.ACKNOWLEDGED),
                of(DeliveryOutcome.EXPIRED),
                of(DeliveryOutcome.EVICTED),
                of(DeliveryOutcome.REFUSED),
                of(DeliveryOutcome.QUARANTINED),
                of(DeliveryOutcome.ABANDONED),
                coalesced);
    }

    private long of(DeliveryOutcome outcome) {
        return ended[outcome.ordinal()];
    }
}
