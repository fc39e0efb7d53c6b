package org.iotconnector.simulator.internal.easyiot.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.platform.Passwords;
import org.jspecify.annotations.Nullable;

/** One login with its devices. */
public final class Account {
    private final String iotId;
    private String password;
    private final Map<String, Device> devices = new LinkedHashMap<>();

    Account(String iotId, String password) {
        this.iotId = iotId;
        this.password = password;
    }

    /** User name of MQTT. */
    public String iotId() {
        return iotId;
    }

    /** Password of MQTT. */
    public String password() {
        return password;
    }

    /** Whether this is its password. */
    public boolean hasPassword(@Nullable String given) {
        return Passwords.same(password, given);
    }

    /** Its devices, oldest first. */
    public List<Device> devices() {
        return List.copyOf(devices.values());
    }

    /** Its device of this topic. */
    public Optional<Device> device(String topic) {
        return Optional.ofNullable(devices.get(topic));
    }

    /** Messages stored of all its devices. */
    public int stored() {
        return devices.values().stream().mapToInt(Device::stored).sum();
    }

    void replacePassword(String other) {
        password = other;
    }

    Device add(String topic, String name) {
        Device device = new Device(this, topic, name);
        devices.put(topic, device);
        return device;
    }
}
