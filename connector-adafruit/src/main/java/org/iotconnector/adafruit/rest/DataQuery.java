package org.iotconnector.adafruit.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.adafruit.internal.rest.PlatformTimes;

/** Which data of a feed. Each method gives a changed copy. Immutable. */
public final class DataQuery {
    private static final DataQuery ALL = new DataQuery(Map.of());

    private final Map<String, String> parameters;

    private DataQuery(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** All of them. */
    public static DataQuery all() {
        return ALL;
    }

    /** Leaves out data created before {@code time}. */
    public DataQuery from(Instant time) {
        return with("start_time", PlatformTimes.text(time));
    }

    /** Leaves out data created after {@code time}. */
    public DataQuery to(Instant time) {
        return with("end_time", PlatformTimes.text(time));
    }

    /**
     * Sets how many data a page has at most: 1 or more; the platform cuts it to 1000, which is the default. How many are
     * taken in all is for {@code stream().limit(…)} to say.
     */
    public DataQuery limit(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("A page has 1 datum or more; asked for " + count + ".");
        }
        return with("limit", Integer.toString(count));
    }

    /** Asks for these members only, one or more. */
    public DataQuery include(DatumField first, DatumField... more) {
        String rest = DatumField.list(more);
        return with("include", DatumField.list(first) + (rest.isEmpty() ? "" : "," + rest));
    }

    /** Begins where {@link DataPage#position()} of an earlier page says. */
    public DataQuery before(String position) {
        return with("before", position);
    }

    Map<String, String> parameters() {
        return parameters;
    }

    private DataQuery with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return new DataQuery(changed);
    }

    @Override
    public String toString() {
        return "DataQuery" + parameters;
    }
}
