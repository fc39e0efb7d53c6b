package org.iotconnector.history.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The numbers of one property.
 *
 * @param name for people
 * @param points by time, at least one
 */
public record Curve(String name, List<Point> points) {
    /** One number at one moment. */
    public record Point(Instant time, double number) {}

    public Curve {
        points = List.copyOf(points);
    }

    /** The curve through {@code points} in whatever order they come. */
    public static Curve of(String name, List<Point> points) {
        return new Curve(
                name, points.stream().sorted(Comparator.comparing(Point::time)).toList());
    }
}
