package org.iotconnector.core.spi;

import java.util.Set;

/**
 * What a platform can do at all, so that a caller hears "this platform has no …" at once and in those words.
 *
 * @param features the features it has
 */
public record Capabilities(Set<Feature> features) {
    /** Every feature there is. */
    public static final Capabilities ALL = of(Feature.values());

    public Capabilities {
        features = Set.copyOf(features);
    }

    /** Exactly these features. */
    public static Capabilities of(Feature... features) {
        return new Capabilities(Set.of(features));
    }

    /** Whether the platform has {@code feature}. */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** What platforms differ in. */
    public enum Feature {
        /** The platform answers reports with a code of its own. */
        REPLIES,
        /** Events beside properties. */
        EVENTS,
        /** Services that the platform can invoke. */
        SERVICES,
        /** Desired values that wait for the device. */
        DESIRED_VALUES,
        /** Several values of one property, with their times, as news. */
        BATCH,
        /** Values of the past. */
        HISTORY,
        /** Payloads in a form of the device's own. */
        RAW,
        /** Retained messages. */
        RETAIN,
        /** A Will. */
        WILL,
        /** Exactly-once delivery. */
        QOS_2
    }
}
