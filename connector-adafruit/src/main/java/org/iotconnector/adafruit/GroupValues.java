package org.iotconnector.adafruit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What changed in a group.
 *
 * @param owner the account that the group belongs to
 * @param group the group's key
 * @param values the feeds that changed and no others: key within the group, value
 * @param location where they were measured; empty if nobody said
 */
public record GroupValues(String owner, String group, Map<String, String> values, Optional<FeedLocation> location) {
    public GroupValues {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
