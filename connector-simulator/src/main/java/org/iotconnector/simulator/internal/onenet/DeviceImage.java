package org.iotconnector.simulator.internal.onenet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The device image (shadow) of one device. */
public final class DeviceImage {
    private final Map<String, @Nullable Object> reported = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> desired = new LinkedHashMap<>();

    /** What the device reported. */
    public Map<String, @Nullable Object> reported() {
        return Collections.unmodifiableMap(reported);
    }

    /** What applications want. */
    public Map<String, @Nullable Object> desired() {
        return Collections.unmodifiableMap(desired);
    }
}
