package org.iotconnector.adafruit.rest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.thing.Values;

/**
 * What a feed holds.
 *
 * @param values the members as received
 */
public record FeedDetails(Values values) {
    /** How many data it holds. */
    public OptionalLong count() {
        return data().map(data -> Fields.whole(data, "count")).orElse(OptionalLong.empty());
    }

    /** The oldest. */
    public Optional<Datum> first() {
        return data().flatMap(data -> Fields.struct(data, "first")).map(Datum::new);
    }

    /** The newest. */
    public Optional<Datum> last() {
        return data().flatMap(data -> Fields.struct(data, "last")).map(Datum::new);
    }

    /** Who it is shared with, each as received. */
    public List<Values> sharedWith() {
        return Fields.structs(values, "shared_with");
    }

    private Optional<Values> data() {
        return Fields.struct(values, "data");
    }
}
