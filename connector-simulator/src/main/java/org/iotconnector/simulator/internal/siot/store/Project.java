package org.iotconnector.simulator.internal.siot.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first level of topics, with its devices. */
public final class Project {
    private final String id;
    private final Instant created;
    private String description = "";
    private final Map<String, Device> devices = new LinkedHashMap<>();

    Project(String id, Instant created) {
        this.id = id;
        this.created = created;
    }

    /** The level itself. */
    public String id() {
        return id;
    }

    /** When its first message came. */
    public Instant created() {
        return created;
    }

    /** Words about it, empty at first. */
    public String description() {
        return description;
    }

    /** Replaces the words about it. */
    public void describe(String words) {
        description = words;
    }

    /** Oldest first. */
    public List<Device> devices() {
        return List.copyOf(devices.values());
    }

    /** The device of this name. */
    public Optional<Device> device(String name) {
        return Optional.ofNullable(devices.get(name));
    }

    void add(Device device) {
        devices.put(device.name(), device);
    }

    void remove(Device device) {
        devices.remove(device.name());
    }
}
