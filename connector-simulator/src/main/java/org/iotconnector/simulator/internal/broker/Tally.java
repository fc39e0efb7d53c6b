package org.iotconnector.simulator.internal.broker;

import java.util.EnumMap;
import java.util.Map;
import org.iotconnector.simulator.Counters;

/** The figures behind {@link Counters}. */
final class Tally {
    enum Figure {
        CONNECT_ACCEPTED,
        CONNECT_REFUSED,
        TAKE_OVER,
        PUBLISH_RECEIVED,
        PUBLISH_DROPPED,
        PUBLISH_SENT,
        PUBACK_SENT,
        PUBACK_WITHHELD,
        SUBSCRIPTION_REFUSED,
        DELIVERY_DROPPED
    }

    private final Map<Figure, Long> figures = new EnumMap<>(Figure.class);

    void count(Figure figure) {
        figures.merge(figure, 1L, Long::sum);
    }

    Counters snapshot() {
        return new Counters(
                of(Figure.CONNECT_ACCEPTED),
                of(Figure.CONNECT_REFUSED),
                of(Figure.TAKE_OVER),
                of(Figure.PUBLISH_RECEIVED),
                of(Figure.PUBLISH_DROPPED),
                of(Figure.PUBLISH_SENT),
                of(Figure.PUBACK_SENT),
                of(Figure.PUBACK_WITHHELD),
                of(Figure.SUBSCRIPTION_REFUSED),
                of(Figure.DELIVERY_DROPPED));
    }

    private long of(Figure figure) {
        return figures.getOrDefault(figure, 0L);
    }
}
