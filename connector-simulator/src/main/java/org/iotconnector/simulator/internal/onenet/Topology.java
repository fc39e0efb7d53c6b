package org.iotconnector.simulator.internal.onenet;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One device's place in a network: the sub-devices bound to it, or the gateway it is bound to. */
public final class Topology {
    private final DeviceState owner;
    private final Map<String, DeviceState> children = new LinkedHashMap<>();
    private @Nullable DeviceState gateway;
    private boolean loggedIn;

    Topology(DeviceState owner) {
        this.owner = owner;
    }

    /** Sub-devices in the order they were bound. */
    public Collection<DeviceState> children() {
        return Collections.unmodifiableCollection(children.values());
    }

    /** The gateway it is bound to. */
    public Optional<DeviceState> gateway() {
        return Optional.ofNullable(gateway);
    }

    /** Whether its gateway has logged it in. */
    public boolean isLoggedIn() {
        return loggedIn;
    }

    void loggedIn(boolean value) {
        loggedIn = value;
    }

    /** Whether a sub-device is bound to this gateway. */
    boolean holds(DeviceState child) {
        return children.containsKey(child.identity());
    }

    /** Binds a sub-device that is bound to nobody else. */
    void bind(DeviceState child) {
        children.put(child.identity(), child);
        child.topology().gateway = owner;
    }

    void unbind(DeviceState child) {
        if (children.remove(child.identity()) != null) {
            child.topology().gateway = null;
            child.topology().loggedIn = false;
        }
    }
}
