package org.iotconnector.simulator.internal.onenet;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.iotconnector.simulator.internal.onenet.ota.OtaJob;
import org.iotconnector.simulator.internal.onenet.ota.OtaTaskHandle;
import org.iotconnector.simulator.internal.onenet.ota.OtaTasks;
import org.iotconnector.simulator.internal.spi.DeliveryResult;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.iotconnector.simulator.onenet.DataPoint;
import org.iotconnector.simulator.onenet.DesiredValue;
import org.iotconnector.simulator.onenet.DeviceFile;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.iotconnector.simulator.onenet.DeviceStatus;
import org.iotconnector.simulator.onenet.LoginRefusal;
import org.iotconnector.simulator.onenet.NodeType;
import org.iotconnector.simulator.onenet.OneNetDevice;
import org.iotconnector.simulator.onenet.OtaTask;
import org.iotconnector.simulator.onenet.OtaType;
import org.iotconnector.simulator.onenet.PropertyValue;
import org.iotconnector.simulator.onenet.ReportedEvent;
import org.jspecify.annotations.Nullable;

/** A device for callers of any thread; each method hops to the loop thread. */
final class DeviceHandle implements OneNetDevice {
    private final OneNetPlatform platform;
    private final OneNetCloud cloud;
    private final SimulatorLoop loop;
    private final DeviceState state;
    private final ImageCalls images;

    DeviceHandle(OneNetPlatform platform, OneNetCloud cloud, ImageCalls images, DeviceState state) {
        this.platform = platform;
        this.cloud = cloud;
        this.loop = cloud.loop();
        this.images = images;
        this.state = state;
    }

    @Override
    public String id() {
        return state.identity();
    }

    @Override
    public String productId() {
        return state.product().productId();
    }

    @Override
    public String deviceName() {
        return state.deviceName();
    }

    @Override
    public DeviceStatus status() {
        return loop.call(() -> {
            if (cloud.isOnline(state)) {
                return DeviceStatus.ONLINE;
            }
            return state.activatedAt().isPresent() ? DeviceStatus.OFFLINE : DeviceStatus.INACTIVE;
        });
    }

    @Override
    public boolean isOnline() {
        return loop.call(() -> cloud.isOnline(state));
    }

    @Override
    public Set<String> subscriptions() {
        return loop.call(() -> cloud.broker().filters(id()));
    }

    @Override
    public void awaitOnline(Duration timeout) {
        platform.await("device [" + id() + "] to be online", this::isOnline, timeout);
    }

    @Override
    public void awaitSubscribed(String topic, Duration timeout) {
        platform.await(
                "device [" + id() + "] to subscribe to [" + topic + "]",
                () -> loop.call(() -> cloud.broker().isSubscribed(id(), topic)),
                timeout);
    }

    @Override
    public CompletableFuture<DeviceReply> set(Map<String, ?> values) {
        return set(values, limit());
    }

    @Override
    public CompletableFuture<DeviceReply> set(Map<String, ?> values, Duration limit) {
        Map<String, Object> copy = new LinkedHashMap<>(values);
        return loop.call(() -> cloud.commands().set(state, copy, limit));
    }

    @Override
    public CompletableFuture<DeviceReply> get(List<String> properties) {
        return get(properties, limit());
    }

    @Override
    public CompletableFuture<DeviceReply> get(List<String> properties, Duration limit) {
        List<String> copy = List.copyOf(properties);
        return loop.call(() -> cloud.commands().get(state, copy, limit));
    }

    @Override
    public CompletableFuture<DeviceReply> invoke(String service, Map<String, ?> input) {
        Map<String, Object> copy = new LinkedHashMap<>(input);
        return loop.call(() -> cloud.commands().invoke(state, service, copy));
    }

    @Override
    public CompletableFuture<DeviceReply> invoke(String service, Map<String, ?> input, Duration limit) {
        Map<String, Object> copy = new LinkedHashMap<>(input);
        return loop.call(() -> cloud.commands().invoke(state, service, copy, limit));
    }

    @Override
    public CompletableFuture<DeviceReply> command(byte[] payload, Duration limit) {
        byte[] copy = payload.clone();
        String uuid = UUID.randomUUID().toString();
        return loop.call(() -> cloud.commands().command(state, uuid, copy, limit));
    }

    @Override
    public CompletableFuture<DeviceReply> sendRaw(byte[] payload, Duration limit) {
        byte[] copy = payload.clone();
        return loop.call(() -> cloud.commands().sendRaw(state, copy, limit));
    }

    @Override
    public CompletableFuture<DeviceReply> informOta() {
        return loop.call(() -> cloud.commands().informOta(state));
    }

    @Override
    public OtaTask startOta(OtaType type, String targetVersion, byte[] image) {
        if (!OtaTasks.isVersion(targetVersion)) {
            throw new IllegalArgumentException(
                    "Version [" + targetVersion + "] must be 1 to 20 characters of A-Z a-z 0-9 _ . - (OneNET's rule).");
        }
        if (image.length == 0) {
            throw new IllegalArgumentException("There is nothing to upgrade to: the image is empty.");
        }
        byte[] copy = image.clone();
        return loop.call(() -> {
            OtaJob job = state.ota().start(type, targetVersion, copy);
            cloud.broker().changed();
            return new OtaTaskHandle(platform, loop, job, cloud.commands().informOta(state));
        });
    }

