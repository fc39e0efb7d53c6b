package org.iotconnector.simulator.internal.adafruit.store;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a value was measured. Every part may be absent.
 *
 * @param lat latitude in degrees
 * @param lon longitude in degrees
 * @param ele elevation in metres
 */
public record Location(
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable Double ele) {
    /** No location at all. */
    public static final Location NONE = new Location(null, null, null);

    /** Largest number for which a double still tells neighbours apart. */
    private static final double EXACT = 1e15;

    /** Whether every part is absent. */
    public boolean isEmpty() {
        return lat == null && lon == null && ele == null;
    }

    /** The parts that are there, as JSON wants them: whole numbers without a fraction. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "lat", lat);
        put(members, "lon", lon);
        put(members, "ele", ele);
        return members;
    }

    /** The three parts in their order with commas between them, {@code ,,} when all are absent. */
    public String csv() {
        return text(lat) + "," + text(lon) + "," + text(ele);
    }

    private static void put(Map<String, Object> members, String name, @Nullable Double part) {
        if (part != null) {
            members.put(name, isWhole(part) ? (Object) (long) (double) part : part);
        }
    }

    /** A part in its shortest form, empty when it is absent. */
    static String text(@Nullable Double part) {
        if (part == null) {
            return "";
        }
        return isWhole(part)
                ? String.valueOf((long) (double) part)
                : BigDecimal.valueOf(part).toPlainString();
    }

    private static boolean isWhole(double part) {
        return Math.rint(part) == part && Math.abs(part) < EXACT;
    }
}
