package org.iotconnector.simulator.internal.onenet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.simulator.onenet.DesiredValue;
import org.jspecify.annotations.Nullable;

/** Desired values of one device. OneNET, "Desired property values", read 2026-11. */
public final class DesiredStore {
    private final Map<String, DesiredValue> values = new LinkedHashMap<>();

    /** Stores a value with the next version, 1 when there was none. */
    public void set(String identifier, Object value) {
        DesiredValue old = values.get(identifier);
        values.put(identifier, new DesiredValue(value, old == null ? 1 : old.version() + 1));
    }

    /** Clears a value. With a version that is not the current one it does nothing, which nobody is told. */
    public void clear(String identifier, @Nullable Long version) {
        DesiredValue current = values.get(identifier);
        if (current != null && (version == null || version == current.version())) {
            values.remove(identifier);
        }
    }

    /** The values by identifier. */
    public Map<String, DesiredValue> values() {
        return Collections.unmodifiableMap(values);
    }
}