    @Override
    public List<DeviceFile> files() {
        return loop.call(state.files()::all);
    }

    @Override
    public DeviceFile putFile(String name, byte[] content) {
        return loop.call(() -> state.files().add(name, content, loop.clock().instant()));
    }

    @Override
    public void remoteConfig(String json) {
        loop.run(() -> state.remoteConfig().set(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void deleteRemoteConfig() {
        loop.run(() -> state.remoteConfig().delete());
    }

    @Override
    public boolean publish(String topic, byte[] payload, int qos) {
        if (!owns(topic)) {
            throw new IllegalArgumentException("Topic [" + topic + "] is not one of device [" + id()
                    + "]; its topics begin with [" + Topics.of(state, "") + "].");
        }
        if (qos < 0 || qos > 1) {
            throw new IllegalArgumentException("QoS [" + qos + "] is not one that the platform offers; use 0 or 1.");
        }
        Message message = Message.of(topic, payload.clone(), 0);
        return loop.call(() -> cloud.broker().deliver(id(), message)) == DeliveryResult.SENT;
    }

    @Override
    public CompletableFuture<DeviceReply> setDesired(Map<String, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>(values);
        return loop.call(() -> cloud.commands().desire(state, copy));
    }

    @Override
    public void clearDesired(Set<String> properties) {
        Set<String> copy = Set.copyOf(properties);
        loop.run(() -> copy.forEach(identifier -> state.desired().clear(identifier, null)));
    }

    @Override
    public Map<String, DesiredValue> desired() {
        return copied(state.desired()::values);
    }

    @Override
    public Map<String, PropertyValue> properties() {
        return copied(state.properties()::latest);
    }

    @Override
    public Optional<Object> property(String identifier) {
        return Optional.ofNullable(properties().get(identifier)).map(PropertyValue::value);
    }

    @Override
    public List<PropertyValue> history(String identifier) {
        return loop.call(() -> state.properties().history(identifier));
    }

    @Override
    public List<ReportedEvent> events() {
        return loop.call(state::events);
    }

    @Override
    public List<DataPoint> dataPoints(String stream) {
        return loop.call(() -> state.dataPoints(stream));
    }

    @Override
    public void desireImage(Map<String, ?> values) {
        Map<String, Object> copy = new LinkedHashMap<>(values);
        loop.run(() -> {
            state.image().update(Map.of(), copy, loop.clock().instant());
            images.sendDelta(state);
        });
    }

    @Override
    public Map<String, @Nullable Object> image() {
        return loop.call(() -> state.image().document());
    }

    @Override
    public List<String> subDevices() {
        return loop.call(() ->
                state.topology().children().stream().map(DeviceState::identity).toList());
    }

    @Override
    public CompletableFuture<DeviceReply> bind(List<String> devices) {
        return changeTopology(devices, (topology, child) -> {
            if (child.product().nodeType() != NodeType.SUB_DEVICE) {
                throw new IllegalArgumentException("Device [" + child.identity() + "] is no sub-device.");
            }
            if (child.topology().gateway().filter(other -> other != state).isPresent()) {
                throw new IllegalArgumentException("Device [" + child.identity() + "] is bound to another gateway.");
            }
            topology.bind(child);
        });
    }

    @Override
    public CompletableFuture<DeviceReply> unbind(List<String> devices) {
        return changeTopology(devices, Topology::unbind);
    }

    private CompletableFuture<DeviceReply> changeTopology(
            List<String> devices, BiConsumer<Topology, DeviceState> change) {
        List<String> copy = List.copyOf(devices);
        return loop.call(() -> {
            for (String id : copy) {
                change.accept(
                        state.topology(),
                        cloud.registry()
                                .find(id)
                                .orElseThrow(() ->
                                        new IllegalArgumentException("There is no device [" + id + "] to bind.")));
            }
            return cloud.commands().topologyChanged(state);
        });
    }

    @Override
    public long publishesOverRate() {
        return loop.call(state::publishesOverRate);
    }

    @Override
    public Optional<LoginRefusal> lastRefusal() {
        return loop.call(state::lastRefusal);
    }

    @Override
    public void kick() {
        loop.run(() -> cloud.commands().kick(state));
    }

    @Override
    public String toString() {
        return "OneNetDevice[" + id() + "]";
    }

    /** For the control API. */
    Map<String, Object> describe() {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("device", id());
        description.put("online", isOnline());
        description.put("status", status().name());
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        properties().forEach((identifier, property) -> values.put(identifier, property.value()));
        description.put("properties", values);
        description.put("subscriptions", List.copyOf(subscriptions()));
        return description;
    }

    boolean owns(String topic) {
        return Topics.path(state, topic).isPresent();
    }

    private Duration limit() {
        return state.product().nodeType() == NodeType.SUB_DEVICE ? Commands.SUB_LIMIT : Commands.SET_LIMIT;
    }

    private <V> Map<String, V> copied(Supplier<Map<String, V>> map) {
        return loop.call(() -> Collections.unmodifiableMap(new LinkedHashMap<>(map.get())));
    }
}
