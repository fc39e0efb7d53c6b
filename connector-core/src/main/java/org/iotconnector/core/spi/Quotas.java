package org.iotconnector.core.spi;

import java.time.Duration;
import java.util.List;

/**
 * What a platform allows, as data; core keeps to it.
 *
 * @param rates how often things may happen
 * @param maxInFlight how many unacknowledged QoS 1 and 2 messages the platform takes; at least 1
 * @param maxPayloadBytes the largest payload in bytes; at least 1
 * @param maxFiltersPerSubscribe how many filters one SUBSCRIBE may hold; at least 1
 */
public record Quotas(List<Rate> rates, int maxInFlight, int maxPayloadBytes, int maxFiltersPerSubscribe) {
    /** No limit but MQTT's own. */
    public static final Quotas UNLIMITED = new Quotas(List.of(), 65_535, 268_435_455, 1_000);

    public Quotas {
        rates = List.copyOf(rates);
        if (maxInFlight < 1 || maxPayloadBytes < 1 || maxFiltersPerSubscribe < 1) {
            throw new IllegalArgumentException("Quotas must be at least 1: in flight " + maxInFlight + ", payload "
                    + maxPayloadBytes + ", filters " + maxFiltersPerSubscribe + ".");
        }
    }

    /** What a rate counts. */
    public enum Counted {
        /** CONNECT attempts. */
        CONNECT,
        /** Messages sent with QoS 0. */
        PUBLISH_AT_MOST_ONCE,
        /** Messages sent with QoS 1 or 2. */
        PUBLISH_ACKNOWLEDGED,
        /** Messages sent with any QoS. */
        PUBLISH
    }

    /**
     * At most {@code permits} in any stretch of {@code period}.
     *
     * @param counted what is counted
     * @param permits how many, 1 or more
     * @param period the stretch of time
     * @param scope what shares the count: empty for this session alone, else a name such as {@code account:demo} that
     *     all sessions of the connector with this provider and name share
     */
    public record Rate(Counted counted, int permits, Duration period, String scope) {
        /** A rate for one session alone. */
        public static Rate of(Counted counted, int permits, Duration period) {
            return new Rate(counted, permits, period, "");
        }
    }
}
