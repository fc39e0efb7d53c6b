package org.iotconnector.simulator.internal.aliyun;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.iotconnector.simulator.aliyun.AliyunDevice;
import org.iotconnector.simulator.aliyun.DesiredValue;
import org.iotconnector.simulator.aliyun.DeviceReply;
import org.iotconnector.simulator.aliyun.DeviceStatus;
import org.iotconnector.simulator.aliyun.PropertyValue;
import org.iotconnector.simulator.aliyun.RejectedValue;
import org.iotconnector.simulator.aliyun.ReportedEvent;
import org.iotconnector.simulator.internal.aliyun.tsl.ThingModel;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.DeliveryResult;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.jspecify.annotations.Nullable;

/** A device for callers of any thread; each method hops to the loop thread. */
final class DeviceHandle implements AliyunDevice {
    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(5);
    private static final int ADMINISTRATIVE_ACTION = 0x98;
    private static final int NOT_AUTHORIZED = 0x87;

    private final AliyunPlatform platform;
    private final SimulatorLoop loop;
    private final BrokerControl broker;
    private final Downlinks downlinks;
    private final DeviceState state;

    DeviceHandle(AliyunPlatform platform, SimulatorLoop loop, AliyunRules rules, DeviceState state) {
        this.platform = platform;
        this.loop = loop;
        this.broker = rules.broker();
        this.downlinks = rules.downlinks();
        this.state = state;
    }

    @Override
    public String name() {
        return state.identity();
    }

    @Override
    public String productKey() {
        return state.product().productKey();
    }

    @Override
    public String deviceName() {
        return state.deviceName();
    }

    @Override
    public DeviceStatus status() {
        return loop.call(() -> {
            if (state.isDisabled()) {
                return DeviceStatus.DISABLED;
            }
            if (broker.isOnline(name())) {
                return DeviceStatus.ONLINE;
            }
            return state.isActivated() ? DeviceStatus.OFFLINE : DeviceStatus.UNACTIVE;
        });
    }

    @Override
    public boolean isOnline() {
        return loop.call(() -> broker.isOnline(name()));
    }

    @Override
    public Set<String> subscriptions() {
        return loop.call(() -> broker.filters(name()));
    }

    @Override
    public void awaitOnline(Duration timeout) {
        platform.await("device [" + name() + "] to be online", this::isOnline, timeout);
    }

    @Override
    public void awaitSubscribed(String topic, Duration timeout) {
        platform.await(
                "device [" + name() + "] to subscribe to [" + topic + "]",
                () -> loop.call(() -> broker.isSubscribed(name(), topic)),
                timeout);
    }

    @Override
    public CompletableFuture<DeviceReply> set(Map<String, ?> values) {
        return set(values, DEFAULT_LIMIT);
    }

    @Override
    public CompletableFuture<DeviceReply> set(Map<String, ?> values, Duration limit) {
        Map<String, Object> copy = new LinkedHashMap<>(values);
        return loop.call(() -> downlinks.setProperties(state, copy, limit));
    }

    @Override
    public CompletableFuture<DeviceReply> invoke(String service, Map<String, ?> input) {
        ThingModel model = state.product().model();
        ThingModel.Service known = model == null ? null : model.services().get(service);
        return known != null && known.synchronous()
                ? invokeSync(service, input, DEFAULT_LIMIT)
                : invokeAsync(service, input, DEFAULT_LIMIT);
    }

    @Override
    public CompletableFuture<DeviceReply> invokeAsync(String service, Map<String, ?> input, Duration limit) {
        Map<String, Object> copy = new LinkedHashMap<>(input);
        return loop.call(() -> downlinks.service(state, service, copy, limit));
    }

    @Override
    public CompletableFuture<DeviceReply> invokeSync(String service, Map<String, ?> input, Duration limit) {
        Map<String, Object> copy = new LinkedHashMap<>(input);
        return loop.call(() -> downlinks.synchronousService(state, service, copy, limit));
    }

    @Override
    public CompletableFuture<DeviceReply> rrpc(byte[] payload, Duration limit) {
        byte[] copy = payload.clone();
        return loop.call(() -> downlinks.rrpc(state, copy, limit));
    }

    @Override
    public CompletableFuture<DeviceReply> rrpc(String topic, byte[] payload, Duration limit) {
        requireOwn(topic);
        byte[] copy = payload.clone();
        return loop.call(() -> downlinks.customRrpc(state, topic, copy, limit));
    }

    @Override
    public CompletableFuture<DeviceReply> sendRaw(byte[] payload) {
        byte[] copy = payload.clone();
        return loop.call(() -> downlinks.raw(state, copy, DEFAULT_LIMIT));
    }

    @Override
    public boolean publish(String topic, byte[] payload, int qos) {
        requireOwn(topic);
        if (qos < 0 || qos > 1) {
            throw new IllegalArgumentException("QoS [" + qos + "] is not one that the platform offers; use 0 or 1.");
        }
        Message message = Message.of(topic, payload.clone(), qos);
        DeliveryResult result = loop.call(() -> downlinks.send(state, message));
        return result == DeliveryResult.SENT || result == DeliveryResult.QUEUED;
    }

    @Override
    public CompletableFuture<DeviceReply> setDesired(Map<String, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>(values);
        return loop.call(() -> {
            copy.forEach(state::desire);
            broker.changed();
            return downlinks.setProperties(state, copy, DEFAULT_LIMIT);
        });
    }

    @Override
    public Map<String, DesiredValue> desired() {
        return copied(state::desired);
    }

    @Override
    public Map<String, PropertyValue> properties() {
        return copied(state::properties);
    }

    @Override
    public Optional<Object> property(String identifier) {
        return loop.call(
                () -> Optional.ofNullable(state.properties().get(identifier)).map(PropertyValue::value));
    }

    @Override
    public List<ReportedEvent> events() {
        return loop.call(state::events);
    }

    @Override
    public List<RejectedValue> rejected() {
        return loop.call(state::rejected);
    }

    @Override
    public Map<String, String> tags() {
        return copied(state::tags);
    }

    @Override
    public void enable() {
        loop.run(() -> state.disabled(false));
    }

    @Override
    public void disable() {
        loop.run(() -> {
            state.disabled(true);
            broker.kick(name(), NOT_AUTHORIZED);
        });
    }

    @Override
    public void kick() {
        loop.run(() -> broker.kick(name(), ADMINISTRATIVE_ACTION));
    }

    @Override
    public String toString() {
        return "AliyunDevice[" + name() + "]";
    }

    /** For the control API. */
    Map<String, Object> describe() {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("device", name());
        description.put("online", isOnline());
        description.put("status", status().name());
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        properties().forEach((identifier, property) -> values.put(identifier, property.value()));
        description.put("properties", values);
        description.put("subscriptions", List.copyOf(subscriptions()));
        return description;
    }

    boolean owns(String topic) {
        return Topics.isOwn(state, topic);
    }

    private <V> Map<String, V> copied(Supplier<Map<String, V>> map) {
        return loop.call(() -> Collections.unmodifiableMap(new LinkedHashMap<>(map.get())));
    }

    private void requireOwn(String topic) {
        if (!Topics.isOwn(state, topic)) {
            throw new IllegalArgumentException("Topic [" + topic + "] is not one of device [" + name()
                    + "]; its topics hold its product key and device name, for example [/" + name() + "/user/get].");
        }
    }
}
