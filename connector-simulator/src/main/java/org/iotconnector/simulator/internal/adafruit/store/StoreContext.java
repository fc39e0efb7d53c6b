package org.iotconnector.simulator.internal.adafruit.store;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.iotconnector.simulator.adafruit.AdafruitLimits;

/** What all accounts of one platform share. */
record StoreContext(
        Clock clock, AdafruitLimits limits, StoreListener listener, RandomGenerator random, AtomicLong lastId) {

    /** A number that nothing else on the platform has. */
    long nextId() {
        return lastId.incrementAndGet();
    }
}
