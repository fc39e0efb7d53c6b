package org.iotconnector.onenet.legacy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.thing.Value;

/**
 * Some points of one data stream, which is what the first generation has in place of a property.
 *
 * @param id the stream's name, 1 to 128 characters without control characters
 * @param points at least one, in sending order
 */
public record DataStream(String id, List<Point> points) {
    public DataStream {
        PacketRules.stream(id);
        points = PacketRules.atLeastOne("point", points);
    }

    /** One value of now. */
    public static DataStream of(String id, Value value) {
        return new DataStream(id, List.of(new Point(Optional.empty(), value)));
    }

    /** One value of {@code at}. */
    public static DataStream of(String id, LocalDateTime at, Value value) {
        return new DataStream(id, List.of(new Point(Optional.of(at), value)));
    }

    /**
     * A value and its time.
     *
     * @param at years 1 to 9999, cut to whole seconds; empty for the time of arrival
     * @param value what was measured; a number, a text or anything else that JSON can hold
     */
    public record Point(Optional<LocalDateTime> at, Value value) {
        public Point {
            at = PacketRules.textTime(at);
        }
    }
}
