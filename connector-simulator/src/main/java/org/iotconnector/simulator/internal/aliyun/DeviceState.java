package org.iotconnector.simulator.internal.aliyun;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.aliyun.DesiredValue;
import org.iotconnector.simulator.aliyun.PropertyValue;
import org.iotconnector.simulator.aliyun.RejectedValue;
import org.iotconnector.simulator.aliyun.ReportedEvent;

/** What the platform remembers about one device. Confined to the loop thread, except its names. */
final class DeviceState {
    private static final int HISTORY = 1000;

    private final ProductState product;
    private final String deviceName;
    private final String secret;
    private final Map<String, PropertyValue> properties = new LinkedHashMap<>();
    private final Map<String, DesiredValue> desired = new LinkedHashMap<>();
    private final Map<String, Long> desiredVersions = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Deque<ReportedEvent> events = new ArrayDeque<>();
    private final Deque<RejectedValue> rejected = new ArrayDeque<>();
    private boolean activated;
    private boolean disabled;

    DeviceState(ProductState product, String deviceName, String secret) {
        this.product = product;
        this.deviceName = deviceName;
        this.secret = secret;
    }

    String identity() {
        return product.productKey() + "/" + deviceName;
    }

    ProductState product() {
        return product;
    }

    String deviceName() {
        return deviceName;
    }

    String secret() {
        return secret;
    }

    Map<String, PropertyValue> properties() {
        return properties;
    }

    Map<String, DesiredValue> desired() {
        return desired;
    }

    Map<String, String> tags() {
        return tags;
    }

    List<ReportedEvent> events() {
        return List.copyOf(events);
    }

    List<RejectedValue> rejected() {
        return List.copyOf(rejected);
    }

    /** Gives the value its next version; a cleared value's versions are not used again. */
    void desire(String identifier, Object value) {
        long version = desiredVersions.merge(identifier, 1L, Long::sum);
        desired.put(identifier, new DesiredValue(value, version));
    }

    void add(ReportedEvent event) {
        events.addLast(event);
        if (events.size() > HISTORY) {
            events.removeFirst();
        }
    }

    void add(RejectedValue value) {
        rejected.addLast(value);
        if (rejected.size() > HISTORY) {
            rejected.removeFirst();
        }
    }

    boolean isActivated() {
        return activated;
    }

    void activate() {
        activated = true;
    }

    boolean isDisabled() {
        return disabled;
    }

    void disabled(boolean value) {
        disabled = value;
    }
}
