package org.iotconnector.simulator.internal.onenet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.onenet.PropertyValue;

/** Reported values of one device: the latest of each property, and those before it. */
public final class PropertyStore {
    private final Map<String, PropertyValue> latest = new LinkedHashMap<>();
    private final Map<String, Recent<PropertyValue>> history = new LinkedHashMap<>();

    /** Keeps a value; it becomes the latest unless a later one is there already. */
    void add(String identifier, PropertyValue value) {
        history.computeIfAbsent(identifier, unused -> new Recent<>()).add(value);
        latest.merge(identifier, value, (old, next) -> next.time().isBefore(old.time()) ? old : next);
    }

    /** The latest values by identifier, in the order of their first report. */
    public Map<String, PropertyValue> latest() {
        return Collections.unmodifiableMap(latest);
    }

    /** Values of one property in the order they came, the last 1000. */
    public List<PropertyValue> history(String identifier) {
        Recent<PropertyValue> values = history.get(identifier);
        return values == null ? List.of() : values.list();
    }
}
