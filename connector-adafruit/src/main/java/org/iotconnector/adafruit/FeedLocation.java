package org.iotconnector.adafruit;

import java.util.OptionalDouble;

/**
 * Where a value was measured.
 *
 * @param latitude degrees, -90 to 90, north positive
 * @param longitude degrees, -180 to 180, east positive
 * @param elevation metres; empty if it is not known
 */
public record FeedLocation(double latitude, double longitude, OptionalDouble elevation) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the number that is outside of its range
     */
    public FeedLocation {
        within("latitude", latitude, 90);
        within("longitude", longitude, 180);
        elevation.ifPresent(metres -> within("elevation", metres, Double.MAX_VALUE));
    }

    public static FeedLocation of(double latitude, double longitude) {
        return new FeedLocation(latitude, longitude, OptionalDouble.empty());
    }

    public static FeedLocation of(double latitude, double longitude, double elevation) {
        return new FeedLocation(latitude, longitude, OptionalDouble.of(elevation));
    }

    private static void within(String what, double number, double limit) {
        if (!(number >= -limit && number <= limit)) {
            throw new IllegalArgumentException("The " + what + " is " + number + "; it must be "
                    + (limit == Double.MAX_VALUE ? "a number." : "from " + (int) -limit + " to " + (int) limit + "."));
        }
    }
}
