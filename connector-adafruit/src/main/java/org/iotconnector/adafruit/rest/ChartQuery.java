package org.iotconnector.adafruit.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.iotconnector.adafruit.internal.rest.PlatformTimes;

/** What a chart shows. Each method gives a changed copy. Immutable. Adafruit IO API docs, "Chart data", read 2026-11. */
public final class ChartQuery {
    private static final Set<Long> RESOLUTIONS = Set.of(1L, 5L, 10L, 30L, 60L, 120L, 240L, 480L, 960L);
    private static final String RAW = "raw";
    private static final String FIELD = "field";
    private static final String RESOLUTION = "resolution";

    private final Map<String, String> parameters;

    private ChartQuery(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** What the values of one step are put together to. */
    public enum Field {
        /** The mean. */
        AVG,
        SUM,
        /** One of the values. */
        VAL,
        MIN,
        MAX,
        /** How many there are. */
        VAL_COUNT
    }

    /**
     * The last hours.
     *
     * @param count 1 or more
     */
    public static ChartQuery lastHours(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("A chart shows 1 hour or more; asked for " + count + ".");
        }
        return new ChartQuery(Map.of("hours", Integer.toString(count)));
    }

    /** From one time to another. */
    public static ChartQuery between(Instant from, Instant to) {
        return new ChartQuery(Map.of())
                .with("start_time", PlatformTimes.text(from))
                .with("end_time", PlatformTimes.text(to));
    }

    /** Sets the step: 1, 5, 10 or 30 minutes, 1, 2, 4, 8 or 16 hours; by default the platform chooses. */
    public ChartQuery resolution(Duration step) {
        long minutes = step.toMinutes();
        if (!RESOLUTIONS.contains(minutes) || !step.equals(Duration.ofMinutes(minutes))) {
            throw new IllegalArgumentException(
                    "A chart has steps of 1, 5, 10, 30, 60, 120, 240, 480 or 960 minutes; asked" + " for " + step
                            + ".");
        }
        return without(RAW).with(RESOLUTION, Long.toString(minutes));
    }

    /** Sets what is shown; by default the platform chooses. */
    public ChartQuery field(Field field) {
        return without(RAW).with(FIELD, field.name().toLowerCase(Locale.ROOT));
    }

    /** Asks for the values themselves, which excludes resolution and field. */
    public ChartQuery raw() {
        return without(RESOLUTION).without(FIELD).with(RAW, "true");
    }

    Map<String, String> parameters() {
        return parameters;
    }

    private ChartQuery with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return new ChartQuery(changed);
    }

    private ChartQuery without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.remove(name);
        return new ChartQuery(changed);
    }

    @Override
    public String toString() {
        return "ChartQuery" + parameters;
    }
}
