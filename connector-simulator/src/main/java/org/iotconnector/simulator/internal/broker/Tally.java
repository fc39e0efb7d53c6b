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
        DELIVERY_DROPPED,
        PACKET_RECEIVED,
        PACKET_SENT,
        BYTES_RECEIVED,
        BYTES_SENT
    }

    private final Map<Figure, Long> figures = new EnumMap<>(Figure.class);

    void count(Figure figure) {
        add(figure, 1);
    }

    void add(Figure figure, long number) {
        figures.merge(figure, number, Long::sum);
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

    long of(Figure figure) {
        return figures.getOrDefault(figure, 0L);
    }
}
