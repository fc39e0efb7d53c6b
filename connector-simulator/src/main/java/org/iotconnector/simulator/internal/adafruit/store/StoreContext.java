package org.iotconnector.simulator.internal.adafruit.store;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.iotconnector.simulator.adafruit.AdafruitLimits;

/**
 * What all accounts of one platform share.
 *
 * @param lastFeed number of the last feed
 * @param lastGroup number of the last group
 */
record StoreContext(
        Clock clock,
        AdafruitLimits limits,
        StoreListener listener,
        RandomGenerator random,
        AtomicLong lastFeed,
        AtomicLong lastGroup) {
    /** Numbers of feeds begin high, so that nobody takes one for a group's. */
    private static final long BEFORE_FIRST_FEED = 100;

    StoreContext(Clock clock, AdafruitLimits limits, StoreListener listener, RandomGenerator random) {
        this(clock, limits, listener, random, new AtomicLong(BEFORE_FIRST_FEED), new AtomicLong());
    }
}
