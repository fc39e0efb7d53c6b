package org.iotconnector.simulator.internal.adafruit.store;

import java.util.List;

/**
 * Values that were stored at one time through one group.
 *
 * @param group the group they were addressed by, which decides the topics they go out on
 * @param values one per feed
 * @param location where they were measured, common to all; what the group's messages tell
 * @param origin who stored them
 */
public record StoredValues(Group group, List<Value> values, Location location, Origin origin) {

    /** One of them. */
    public record Value(Feed feed, Datum datum) {}

    /** Who stores values. */
    public enum Origin {
        /** A device, over MQTT. */
        MQTT,
        /** A program, over HTTP. */
        REST,
        /** A person, by a dashboard. */
        DASHBOARD
    }
}
