package org.iotconnector.cli.internal.simulator;

import java.util.concurrent.atomic.AtomicInteger;
import org.iotconnector.core.outbox.Ledger;

/** What happened in a demo, counted for the verdict at its end. Thread-safe. */
final class DemoCounts {
    final AtomicInteger reports = new AtomicInteger();
    final AtomicInteger acknowledged = new AtomicInteger();
    final AtomicInteger replied = new AtomicInteger();
    final AtomicInteger sets = new AtomicInteger();
    final AtomicInteger obeyed = new AtomicInteger();

    /** Whether something happened, and all of it came to its good end. */
    boolean allWell(Ledger ledger) {
        return reports.get() > 0
                && acknowledged.get() == reports.get()
                && replied.get() == reports.get()
                && sets.get() > 0
                && obeyed.get() == sets.get()
                && ledger.addsUp()
                && ledger.acknowledged() == ledger.accepted();
    }

    /** The verdict in words. */
    String verdict(boolean well) {
        if (well) {
            return "Everything was acknowledged and replied.";
        }
        return reports.get() == 0 || sets.get() == 0
                ? "The demo ended before both sides had said something; let it run for some seconds."
                : "Not everything was acknowledged and replied.";
    }
}
